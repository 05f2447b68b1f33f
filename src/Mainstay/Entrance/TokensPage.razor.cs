using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary><c>/settings/tokens</c>: keys for programs.</summary>
public sealed partial class TokensPage
{
    public const string Address = "/settings/tokens";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Store store, Visit visit, CancellationToken stop) => Show(http, store, visit, null, null, stop));
        pages.Post(Address, Add);
        pages.Post(Address + "/{id:guid}/revoke", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.RevokeToken(visit.Guest!.AccountId, id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, Address, ("said", "Entrance.SaidRevoked"));
        });
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var secret = await store.AddToken(visit.Guest!.AccountId, Read(form), visit.Clock, stop, form.Once());
            return secret is null ? Answers.Done(http, form, Address) : await Show(http, store, visit, secret, null, stop);
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, store, visit, null, new("token", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Store store, Visit visit, string? secret, Typed? typed, CancellationToken stop) => Answers.Page<TokensPage>(new
    {
        Tokens = await store.TokensOf(visit.Guest!.AccountId, visit.Clock.GetUtcNow().UtcDateTime, stop),
        Networks = await store.NetworksOf(visit.Guest.AccountId, stop),
        Visit = visit,
        Secret = secret,
        Said = Said.From(http.Request.Query),
        Typed = typed,
    }, typed);

    private static NewToken Read(IFormCollection form) =>
        new(form.Filled("name") ?? "", form["scope"] == nameof(Scope.Write) ? Scope.Write : Scope.Read, form.Filled("days") is not { } days ? null : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        {
            SpaceId = Guid.TryParse(form["network"], out var network) ? network : null,
        };
}
