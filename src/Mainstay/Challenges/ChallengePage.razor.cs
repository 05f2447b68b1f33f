using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Learnings;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary><c>/challenges/{id}</c>: what is written of a hard time, kept while one types; locked, it opens for half an hour.</summary>
public sealed partial class ChallengePage
{
    internal const string Here = ChallengesPage.Address + "/{id:guid}";

    internal const int MostLearned = 5;

    private static readonly TimeSpan StaysOpen = TimeSpan.FromMinutes(30);

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Here, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        pages.Post(Here + "/write", Write);
        Turn(pages, "/edit", "challenge", "Challenges.SaidKept", (call, id, stop) => call.Store.NameChallenge(id, ChallengesPage.Read(call.Form), call.Visit.Today, stop));
        Turn(pages, "/open", "open", null, async (call, id, stop) => Remember(call.Http, id, await call.Store.OpenChallenge(id, call.Form["passphrase"], stop)));
        Turn(pages, "/unlock", "unlock", "Challenges.SaidUnlocked", async (call, id, stop) =>
        {
            await call.Store.UnlockChallenge(id, await KeyTyped(call, id, stop), stop);
            Forget(call.Http, id);
        });
        pages.Post(Here + "/shut", async (HttpContext http, Guid id, Store store, CancellationToken stop) =>
        {
            await store.ChallengeOf(id, stop);
            Forget(http, id);
            return Answers.Done(http, FormCollection.Empty, Href(id), ("said", "Challenges.SaidShut"));
        });
        Code(pages, "/lock", "lock", (call, id, passphrase, stop) => call.Store.LockChallenge(id, passphrase, stop));
        Code(pages, "/passphrase", "again", async (call, id, passphrase, stop) => await call.Store.ChangePassphrase(id, await KeyTyped(call, id, stop), passphrase, stop));
        MapClosing(pages);
    }

    private static void MapClosing(IEndpointRouteBuilder pages)
    {
        pages.Get(Here + "/close", async (Guid id, Store store, CancellationToken stop) => Answers.Page<CloseChallengePage>(new { It = await store.ChallengeOf(id, stop) }));
        pages.Post(Here + "/close", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var learned = await store.CloseChallenge(id, new(form["lesson"], http.RequestServices.GetServices<IChallengeEnd>()) { KeepsTopic = form["topic"].Count > 0 }, visit.Today, visit.Clock, stop);
                Forget(http, id);
                return Answers.Done(http, FormCollection.Empty, await store.IsThanksDue(stop) ? ThanksPage.Address : ChallengesPage.Address, ("said", learned is null ? "Challenges.SaidClosed" : "Challenges.SaidClosedAndLearned"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                var wrong = new Problems { { "lesson", mistaken.Problems.First().Sentence.Key, [.. mistaken.Problems.First().Sentence.Inputs] } };
                var typed = new Typed("close", form, wrong);
                return Answers.Page<CloseChallengePage>(new { It = await store.ChallengeOf(id, stop), Typed = typed }, typed);
            }
        });
    }

    private sealed record Turning(HttpContext Http, Store Store, Visit Visit, IFormCollection Form);

    private static void Turn(IEndpointRouteBuilder pages, string step, string name, string? said, Func<Turning, Guid, CancellationToken, Task> act) =>
        pages.Post(Here + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(new(http, store, visit, form), id, stop);
                return said is null ? Answers.Done(http, FormCollection.Empty, Href(id)) : Answers.Done(http, FormCollection.Empty, Href(id), ("said", said));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(name, form, mistaken.Problems), stop);
            }
        });

    /// <summary>What gives a recovery code, shown this once.</summary>
    private static void Code(IEndpointRouteBuilder pages, string step, string name, Func<Turning, Guid, string, CancellationToken, Task<string>> act) =>
        pages.Post(Here + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var passphrase = form["passphrase"].ToString();
                var code = await act(new(http, store, visit, form), id, passphrase, stop);
                Remember(http, id, await store.OpenChallenge(id, passphrase, stop));
                return Answers.Page<RecoveryCodePage>(new { Code = code, Href = Href(id) });
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(name, form, mistaken.Problems), stop);
            }
        });

    /// <summary>Keeps what is written. A script keeps it quietly while one types; when it was shut meanwhile, what was typed stays on the page and the passphrase is asked for.</summary>
    private static async Task<IResult> Write(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var row = await store.ChallengeOf(id, stop);
            var key = row.IsLocked ? Opening(http, row) ?? (form.Filled("passphrase") is { } secret ? await store.OpenChallenge(id, secret, stop) : throw new Mistaken(new Problems().When(true, "passphrase", "Challenges.ShutMeanwhile"))) : null;
            await store.WriteChallenge(id, was => new(InForm(form, "happened", was.Happened), InForm(form, "howItIs", was.HowItIs), InForm(form, "wanted", was.Wanted), InForm(form, "tried", was.Tried), InForm(form, "feared", was.Feared)), key, stop);
            if (key is not null) Remember(http, id, key);
            return form["quietly"].Count > 0 ? Results.NoContent() : Answers.Done(http, FormCollection.Empty, Href(id), ("said", "Challenges.SaidKept"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new("write", form, mistaken.Problems), stop);
        }
    }

    /// <summary>What the form says; what it does not ask for stays.</summary>
    private static string? InForm(IFormCollection form, string field, string? was) => form.ContainsKey(field) ? form.Filled(field)?.ReplaceLineEndings("\n") : was;

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var row = await store.ChallengeOf(id, stop);
        var key = row.IsLocked ? Opening(http, row) : null;
        var narrative = !row.IsLocked ? Narrative.Of(row) : key is null ? null : NarrativeLock.Read(row, key);
        if (row.IsLocked && narrative is not null) Remember(http, id, key!);
        var needsKey = narrative is null && typed?.Form == "write";
        return Answers.Page<ChallengePage>(new
        {
            It = row,
            visit.Today,
            Narrative = needsKey ? new Narrative() : narrative,
            NeedsKey = needsKey,
            Learned = row.Topic is { } topic ? await store.LearningsAbout(topic, MostLearned, stop) : [],
            Asks = await store.AsksIn(id, visit.Today, stop),
            Panels = await http.RequestServices.GetServices<IChallengePanel>().Hung(p => p.Component, p => p.Load(new(store, row, visit.Today), stop)),
            Typed = typed,
            Said = Said.From(http.Request.Query),
        }, typed);
    }

    /// <summary>The key lies with the browser, locked by the server's own keys: neither of the two opens anything alone.</summary>
    private static void Remember(HttpContext http, Guid id, byte[] key)
    {
        var until = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + StaysOpen;
        var sealedKey = http.RequestServices.GetRequiredService<Seals>().Seal(string.Create(CultureInfo.InvariantCulture, $"{id:N} {until.ToUnixTimeSeconds()} {Convert.ToBase64String(key)}"));
        http.Response.Cookies.Append(Cookie(id), sealedKey, Options(http, id, StaysOpen));
    }

    /// <summary>That it stands open is not enough to take the lock off or to put another on: whoever finds the browser open could shut its owner out.</summary>
    private static async Task<byte[]> KeyTyped(Turning call, Guid id, CancellationToken stop)
    {
        try
        {
            return await call.Store.OpenChallenge(id, call.Form["current"], stop);
        }
        catch (Mistaken mistaken)
        {
            throw new Mistaken(new Problems { { "current", mistaken.Problems.First().Sentence.Key, [.. mistaken.Problems.First().Sentence.Inputs] } });
        }
    }

    /// <summary>What lies with the browser may be the key of an earlier lock.</summary>
    private static byte[]? Opening(HttpContext http, Challenge row) => Key(http, row.Id) is { } key && NarrativeLock.Read(row, key) is not null ? key : null;

    private static byte[]? Key(HttpContext http, Guid id)
    {
        if (http.Request.Cookies[Cookie(id)] is not { Length: > 0 } kept || http.RequestServices.GetRequiredService<Seals>().Open(kept)?.Split(' ') is not [var which, var until, var key]) return null;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();
        return which == id.ToString("N") && long.TryParse(until, CultureInfo.InvariantCulture, out var end) && now < end ? Convert.FromBase64String(key) : null;
    }

    private static void Forget(HttpContext http, Guid id) => http.Response.Cookies.Delete(Cookie(id), Options(http, id, null));

    private static string Cookie(Guid id) => $"mainstay-open-{id:N}";

    private static CookieOptions Options(HttpContext http, Guid id, TimeSpan? age)
    {
        var options = SessionCookie.Options(http, age);
        (options.SameSite, options.Path) = (SameSiteMode.Strict, Href(id));
        return options;
    }
}
