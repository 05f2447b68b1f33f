using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class SessionActions
{
    /// <summary>Signs a browser in: always with a new secret, so that one that somebody planted before opens nothing.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="account">Who signed in.</param>
    /// <param name="device">What the browser says of itself.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Breaks off.</param>
    /// <param name="at">The space it looks at, which the account may enter; its own network when null.</param>
    /// <returns>What its cookie holds.</returns>
    public static async Task<string> BeginSession(this Store store, Guid account, Device device, TimeProvider clock, CancellationToken stop, Guid? at = null)
    {
        var (secret, now) = (Secrets.Make(), clock.GetUtcNow().UtcDateTime);
        var space = at ?? await store.HomeOf(account, stop);
        store.Add(new Session { AccountId = account, SpaceId = space, Hash = Secrets.Hash(secret), Browser = device.Browser, System = device.System, CreatedAt = now, LastSeenAt = now });
        await store.SaveChangesAsync(stop);
        await store.Sessions.Where(s => s.AccountId == account && (s.LastSeenAt < now - Session.Idle || s.CreatedAt < now - Session.Longest)).ExecuteDeleteAsync(stop);
        return secret;
    }

    /// <summary>Somebody was seen just now, by this browser or this program.</summary>
    public static Task See(this Store store, Guest guest, DateTime now) => guest.TokenId is { } token ? store.SeeToken(token, now) : store.SeeSession(guest.SessionId!.Value, now);

    /// <summary>It was seen just now, which keeps it alive.</summary>
    private static Task<int> SeeSession(this Store store, Guid session, DateTime now) =>
        store.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now));

    /// <summary>Signs out the browser that shows this secret; whoever it is.</summary>
    public static Task EndSession(this Store store, string secret, CancellationToken stop)
    {
        var hash = Secrets.Hash(secret);
        return store.Sessions.Where(s => s.Hash == hash).ExecuteDeleteAsync(stop);
    }

    /// <summary>Signs out one browser of an account.</summary>
    public static async Task EndSession(this Store store, Guid account, Guid session, CancellationToken stop)
    {
        if (await store.Sessions.Where(s => s.AccountId == account && s.Id == session).ExecuteDeleteAsync(stop) == 0) throw new NotFound("Accounts.NoSuchSession");
    }

    /// <summary>Signs an account out everywhere, but for one browser that may stay.</summary>
    public static Task EndSessions(this Store store, Guid account, Guid? except, CancellationToken stop) =>
        store.Sessions.Where(s => s.AccountId == account && s.Id != except).ExecuteDeleteAsync(stop);
}

/// <summary>What a browser says of itself, in short: "Firefox" on "Linux".</summary>
public sealed record Device(string Browser, string System)
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Vivaldi", "Vivaldi"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "macOS"), ("Linux", "Linux")];

    /// <summary>Nothing of what is unknown is kept: it is the browser's word, and could be anything.</summary>
    public static Device Of(string? userAgent) => new(Name(Browsers, userAgent), Name(Systems, userAgent));

    private static string Name((string Mark, string Name)[] known, string? text) =>
        Array.Find(known, k => text?.Contains(k.Mark, StringComparison.Ordinal) == true).Name ?? "";
}
