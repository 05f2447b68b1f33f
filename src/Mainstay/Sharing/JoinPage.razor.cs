using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;

namespace Mainstay.Sharing;

/// <summary><c>/join/{secret}</c>: an invitation. Looking at it uses nothing up: what previews links may look too.</summary>
public sealed partial class JoinPage
{
    private const string Address = "/join", One = Address + "/{secret}";

    /// <summary>The link as it is sent to somebody.</summary>
    /// <param name="at">Where people find this server.</param>
    /// <param name="secret">What opens it.</param>
    public static string Of(string at, string secret) => $"{at}{Address}/{secret}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.GetOrHead(One, [Unattended(Greets = true)] (HttpContext http, string secret, CancellationToken stop) => Open(http, secret, () => Show(http, secret, null, stop), stop));
        pages.Post(One, [Unattended(Greets = true), OfAccount] (HttpContext http, string secret, CancellationToken stop) => Open(http, secret, () => Join(http, secret, stop), stop));
        pages.Post(One + FirstPasskey.Ask, [Unattended, OfAccount] async (HttpContext http, string secret, CancellationToken stop) =>
        {
            http.RequestServices.GetRequiredService<LinkLimit>().CountInvitation(secret, Entering.From(http));
            var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
            _ = await store.OpenInvitation(secret, visit.Guest?.AccountId, visit.Clock, stop);
            return await FirstPasskey.Asked(http, stop);
        });
        pages.Post(One + FirstPasskey.Make, [Unattended(Greets = true), OfAccount] (HttpContext http, string secret, CancellationToken stop) => Open(http, secret, () => Join(http, secret, stop), stop));
        pages.Post(One + "/accept", [OfAccount] (HttpContext http, string secret, CancellationToken stop) => Open(http, secret, () => Accept(http, secret, stop), stop));
    }

    private static async Task<IResult> Open(HttpContext http, string secret, Func<Task<IResult>> use, CancellationToken stop)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        try
        {
            http.RequestServices.GetRequiredService<LinkLimit>().CountInvitation(secret, Entering.From(http));
            return await use();
        }
        catch (NotMeant)
        {
            return await Show(http, secret, null, stop);
        }
        catch (Refusal refusal) when (refusal is Gone or NotFound or TooSoon or Conflict)
        {
            if (refusal is TooSoon soon) http.Response.Headers.RetryAfter = soon.Seconds.ToString(CultureInfo.InvariantCulture);
            return Answers.Page<LinkOverPage>(new { refusal.Reason }, refusal.Status);
        }
    }

    private static async Task<IResult> Show(HttpContext http, string secret, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var opened = await store.OpenInvitation(secret, visit.Guest?.AccountId, visit.Clock, stop);
        var isOther = visit.Guest is { } guest && !opened.Invitation.IsFor((await store.AccountOf(guest.AccountId, stop)).Mail);
        return Answers.Page<JoinPage>(new
        {
            Opened = opened,
            Action = $"{Address}/{secret}",
            Visit = visit,
            TimeZone = Zone(visit.Clock),
            Until = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(opened.Invitation.ExpiresAt, visit.Guest?.Owner.Zone ?? TimeZoneInfo.Utc)),
            IsOther = isOther,
            Typed = typed,
        }, isOther ? StatusCodes.Status403Forbidden : typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Join(HttpContext http, string secret, CancellationToken stop)
    {
        var (services, form) = (http.RequestServices, await http.Request.ReadFormAsync(stop));
        var (store, visit) = (services.GetRequiredService<Store>(), services.GetRequiredService<Visit>());
        if (visit.Guest is not null) return Back(http, secret); // they signed in in another tab: no second account
        try
        {
            var details = await FirstPasskey.Account(http, form);
            var (account, into) = await store.Join(services.GetRequiredService<UserManager<Account>>(), secret, details, visit.Clock, stop);
            return await Entering.SignIn(http, account, FormCollection.Empty, into);
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, secret, new Typed("join", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Accept(HttpContext http, string secret, CancellationToken stop)
    {
        var (store, guest) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>().Guest!);
        var space = await store.AcceptInvitation(guest.AccountId, secret, http.RequestServices.GetRequiredService<TimeProvider>(), stop);
        if (await store.IsCircle(space, stop)) return Entering.GoOn(http, InCircleAttribute.At(space)); // the browser goes on looking at the network it looks at
        await store.Enter(guest.AccountId, guest.SessionId!.Value, space, stop);
        return Entering.GoOn(http, "/");
    }

    private static IResult Back(HttpContext http, string secret) => Entering.GoOn(http, $"{Address}/{secret}");

    private static string Zone(TimeProvider clock) => clock.LocalTimeZone.HasIanaId ? clock.LocalTimeZone.Id : "UTC";
}
