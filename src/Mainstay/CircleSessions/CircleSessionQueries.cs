using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.CircleSessions;

/// <summary>A session with what one member may see of it.</summary>
/// <param name="Stand">How it stands for them.</param>
/// <param name="Names">What those are called whom they may see.</param>
/// <param name="Entries">What they may read, in the order in which it was written.</param>
/// <param name="Earlier">Actions from earlier hot seats that they take or witness, and that are not done yet.</param>
public sealed record SessionView(SessionStand Stand, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<SessionEntry> Entries, IReadOnlyList<SessionEntry> Earlier)
{
    public CircleSession It => Stand.Session;

    public IEnumerable<SessionEntry> Of(EntryKind kind) => Entries.Where(e => e.Kind == kind);

    /// <summary>Empty when they do not see each other, or who it was left.</summary>
    public string NameOf(Guid? member) => member is { } id ? Names.GetValueOrDefault(id, "") : "";

    /// <summary>What names whose turn it is: who they are, or their seat alone when the two do not see each other.</summary>
    public Guid? TurnSeen => Stand.Turn is { } turn ? NameOf(turn.MemberId).Length > 0 ? turn.MemberId : turn.Id : null;

    /// <summary>Who holds a role; null when nobody does.</summary>
    public SessionSeat? Holding(SessionRole role) => Stand.Seats.FirstOrDefault(s => s.Role == role);
}

public static class CircleSessionQueries
{
    private const int MostOver = 20, MostListed = 100;

    /// <summary>The sessions of the circle: those that run or come, the next first, then the last that are over. Peer support is listed only to its two.</summary>
    public static async Task<IReadOnlyList<SessionStand>> SessionsHere(this Store store, CircleSeat seat, DateTime now, CancellationToken stop)
    {
        var (me, peers, seats) = (seat.Id, seat.SeesHardTimes, store.SessionSeats);
        var seen = store.CircleSessions.AsNoTracking().Where(s => s.Kind != SessionKind.Peer || peers && seats.Any(x => x.SessionId == s.Id && x.MemberId == me));
        var all = await seen.Where(s => s.State != SessionState.Over).OrderBy(s => s.StartsAt).Take(MostListed).ToListAsync(stop);
        all.AddRange(await seen.Where(s => s.State == SessionState.Over).OrderByDescending(s => s.StartsAt).Take(MostOver).ToListAsync(stop));
        var ids = all.Select(s => s.Id).ToList();
        var taken = (await store.SessionSeats.AsNoTracking().Where(s => ids.Contains(s.SessionId)).ToListAsync(stop)).ToLookup(s => s.SessionId);
        var apart = all.Any(s => s.Kind == SessionKind.Peer) ? await store.Apart(me, stop) : new HashSet<Guid>();
        var stands = all.Select(s => Find(seat, s, taken[s.Id], apart, now)).OfType<SessionStand>().Where(s => !(s.IsPeer && s.State == SessionState.Over)).ToList();
        return [.. stands.Where(s => s.State == SessionState.Running), .. stands.Where(s => s.State == SessionState.Planned), .. stands.Where(s => s.State == SessionState.Over).OrderByDescending(s => s.Session.StartsAt)];
    }

    /// <summary>A session as it stands, for a member who may see it.</summary>
    public static async Task<SessionStand> StandOf(this Store store, CircleSeat seat, Guid id, DateTime now, CancellationToken stop) =>
        await store.Find(seat, store.CircleSessions.AsNoTracking().Where(s => s.Id == id), store.SessionSeats.AsNoTracking(), now, stop) ?? throw new NotFound("CircleSessions.NoSuchSession");

    /// <summary>The same, to be changed. Whoever is in it may always get out of it.</summary>
    internal static async Task<SessionStand> StandToChange(this Store store, CircleSeat seat, Guid id, DateTime now, CancellationToken stop, bool isLeaving = false)
    {
        var (session, seats) = (store.CircleSessions.Where(s => s.Id == id), store.SessionSeats);
        if (isLeaving && await seats.AnyAsync(s => s.SessionId == id && s.MemberId == seat.Id, stop))
        {
            var stand = new SessionStand(await session.SingleAsync(stop), InOrder(await seats.Where(s => s.SessionId == id).ToListAsync(stop)), seat.Id, seat.Hosts, now);
            return IsThere(stand) ? stand : throw new NotFound("CircleSessions.NoSuchSession");
        }
        return await store.Find(seat, session, seats, now, stop) ?? throw new NotFound("CircleSessions.NoSuchSession");
    }

