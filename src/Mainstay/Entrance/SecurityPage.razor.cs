using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Entrance;

/// <summary><c>/settings/security</c>: mail address and password, and the browsers that are signed in.</summary>
public sealed partial class SecurityPage
{
    public const string Address = "/settings/security";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        pages.MapPost(Address + "/mail", Form("mail", "Entrance.SaidMail", (at, form, stop) =>
            at.Store.ChangeMail(at.Identity, at.Account, form["mail"].ToString(), at.Proof(form), at.Clock, stop)));
        pages.MapPost(Address + "/password", Form("password", "Entrance.SaidPassword", (at, form, stop) =>
            at.Store.ChangePassword(at.Identity, at.Account, form["password"].ToString(), at.Proof(form), at.Clock, stop)));
        pages.MapPost(Address + "/sessions/end", Form("sessions", "Entrance.SaidOthersOut", (at, _, stop) => at.Store.EndSessions(at.Account, at.Session, stop)));
        pages.MapPost(Address + "/sessions/{id:guid}/end", Form("sessions", "Entrance.SaidOut", (at, _, stop) =>
            at.Store.EndSession(at.Account, Guid.Parse(at.Http.GetRouteValue("id")!.ToString()!), stop)));
    }

    /// <summary>A form of the page: done, it leads back; with a problem the page comes again.</summary>
    private static Delegate Form(string name, string said, Func<Asked, IFormCollection, CancellationToken, Task> act) => async (HttpContext http, CancellationToken stop) =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            await act(new(http), form, stop);
            return Answers.Done(http, form, Address, ("said", said));
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, new(name, form, mistaken.Problems), stop);
        }
        catch (TooSoon soon)
        {
            return await Show(http, new(name, form, new() { { "current", soon.Reason.Key, [.. soon.Reason.Inputs] } }), stop);
        }
    };

    private static async Task<IResult> Show(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var at = new Asked(http);
        at.Store.ChangeTracker.Clear(); // what was refused is not shown as if it were kept
        return Answers.Page<SecurityPage>(new
        {
            Account = await at.Store.AccountOf(at.Account, stop),
            Sessions = await at.Store.SessionsOf(at.Account, at.Clock.GetUtcNow().UtcDateTime, stop),
            at.Visit,
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }

    /// <summary>Who asks, and with what it is done.</summary>
    private sealed class Asked(HttpContext http)
    {
        public HttpContext Http => http;

        public Store Store => http.RequestServices.GetRequiredService<Store>();

        public Visit Visit => http.RequestServices.GetRequiredService<Visit>();

        public UserManager<Account> Identity => http.RequestServices.GetRequiredService<UserManager<Account>>();

        public TimeProvider Clock => Visit.Clock;

        public Guid Account => Visit.Guest!.AccountId;

        public Guid? Session => Visit.Guest!.SessionId;

        public Proof Proof(IFormCollection form) => new(form["current"].ToString(), Session, Entering.From(http));
    }
}
