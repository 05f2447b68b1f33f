using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Entrance;

/// <summary><c>/sign-in</c>: mail address and password.</summary>
public sealed partial class SignInPage
{
    public const string Address = "/sign-in";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, [Unattended(Greets = true)] async (HttpContext http, string? next, Store store, Visit visit, CancellationToken stop) =>
            visit.Guest is null ? Answers.Page<SignInPage>(new { IsSetUp = await store.HasAccounts(stop), Next = next, HasName = PasskeyCeremony.IsPossible(http) }) : Entering.GoOn(http, next));
        pages.Post(Address + "/passkey/ask", [Unattended] async (HttpContext http, PasskeyCeremony passkeys) => Results.Text(await passkeys.AskToProve(http), "application/json"));
        pages.Post(Address + "/passkey", [Unattended] (HttpContext http, Store store, PasskeyCeremony passkeys, TimeProvider clock, CancellationToken stop) => SignIn(http, store, passkeys, clock, stop));
        pages.Post(Address, [Unattended] (HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop) => SignIn(http, store, identity, clock, stop));
    }

    private static async Task<IResult> SignIn(HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var entry = await store.SignIn(identity, new(form["mail"].ToString(), form["password"].ToString(), Entering.From(http)), clock, stop);
            return entry.Halfway is { } half ? CodePage.Ask(http, half, form) : await Entering.SignIn(http, entry.Account, form);
        }
        catch (Mistaken mistaken)
        {
            return Again(http, form, mistaken.Problems, mistaken.Status);
        }
        catch (TooSoon soon)
        {
            http.Response.Headers.RetryAfter = soon.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Again(http, form, soon.At("password"), soon.Status);
        }
    }

    private static async Task<IResult> SignIn(HttpContext http, Store store, PasskeyCeremony passkeys, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var (account, passkey) = await passkeys.Proved(http, form["credential"].ToString());
            await store.SignInByPasskey(account, passkey, clock, stop);
            return await Entering.SignIn(http, account, form);
        }
        catch (Mistaken mistaken)
        {
            return Again(http, form, mistaken.Problems, mistaken.Status);
        }
    }

    /// <summary>The page once more, with what was wrong.</summary>
    internal static RazorComponentResult<SignInPage> Again(HttpContext http, IFormCollection form, Problems problems, int status) =>
        new(new { IsSetUp = true, HasName = PasskeyCeremony.IsPossible(http), Next = form.Filled("next"), Kept = form.Filled("kept"), Typed = new Typed("sign-in", form, problems) }) { StatusCode = status, PreventStreamingRendering = true };
}
