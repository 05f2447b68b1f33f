using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Entrance;

/// <summary><c>/sign-in/code</c>: the second thing that is shown, after the password.</summary>
public sealed partial class CodePage
{
    public const string Address = SignInPage.Address + "/code";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, [Unattended] (HttpContext http, string? next, HalfwayCookie cookie) =>
            cookie.Read(http) is { } half ? Page(half, next, null, null, StatusCodes.Status200OK) : Entering.GoOn(http, SignInPage.Address));
        pages.Post(Address, [Unattended] (HttpContext http, Store store, Gate gate, HalfwayCookie cookie, CancellationToken stop) => SignIn(http, store, gate, cookie, stop));
    }

    /// <summary>On to this page, from the one on which the password was shown. What was typed before does not fit into an address, so the page comes at once.</summary>
    internal static IResult Ask(HttpContext http, Halfway half, IFormCollection form)
    {
        http.RequestServices.GetRequiredService<HalfwayCookie>().Write(http, half);
        if (form.Filled("kept") is { } kept) return Page(half, form.Filled("next"), kept, null, StatusCodes.Status200OK);
        return Entering.GoOn(http, form.Filled("next") is { } next ? QueryHelpers.AddQueryString(Address, "next", next) : Address);
    }

    /// <summary>The same, from a provider: the page comes at once, for another site led here, and no browser would bring a strict cookie along to the next address.</summary>
    internal static IResult Ask(HttpContext http, Halfway half, string? next)
    {
        http.RequestServices.GetRequiredService<HalfwayCookie>().Write(http, half);
        return Page(half, next, null, null, StatusCodes.Status200OK);
    }

    private static async Task<IResult> SignIn(HttpContext http, Store store, Gate gate, HalfwayCookie cookie, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (cookie.Read(http) is not { } half) return Begin(http, form, new("Accounts.HalfwayIsOver"));
        try
        {
            var paper = form.Filled("paper");
            var account = await store.FinishSignIn(gate, half, new(paper ?? form["code"].ToString(), paper is not null, Entering.From(http)), stop);
            cookie.Clear(http);
            return await Entering.SignIn(http, account, form);
        }
        catch (Mistaken mistaken)
        {
            return Again(half, form, mistaken.Problems, mistaken.Status);
        }
        catch (TooSoon soon)
        {
            http.Response.Headers.RetryAfter = soon.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Again(half, form, soon.At(form.Filled("paper") is null ? "code" : "paper"), soon.Status);
        }
        catch (Gone gone)
        {
            cookie.Clear(http);
            return Begin(http, form, gone.Reason);
        }
    }

    private static IResult Again(Halfway half, IFormCollection form, Problems problems, int status) => Page(half, form.Filled("next"), form.Filled("kept"), new("code", form, problems), status);

    /// <summary>The password has to be shown once more.</summary>
    private static RazorComponentResult<SignInPage> Begin(HttpContext http, IFormCollection form, Reason reason) => SignInPage.Again(http, form, new() { { "password", reason.Key, [.. reason.Inputs] } }, StatusCodes.Status422UnprocessableEntity);

    private static IResult Page(Halfway half, string? next, string? kept, Typed? typed, int status) =>
        Answers.Page<CodePage>(new { half.IsByPaper, Next = next, Kept = kept, Typed = typed }, status);
}
