using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Sharing;

/// <summary><c>/settings/sharing</c>: who may come into the network that is looked at. Its owner lets in and takes out; others see whose it is, and can leave.</summary>
public sealed partial class SharingPage
{
    public const string Address = "/settings/sharing";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, CancellationToken stop) => Show(http, null, null, stop));
        pages.Post(Address + "/leave", [OfAccount] async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.Leave(visit.Owner.SpaceId, visit.Guest!.AccountId, stop);
            return Answers.Done(http, FormCollection.Empty, NetworksPage.Address, ("said", "Sharing.SaidLeft"));
        });
        pages.Post(Address + "/{id:guid}/role", [OwnersOnly] async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.ChangeRole(visit.Owner.SpaceId, id, Role(form), visit.Clock, stop);
            return Answers.Done(http, form, Address, ("said", "Sharing.SaidRole"));
        });
        pages.Post(Address + "/{id:guid}/remove", [OwnersOnly] async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.TakeOut(visit.Owner.SpaceId, id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, Address, ("said", "Sharing.SaidTakenOut"));
        });
        pages.Post(Address + "/invitations", [OwnersOnly] (HttpContext http, CancellationToken stop) => Invite(http, stop));
        pages.Post(Address + "/invitations/{id:guid}/revoke", [OwnersOnly] async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.RevokeInvitation(id, visit.Owner.SpaceId, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, Address, ("said", "Sharing.SaidRevoked"));
        });
    }

    private static async Task<IResult> Invite(HttpContext http, CancellationToken stop)
    {
        var (services, form) = (http.RequestServices, await http.Request.ReadFormAsync(stop));
        var (store, visit) = (services.GetRequiredService<Store>(), services.GetRequiredService<Visit>());
        try
        {
            var made = await store.InviteAndSend(new()
            {
                Role = Role(form),
                Mail = form.Filled("mail"),
                Uses = Number(form.Filled("uses") ?? "1"),
                Days = Number(form["days"].ToString()),
                ById = visit.Guest!.AccountId,
                Id = form.Once(),
            }, services.GetRequiredService<Settings>(), visit.Clock, stop);
            return made.Link is null ? Answers.Done(http, form, Address) : await Show(http, made, null, stop);
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, null, new("invitation", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, MadeInvitation? made, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var (space, guest) = (visit.Owner.SpaceId, visit.Guest!);
        return Answers.Page<SharingPage>(new
        {
            Sharers = await store.SharersShown(guest, stop),
            Invitations = guest.IsOwner ? await store.OpenInvitations(space, visit.Clock, stop) : [],
            Visit = visit,
            CanSend = MailSettings.CanSend(http.RequestServices.GetRequiredService<Settings>()),
            made?.Link,
            IsSent = made?.IsSent == true,
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }

    private static SpaceRole Role(IFormCollection form) => Enum.TryParse<SpaceRole>(form["role"], out var role) ? role : SpaceRole.Guest;

    private static int Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
