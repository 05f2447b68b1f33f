using Mainstay.Accounts;
using Mainstay.Storage;

namespace Mainstay.Live;

/// <summary>
/// Tells a page that is open when a part of it is another, by server-sent events: which version it is at first, and each that comes after it.
/// What it shows, the page fetches like any other. While nothing happens, no connection to the database is held.
/// </summary>
public sealed class LiveParts(Signals signals, IServiceScopeFactory scopes, IHostApplicationLifetime host, TimeProvider clock)
{
    /// <summary>What many do at once is told once.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(50);

    private readonly Seats seats = new();

    /// <summary>How often it is said that nothing happened, and looked whether they may still hear it.</summary>
    internal TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>So long at most; then the browser comes again.</summary>
    internal TimeSpan Longest { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>For somebody who was let in: it ends when they are signed out, lose the space, or look at another.</summary>
    /// <param name="http">Their request.</param>
    /// <param name="guest">Who they are.</param>
    /// <param name="topic">What is signalled when it may be another.</param>
    /// <param name="version">A short text that is another whenever the part is; null when they may not see it any more. It is given a fresh store of their space each time.</param>
    public Task Follow(HttpContext http, Guest guest, string topic, Func<Store, CancellationToken, Task<string?>> version) =>
        Follow(http, guest.Owner.SpaceId, guest.AccountId, topic, async (store, stop) =>
        {
            if (await store.RoleNow(guest, clock.GetUtcNow().UtcDateTime, stop) is not { } role) return null;
            store.ShowsPrivate = role == SpaceRole.Owner;
            if (await version(store, stop) is not { } now) return null;
            // What was changed while it was looked at may be that they may look no more.
            return await store.RoleNow(guest, clock.GetUtcNow().UtcDateTime, stop) is null ? null : now;
        });

    /// <summary>For whoever came by a link: <paramref name="version"/> looks each time whether the link still opens it.</summary>
    /// <param name="http">Their request.</param>
    /// <param name="space">Whose space it is.</param>
    /// <param name="who">Who they are: their link, or whom it is for.</param>
    /// <param name="topic">What is signalled when it may be another.</param>
    /// <param name="version">As above.</param>
    public async Task Follow(HttpContext http, Guid space, Guid who, string topic, Func<Store, CancellationToken, Task<string?>> version)
    {
        using var seat = seats.Take(who);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        ending.CancelAfter(Longest);
        using var hearing = signals.Hear(space, topic);
        if (await Ask(space, version, ending.Token) is not { } first)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        try
        {
            await EventText.Begin(http.Response, first, ending.Token);
            await Tell(http.Response, hearing, first, stop => Ask(space, version, stop), ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // They left, the server stops, or it lasted long enough.
        }
        catch (Exception world) when (world.IsFromTheWorld())
        {
            // The database cannot be reached: the browser comes again.
        }
    }

    private async Task Tell(HttpResponse response, Hearing hearing, string told, Func<CancellationToken, Task<string?>> ask, CancellationToken stop)
    {
        while (true)
        {
            var heard = await hearing.Next(Heartbeat, stop);
            if (heard) await Task.Delay(Burst, stop);
            if (await ask(stop) is not { } now) return;
            if (now != told) await EventText.Changed(response, now, stop);
            else if (!heard) await EventText.Beat(response, stop);
            told = now;
        }
    }

    private async Task<string?> Ask(Guid space, Func<Store, CancellationToken, Task<string?>> version, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.SpaceId = space;
        return await version(store, stop);
    }
}