    /// <summary>A session with what a member may read in it.</summary>
    public static async Task<SessionView> SessionShown(this Store store, CircleSeat seat, Guid id, DateTime now, CancellationToken stop)
    {
        var (stand, apart, me) = (await store.StandOf(seat, id, now, stop), await store.Apart(seat.Id, stop), seat.Id);
        var entries = await store.SessionEntries.AsNoTracking().Where(e => e.SessionId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(stop);
        var hidden = entries.Where(e => apart.Contains(e.AuthorId)).Select(e => e.Id).ToHashSet();
        var earlier = stand is { Session.Kind: SessionKind.HotSeat, State: SessionState.Running, IsIn: true }
            ? await store.SessionEntries.AsNoTracking().Where(e => e.SessionId != id && e.Kind == EntryKind.Action && (e.AuthorId == me || e.WitnessId == me) && (e.Became & Became.Solved) == 0).OrderBy(e => e.DueOn).Take(MostOver).ToListAsync(stop) : [];
        var members = stand.Seats.Select(s => s.MemberId).Concat(entries.Select(e => e.AuthorId)).Concat(earlier.SelectMany(e => new[] { e.AuthorId, e.WitnessId ?? e.AuthorId })).Append(stand.Session.HostId).Where(m => !apart.Contains(m)).ToHashSet();
        var names = await store.Members.Where(m => m.LeftAt == null && members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        return new(stand, names, [.. entries.Where(e => !hidden.Contains(e.Id) && !(e.AboutId is { } about && hidden.Contains(about)) && stand.Sees(e))], [.. earlier.Where(e => !apart.Contains(e.AuthorId))]);
    }

    /// <summary>Another text whenever the session is another for somebody; null when they may not see it, or not any more.</summary>
    public static async Task<string?> SessionVersion(this Store store, Guid account, Guid id, DateTime now, CancellationToken stop)
    {
        if (await store.FindSeat(account, stop) is not { } seat) return null;
        return await store.Find(seat, store.CircleSessions.AsNoTracking().Where(s => s.Id == id), store.SessionSeats.AsNoTracking(), now, stop) is { } stand ? $"{stand.Session.Changes}-{stand.State}-{stand.Seats.Count}" : null;
    }

    /// <summary>Requests of mine in rings that took place and are over, about which I am asked today; looked up in every circle that the account is in.</summary>
    public static async Task<IReadOnlyList<(CircleSession Session, SessionEntry Request)>> RequestsToFollow(this Store store, Guid account, DateTime now, CancellationToken stop)
    {
        var (since, seats) = (now.AddDays(-100), store.InCirclesOf<SessionSeat>(account));
        var sessions = store.InCirclesOf<CircleSession>(account).Where(s => s.Kind == SessionKind.Ring && (s.BegunAt != null || s.Days != null) && (s.BegunAt ?? s.StartsAt) > since && (s.BegunAt ?? s.StartsAt) < now);
        var all = await store.InCirclesOf<SessionEntry>(account).AsNoTracking().Where(e => e.AuthorId == account && e.Kind == EntryKind.Request && seats.Any(x => x.SessionId == e.SessionId && x.MemberId == account))
            .Join(sessions, e => new { e.SpaceId, Id = e.SessionId }, s => new { s.SpaceId, s.Id }, (e, s) => new { s, e }).ToListAsync(stop);
        return [.. all.Select(a => (a.s, a.e)).Where(a => new SessionStand(a.s, [], account, false, now).State == SessionState.Over)];
    }

    /// <summary>Sessions that somebody is in and that begin between two moments, in every circle that the account is in.</summary>
    public static async Task<IReadOnlyList<CircleSession>> MySessionsBetween(this Store store, Guid account, DateTime from, DateTime to, CancellationToken stop)
    {
        var (mine, members) = (store.InCirclesOf<SessionSeat>(account).Where(x => x.MemberId == account), store.InCirclesOf<Member>(account).Where(m => m.Id == account && !m.IsForEmployer));
        var (seats, blocks) = (store.InCirclesOf<SessionSeat>(account).Where(x => x.Role == SessionRole.Asker), store.InCirclesOf<MemberBlock>(account).Where(b => b.ById == account || b.OfId == account));
        var askers = seats.Where(x => blocks.Any(b => b.SpaceId == x.SpaceId && (b.ById == x.MemberId || b.OfId == x.MemberId) && x.MemberId != account)); // from whom they are kept apart
        return await store.InCirclesOf<CircleSession>(account).AsNoTracking().Where(s => s.State != SessionState.Over && s.StartsAt >= from && s.StartsAt < to && mine.Any(x => x.SessionId == s.Id && x.SpaceId == s.SpaceId))
            .Where(s => s.Kind != SessionKind.Peer || members.Any(m => m.SpaceId == s.SpaceId) && !askers.Any(x => x.SessionId == s.Id && x.SpaceId == s.SpaceId)).OrderBy(s => s.StartsAt).Take(MostOver).ToListAsync(stop);
    }

    private static async Task<SessionStand?> Find(this Store store, CircleSeat seat, IQueryable<CircleSession> which, IQueryable<SessionSeat> seats, DateTime now, CancellationToken stop) =>
        await which.SingleOrDefaultAsync(stop) is { } session ? Find(seat, session, await seats.Where(s => s.SessionId == session.Id).ToListAsync(stop), session.Kind == SessionKind.Peer ? await store.Apart(seat.Id, stop) : new HashSet<Guid>(), now) : null;

    /// <summary>Who was asked for peer support and is kept apart from who asked sees nothing of it any more; who asked sees that the place is free.</summary>
    private static SessionStand? Find(CircleSeat seat, CircleSession session, IEnumerable<SessionSeat> seats, IReadOnlySet<Guid> apart, DateTime now)
    {
        var stand = new SessionStand(session, InOrder(session.Kind == SessionKind.Peer ? seats.Where(s => !apart.Contains(s.MemberId)) : seats), seat.Id, seat.Hosts, now);
        return IsThere(stand) && (!stand.IsPeer || stand.IsIn && seat.SeesHardTimes) ? stand : null;
    }

    /// <summary>Peer support is there until its day is over, and as long as who asked for it is.</summary>
    private static bool IsThere(SessionStand stand) => !stand.IsPeer || !stand.IsForgotten && stand.Seats.Any(s => s.Role == SessionRole.Asker);

    private static IReadOnlyList<SessionSeat> InOrder(IEnumerable<SessionSeat> seats) => [.. seats.OrderBy(s => s.Position).ThenBy(s => s.Id)];
}
