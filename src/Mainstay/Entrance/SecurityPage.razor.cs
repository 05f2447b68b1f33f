using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Entrance;

/// <summary><c>/settings/security</c>: mail address and password, passkeys and recovery codes, and the browsers that are signed in.</summary>
public sealed partial class SecurityPage
{
    public const string Address = "/settings/security", Elsewhere = Address + "/provider";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, CancellationToken stop) => Show(http, null, stop));
        pages.Post(Address + "/mail", Form("mail", "Entrance.SaidMail", (at, form, stop) =>
            at.Store.ChangeMail(at.Identity, at.Account, form["mail"].ToString(), at.Proof(form), at.Clock, stop)));
        pages.Post(Address + "/password", Form("password", "Entrance.SaidPassword", (at, form, stop) =>
            at.Store.ChangePassword(at.Identity, at.Account, form["password"].ToString(), at.Proof(form), at.Clock, stop)));
        pages.Post(Address + "/passkeys/ask", AskToMake);
        pages.Post(Address + "/passkeys", Form("passkey", "Entrance.SaidPasskey", AddPasskey));
        pages.Post(Address + "/passkeys/{id:guid}/remove", Form("passkeys", "Entrance.SaidPasskeyGone", (at, _, stop) => at.Store.RemovePasskey(at.Account, at.Id, at.Settings.OidcIssuer, stop)));
        pages.Post(Address + "/codes", Codes);
        FactorPage.Map(pages);
        pages.Post(Elsewhere + "/{id:guid}/remove", Form("provider", "Entrance.SaidDisconnected", (at, _, stop) => at.Store.Disconnect(at.Account, at.Id, at.Settings.OidcIssuer, stop)));
        pages.Post(FactorPage.Address + "/off", Form("factor", "Entrance.SaidFactorOff", (at, form, stop) => at.Store.TurnOffSecondFactor(at.Gate, at.Account, at.Proof(form), stop)));
        pages.Post(Address + "/sessions/end", Form("sessions", "Entrance.SaidOthersOut", (at, _, stop) => at.Store.EndSessions(at.Account, at.Session, stop)));
        pages.Post(Address + "/sessions/{id:guid}/end", Form("sessions", "Entrance.SaidOut", (at, _, stop) =>
            at.Store.EndSession(at.Account, at.Id, stop)));
    }

    /// <summary>What the device is told, once it is sure who asks; the page's script hands it on.</summary>
    private static async Task<IResult> AskToMake(HttpContext http, CancellationToken stop)
    {
        var (at, form) = (new Asked(http), await http.Request.ReadFormAsync(stop));
        await at.Store.Prove(at.Identity, at.Account, at.Proof(form), at.Clock, stop);
        return Results.Text(await at.Passkeys.AskToMake(http, await at.Store.AccountOf(at.Account, stop)), "application/json");
    }

    private static async Task AddPasskey(Asked at, IFormCollection form, CancellationToken stop)
    {
        var credential = form["credential"].ToString();
        if (credential == PasskeyCeremony.Nothing) await at.Store.Prove(at.Identity, at.Account, at.Proof(form), at.Clock, stop); // which says why
        await at.Store.AddPasskey(at.Account, await at.Passkeys.Made(at.Http, at.Account, credential), form.Filled("name") ?? at.Device, at.Clock, stop);
    }

    /// <summary>New codes, shown this once.</summary>
    private static async Task<IResult> Codes(HttpContext http, CancellationToken stop)
    {
        var (at, form) = (new Asked(http), await http.Request.ReadFormAsync(stop));
        try
        {
            await at.Store.Prove(at.Identity, at.Account, at.Proof(form), at.Clock, stop);
            return Answers.Page<CodesPage>(new { Codes = await at.Store.MakeRecoveryCodes(at.Account, stop) });
        }
        catch (Mistaken mistaken)
        {
            return await Show(http, new("codes", form, mistaken.Problems), stop);
        }
        catch (TooSoon soon)
        {
            return await Show(http, new("codes", form, soon.At("current")), stop);
        }
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
            return await Show(http, new(name, form, soon.At("current")), stop);
        }
    };

    /// <summary>The page once more, with what was wrong.</summary>
    internal static Task<IResult> Again(HttpContext http, Typed typed, CancellationToken stop) => Show(http, typed, stop);

    private static async Task<IResult> Show(HttpContext http, Typed? typed, CancellationToken stop)
    {
        var at = new Asked(http);
        at.Store.ChangeTracker.Clear(); // what was refused is not shown as if it were kept
        return Answers.Page<SecurityPage>(new
        {
            Account = await at.Store.AccountOf(at.Account, stop),
            Sessions = await at.Store.SessionsOf(at.Account, at.Clock.GetUtcNow().UtcDateTime, stop),
            Passkeys = await at.Store.PasskeysOf(at.Account, stop),
            Connections = await at.Store.ConnectionsOf(at.Account, stop),
            Factor = await at.Store.SecondFactorOf(at.Account, stop),
            CodesLeft = await at.Store.RecoveryCodesLeft(at.Account, stop),
            HasName = PasskeyCeremony.IsPossible(http),
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

        public Gate Gate => http.RequestServices.GetRequiredService<Gate>();

        public TimeProvider Clock => Visit.Clock;

        public Settings Settings => http.RequestServices.GetRequiredService<Settings>();

        public Guid Account => Visit.Guest!.AccountId;

        public Guid? Session => Visit.Guest!.SessionId;

        /// <summary>What the address names.</summary>
        public Guid Id => Guid.Parse(http.GetRouteValue("id")!.ToString()!);

        public PasskeyCeremony Passkeys => http.RequestServices.GetRequiredService<PasskeyCeremony>();

        public string Device => Accounts.Device.Of(http.Request.Headers.UserAgent).InWords();

        public Proof Proof(IFormCollection form) => new(form["current"].ToString(), Session, Entering.From(http));
    }
}
