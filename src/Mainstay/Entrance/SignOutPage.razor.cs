using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Entrance;

/// <summary><c>/sign-out</c>: this browser leaves.</summary>
public sealed partial class SignOutPage
{
    public const string Address = "/sign-out";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http) => Answers.Page<SignOutPage>(new { Unsent = int.TryParse(http.Request.Query["unsent"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var unsent) ? unsent : 0 }));
        pages.Post(Address, async (HttpContext http, Store store, SessionCookie cookie, CancellationToken stop) =>
        {
            if (cookie.Read(http) is { } secret) await store.EndSession(secret, stop);
            cookie.Clear(http);
            http.Response.Headers["Clear-Site-Data"] = "\"storage\""; // what was kept to be read offline
            return Entering.GoOn(http, SignInPage.Address);
        });
    }
}
