using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.CircleSessions;

/// <summary>What is written in a session: requests and leads, questions, experience, what is taken away, actions, and what became of them.</summary>
public static class SessionEntryActions
{
    /// <summary>So often one member writes in one session, and so often within a minute.</summary>
    public const int Most = 200, MostAMinute = 20;

    /// <summary>Writes something, when the part of the session and the role allow it.</summary>
    public static Task<SessionEntry> SayInSession(this Store store, Guid me, Guid id, NewEntry entry, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToChange(me, id, clock, stop);
        if (!stand.IsIn) throw new NotFound("CircleSessions.NoSuchSession");
        Mistaken.ThrowIf(entry.Check(today));
        if (entry.Id is { } once && await store.SessionEntries.FirstOrDefaultAsync(e => e.Id == once && e.AuthorId == me, stop) is { } already) return already;
        if (!stand.MayWrite(entry.Kind)) throw new Conflict("CircleSessions.NotNow");
        await store.ThrowUnlessFits(stand, entry, stop);
        var mine = await store.SessionEntries.Where(e => e.SessionId == id && e.AuthorId == me).ToListAsync(stop);
        var row = SessionScript.IsOne(entry.Kind) ? mine.FirstOrDefault(e => e.Kind == entry.Kind) : null;
        if (row is null) ThrowIfEnough(mine, now);
        row ??= store.Add(new SessionEntry { Id = entry.Id ?? Guid.CreateVersion7(), SessionId = id, AuthorId = me, Kind = entry.Kind, AboutId = SessionScript.IsLead(entry.Kind) ? entry.AboutId : null, Text = "", At = now }).Entity;
        row.Text = entry.Text.Trim();
        if (entry.Kind == EntryKind.Action) (row.DueOn, row.WitnessId) = (entry.DueOn, entry.WitnessId);
        await store.Changed(stand.Session, stop);
        return row;
    }, stop);

    /// <summary>What replaces something does not count.</summary>
    private static void ThrowIfEnough(List<SessionEntry> mine, DateTime now)
    {
        if (mine.Count >= Most) throw new CannotBeDone("CircleSessions.WrittenEnough", Most);
        if (mine.Count(e => e.At > now.AddMinutes(-1)) >= MostAMinute) throw new CannotBeDone("CircleSessions.WrittenFast", MostAMinute);
    }

    /// <summary>Whoever wrote something takes it away, a request with its leads. Once a hot seat is over, what was written in it is the presenter's.</summary>
    public static Task<int> RemoveEntry(this Store store, Guid me, Guid id, Guid entry, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, _) = await store.ToChange(me, id, clock, stop);
        var row = await store.SessionEntries.SingleOrDefaultAsync(e => e.Id == entry && e.SessionId == id, stop);
        var isTheirs = stand is { Session.Kind: SessionKind.HotSeat, State: SessionState.Over } && row?.Kind != EntryKind.Action ? stand.Mine?.Role == SessionRole.Presenter : stand.IsIn && row?.AuthorId == me;
        if (row is null || !isTheirs) throw new NotFound("CircleSessions.NoSuchEntry");
        await store.OverwriteWhatGoes(stop);
        await store.SessionEntries.Where(e => e.AboutId == entry).ExecuteDeleteAsync(stop);
        store.Remove(row);
        await store.Changed(stand.Session, stop);
        return 1;
    }, stop);

    /// <summary>The presenter erases everything that was written for them in a hot seat that is over.</summary>
    public static Task<int> EraseRecord(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, _) = await store.ToChange(me, id, clock, stop);
        if (stand.Mine?.Role != SessionRole.Presenter || stand.State != SessionState.Over) throw new NotFound("CircleSessions.NoSuchSession");
        await store.OverwriteWhatGoes(stop);
        var gone = await store.SessionEntries.Where(e => e.SessionId == id && e.Kind != EntryKind.Action).ExecuteDeleteAsync(stop);
        await store.Changed(stand.Session, stop);
        return gone;
    }, stop);

    /// <summary>What somebody says became of their request or their action.</summary>
    /// <param name="EntryId">Which.</param>
    /// <param name="What">What became of it; nothing yet is an answer too.</param>
    /// <param name="IsSo">False takes it back.</param>
    public sealed record SaidOf(Guid EntryId, Became What, bool IsSo = true);

    /// <summary>Whoever asked for something says what became of it: opened, helped, solved, thanked; nothing yet is an answer too.</summary>
    public static Task<SessionEntry> SayBecame(this Store store, Guid me, Guid id, SaidOf said, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, entry) = ((await store.ToChange(me, id, clock, stop)).Stand, said.EntryId);
        if (!stand.IsIn || await store.SessionEntries.SingleOrDefaultAsync(e => e.Id == entry && e.SessionId == id && e.AuthorId == me && (e.Kind == EntryKind.Request || e.Kind == EntryKind.Action), stop) is not { } row) throw new NotFound("CircleSessions.NoSuchEntry");
        (row.Became, row.SaidOn) = (said.IsSo ? row.Became | said.What : row.Became & ~said.What, today);
        await store.Changed(stand.Session, stop);
        return row;
    }, stop);

    /// <summary>A lead is for somebody else's request, of somebody they may see; the witness of an action is somebody else who is there.</summary>
    private static async Task ThrowUnlessFits(this Store store, SessionStand stand, NewEntry entry, CancellationToken stop)
    {
        if (entry.Kind == EntryKind.Action && !stand.Seats.Any(s => s.MemberId == entry.WitnessId && s.MemberId != stand.Me)) throw new Mistaken(new Problems().When(true, "witness", "CircleSessions.WitnessMissing"));
        if (!SessionScript.IsLead(entry.Kind)) return;
        var (apart, id, about) = (await store.Apart(stand.Me, stop), stand.Session.Id, entry.AboutId);
        if (await store.SessionEntries.SingleOrDefaultAsync(e => e.Id == about && e.SessionId == id && e.Kind == EntryKind.Request, stop) is not { } request || apart.Contains(request.AuthorId)) throw new NotFound("CircleSessions.NoSuchEntry");
        if (request.AuthorId == stand.Me) throw new Mistaken(new Problems().When(true, "kind", "CircleSessions.YourOwn"));
    }
}
