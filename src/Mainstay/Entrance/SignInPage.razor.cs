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
        pages.MapGet(Address, [Unattended(Greets = true)] async (HttpContext http, string? next, Store store, Visit visit, CancellationToken stop) =>
            visit.Guest is null ? Answers.Page<SignInPage>(new { IsSetUp = await store.HasAccounts(stop), Next = next }) : Entering.GoOn(http, next));
        pages.MapPost(Address, [Unattended] (HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop) => SignIn(http, store, identity, clock, stop));
    }

    private static async Task<IResult> SignIn(HttpContext http, Store store, UserManager<Account> identity, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var account = await store.SignIn(identity, new(form["mail"].ToString(), form["password"].ToString(), Entering.From(http)), clock, stop);
            return await Entering.SignIn(http, account, form["next"]);
        }
        catch (Mistaken mistaken)
        {
            return Again(form, mistaken.Problems, mistaken.Status);
        }
        catch (TooSoon soon)
        {
            http.Response.Headers.RetryAfter = soon.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Again(form, new Problems { { "password", soon.Reason.Key, [.. soon.Reason.Inputs] } }, soon.Status);
        }
    }

    private static RazorComponentResult<SignInPage> Again(IFormCollection form, Problems problems, int status) =>
        new(new { IsSetUp = true, Next = form.Filled("next"), Typed = new Typed("sign-in", form, problems) }) { StatusCode = status, PreventStreamingRendering = true };
}
