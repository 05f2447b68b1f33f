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
        await store.OverwriteWhatGoes(stop);
        await store.CircleSessions.Where(s => s.Kind == SessionKind.Peer && ((s.BegunAt ?? s.StartsAt) <= forgotten || !seats.Any(x => x.SessionId == s.Id && x.Role == SessionRole.Asker))).ExecuteDeleteAsync(stop);
        await store.CircleSessions.Where(s => s.State != SessionState.Over && s.Days == null && (s.BegunAt ?? s.StartsAt) <= forgotten).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SessionState.Over).SetProperty(s => s.EndedAt, now), stop);
        await store.CircleSessions.Where(s => s.State == SessionState.Running && s.Kind == SessionKind.HotSeat && s.Phase > 0 && !seats.Any(x => x.SessionId == s.Id && x.Role == SessionRole.Presenter)).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SessionState.Over).SetProperty(s => s.EndedAt, now), stop);
        var closes = await store.CloseWritten(now, stop);
        var orphaned = sessions.Where(s => s.Kind == SessionKind.HotSeat && s.State == SessionState.Over && !seats.Any(x => x.SessionId == s.Id && x.Role == SessionRole.Presenter)).Select(s => s.Id);
        await store.SessionEntries.Where(e => e.Kind != EntryKind.Action && orphaned.Contains(e.SessionId)).ExecuteDeleteAsync(stop);
        var open = await sessions.Where(s => s.Days == null && (s.State != SessionState.Over || s.Kind == SessionKind.Peer)).Select(s => s.BegunAt ?? s.StartsAt).OrderBy(at => at).Select(at => (DateTime?)at).FirstOrDefaultAsync(stop);
        var isKept = await store.SessionEntries.AnyAsync(e => sessions.Any(s => s.Id == e.SessionId && s.Kind == SessionKind.HotSeat), stop);
        return new[] { open + SessionStand.Forgotten, closes, isKept ? now.AddDays(1) : null }.Min();
    }, stop);

    /// <summary>Rings by writing whose days are past are over; it says when the next is.</summary>
    private static async Task<DateTime?> CloseWritten(this Store store, DateTime now, CancellationToken stop)
    {
        var written = await store.CircleSessions.Where(s => s.Days != null && s.State != SessionState.Over).Select(s => new { s.Id, s.StartsAt, s.Days }).ToListAsync(stop);
        var open = written.ToLookup(s => s.StartsAt.AddDays(s.Days!.Value) > now);
        var past = open[false].Select(s => s.Id).ToList();
        await store.CircleSessions.Where(s => past.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SessionState.Over), stop);
        return open[true].Select(s => (DateTime?)s.StartsAt.AddDays(s.Days!.Value)).Min();
    }
}
