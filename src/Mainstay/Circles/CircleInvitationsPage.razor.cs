using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.Sharing;
using Mainstay.Storage;
using Mainstay.Web;
using static Mainstay.Circles.CircleDoorPage;

namespace Mainstay.Circles;

/// <summary><c>/circles/{circle}/invitations</c>: links by which somebody may come in, for its hosts.</summary>
public sealed partial class CircleInvitationsPage
{
    internal const string Path = "/invitations";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        Get(pages, Path, call => Show(call, null, null)).WithMetadata(new HostsOnlyAttribute());
        Post(pages, Path, "invitation", async call =>
        {
            var made = await call.Store.InviteIntoCircle(call.Me, Read(call.Form), call.Service<Settings>(), call.Clock, call.Stop);
            return made.Link is null ? call.Done(Path) : await Show(call, made, null);
        }, (call, typed) => Show(call, null, typed)).WithMetadata(new HostsOnlyAttribute());
        Post(pages, Path + "/{id:guid}/revoke", async call =>
        {
            await call.Store.RevokeCircleInvitation(call.Me, call.Id(), call.Clock, call.Stop);
            return call.Done(Path, "Sharing.SaidRevoked");
        }).WithMetadata(new HostsOnlyAttribute());
    }

    private static NewInvitation Read(IFormCollection form) => new()
    {
        Id = form.Once(), Role = Enum.TryParse<SpaceRole>(form["role"], out var role) ? role : SpaceRole.Member, Mail = form.Filled("mail"), Uses = WelcomePage.Number(form, "uses") ?? 1, Days = WelcomePage.Number(form, "days") ?? Invitation.UsualDays,
    };

    private static async Task<IResult> Show(Call call, MadeInvitation? made, Typed? typed) => Answers.Page<CircleInvitationsPage>(new
    {
        call.Place, call.Today, call.Visit.Owner.Zone, Open = await call.Store.OpenInvitations(call.Place.Id, call.Clock, call.Stop), CanSend = MailSettings.CanSend(call.Service<Settings>()), made?.Link, IsSent = made?.IsSent == true, call.Said, Typed = typed,
    }, typed);
}
