using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.CircleSessions;

/// <summary>What is over is put away: peer support whose day is over or whose asker left goes for good, and so does what was written for a presenter who left.</summary>
public static class CircleSessionsSweepActions
{
    /// <summary>Sweeps, and says when there is something to sweep next; null when nothing will be.</summary>
    public static Task<DateTime?> SweepSessions(this Store store, DateTime now, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (forgotten, seats, sessions) = (now - SessionStand.Forgotten, store.SessionSeats, store.CircleSessions);
        await store.CircleSessions.Where(s => s.Kind == SessionKind.Peer && ((s.BegunAt ?? s.StartsAt) <= forgotten || !seats.Any(x => x.SessionId == s.Id && x.Role == SessionRole.Asker))).ExecuteDeleteAsync(stop);
        await store.CircleSessions.Where(s => s.State != SessionState.Over && s.Days == null && (s.BegunAt ?? s.StartsAt) <= forgotten).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SessionState.Over).SetProperty(s => s.EndedAt, now), stop);
        var orphaned = sessions.Where(s => s.Kind == SessionKind.HotSeat && s.State == SessionState.Over && !seats.Any(x => x.SessionId == s.Id && x.Role == SessionRole.Presenter)).Select(s => s.Id);
        await store.SessionEntries.Where(e => e.Kind != EntryKind.Action && orphaned.Contains(e.SessionId)).ExecuteDeleteAsync(stop);
        var open = await sessions.Where(s => s.State != SessionState.Over && s.Days == null).Select(s => s.BegunAt ?? s.StartsAt).OrderBy(at => at).Select(at => (DateTime?)at).FirstOrDefaultAsync(stop);
        var isKept = await store.SessionEntries.AnyAsync(e => sessions.Any(s => s.Id == e.SessionId && s.Kind == SessionKind.HotSeat), stop);
        var daily = isKept ? now.AddDays(1) : (DateTime?)null;
        return open + SessionStand.Forgotten is { } next && !(next > daily) ? next : daily;
    }, stop);
}
