using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Jobs;
using Mainstay.Live;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.CircleSessions;

/// <summary>Members plan sessions, come to them and leave, take roles; who runs one begins it, moves it on, stops the clock and ends it.</summary>
public static class CircleSessionActions
{
    /// <summary>Sessions that one member may plan on a day.</summary>
    public const int MostADay = 20;

    /// <summary>The topic under which a session's changes are told to open pages.</summary>
    internal static string Topic(Guid id) => "session-" + id;

    /// <summary>Plans a session. Whoever does facilitates a ring or a hot seat, and asks in peer support.</summary>
    public static Task<CircleSession> PlanSession(this Store store, Guid me, NewSession details, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (seat, now) = (await store.SeatOf(me, stop), clock.GetUtcNow().UtcDateTime);
        Mistaken.ThrowIf(details.Check(now));
        if (details.Id is { } once && await store.CircleSessions.FirstOrDefaultAsync(s => s.Id == once && s.HostId == me, stop) is { } already) return already;
        var dayAgo = now.AddDays(-1);
        if (await store.CircleSessions.CountAsync(s => s.HostId == me && s.CreatedAt > dayAgo, stop) >= MostADay) throw new CannotBeDone("CircleSessions.Enough", MostADay);
        var isPeer = details.Kind == SessionKind.Peer;
        var session = store.Add(new CircleSession
        {
            Id = await store.FreshId<CircleSession>(details.Id, stop), Kind = details.Kind, HostId = me, Title = isPeer ? "" : details.Title!.Trim(), StartsAt = details.StartsAt ?? now, CreatedAt = now,
            Minutes = details.Minutes ?? SessionScript.Lasting(details.Kind).Usual, Days = details.IsWritten ? SessionScript.WrittenDays : null,
            Wish = isPeer ? details.Wish : null, OffLimits = isPeer ? Filled(details.OffLimits) : null,
        }).Entity;
        await store.SaveChangesAsync(stop);
        store.Sit(session.Id, me, isPeer ? SessionRole.Asker : SessionRole.Facilitator, 0, now);
        if (isPeer) await store.Invite(seat, session, details.HelperId!.Value, stop);
        await store.SaveChangesAsync(stop);
        await store.Wake(CircleSessionsJob.Sweep, session.StartsAt + (session.Days is { } days ? TimeSpan.FromDays(days) : SessionStand.Forgotten), stop);
        return session;
    }, stop);

    /// <summary>A member comes to a session. Of two who want the last place one has it.</summary>
    public static Task<CircleSession> JoinSession(this Store store, Guid me, Guid id, SessionRole role, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToChange(me, id, clock, stop);
        if (stand.IsIn) return stand.Session;
        if (!stand.IsOpen) throw new Conflict("CircleSessions.IsClosed");
        var apart = await store.Apart(me, stop);
        // Who is kept apart from somebody there hears the same as who comes too late: nothing tells of the other.
        if (stand.IsFull || stand.Session.Kind == SessionKind.HotSeat && stand.Seats.Any(s => apart.Contains(s.MemberId))) throw new Conflict("CircleSessions.IsFull");
        ThrowIfNoRole(stand, role);
        if (role != SessionRole.Member && stand.Seats.Any(s => s.Role == role)) throw new Conflict("CircleSessions.RoleTaken");
        store.Sit(id, me, role, stand.Seats.Select(s => s.Position).Append(stand.Session.TurnPosition ?? -1).Max() + 1, now);
        return await store.Changed(stand.Session, stop);
    }, stop);

    /// <summary>A member leaves a session, and what they asked for in it goes with them. When the presenter of a hot seat leaves, it ends and nothing of it is kept but the actions. What was written in one that is over is the presenter's.</summary>
    public static Task<int> LeaveSession(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToLeave(me, id, SpaceRole.Guest, clock, stop);
        if (stand.Mine is not { } mine || stand is { IsPeer: true, State: SessionState.Over }) return 0;
        if (stand.IsPeer) return mine.Role != SessionRole.Asker ? await store.PassOn(stand, stop) : stand.State == SessionState.Planned ? await store.Erase(stand.Session, stop) : (await store.End(stand, now, stop)).Changes;
        if (stand.IsMyTurn) stand.Session.Give(stand.AfterTurn, stand.Session.PausedAt ?? now);
        await store.TakeAlong(stand, mine, stop);
        if (mine.Role == SessionRole.Presenter && stand.State == SessionState.Running) (stand.Session.State, stand.Session.EndedAt) = (SessionState.Over, now);
        store.Remove(mine);
        await store.Changed(stand.Session, stop);
        return 1;
    }, stop);

    /// <summary>What somebody wrote for themselves goes with them, and what was written for a presenter. Once a hot seat is over, what they wrote in it is no longer theirs to take.</summary>
    private static async Task TakeAlong(this Store store, SessionStand stand, SessionSeat mine, CancellationToken stop)
    {
        var (id, me) = (stand.Session.Id, mine.MemberId);
        await store.OverwriteWhatGoes(stop);
        if (mine.Role == SessionRole.Presenter) await store.SessionEntries.Where(e => e.SessionId == id && e.Kind != EntryKind.Action).ExecuteDeleteAsync(stop);
        if (stand is { Session.Kind: SessionKind.HotSeat, State: SessionState.Over }) return;
        var requests = store.SessionEntries.Where(e => e.SessionId == id && e.AuthorId == me && e.Kind == EntryKind.Request).Select(e => e.Id);
        await store.SessionEntries.Where(e => e.SessionId == id && e.AboutId != null && requests.Contains(e.AboutId.Value)).ExecuteDeleteAsync(stop);
        await store.SessionEntries.Where(e => e.SessionId == id && e.AuthorId == me && (stand.Session.Kind == SessionKind.HotSeat || e.Kind == EntryKind.Request)).ExecuteDeleteAsync(stop);
    }

    /// <summary>Somebody takes a role that is free; who runs the session gives roles to others too, and whoever had it is a member like the others.</summary>
    public static Task<CircleSession> TakeRole(this Store store, Guid me, Guid id, SessionSeat wanted, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, _) = await store.ToChange(me, id, clock, stop);
        ThrowIfNoRole(stand, wanted.Role);
        var seat = stand.Seats.FirstOrDefault(s => s.MemberId == wanted.MemberId) ?? throw new NotFound("Circles.NoSuchMember");
        if (seat.MemberId != me && !stand.Runs) throw new NotFound("Circles.NoSuchMember");
        if (stand.State == SessionState.Over || stand.State == SessionState.Running && stand.Session.Phase > 0 && (wanted.Role == SessionRole.Presenter || seat.Role == SessionRole.Presenter)) throw new Conflict("CircleSessions.NotNow");
        foreach (var other in stand.Seats.Where(s => s != seat && s.Role == wanted.Role && wanted.Role != SessionRole.Member))
            other.Role = stand.Runs ? SessionRole.Member : throw new Conflict("CircleSessions.RoleTaken");
        seat.Role = wanted.Role;
        return await store.Changed(stand.Session, stop);
    }, stop);

    /// <summary>It begins. With fewer people than it is meant for only when who runs it says so.</summary>
    public static Task<CircleSession> BeginSession(this Store store, Guid me, Guid id, bool withFewer, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToRun(me, id, clock, stop);
        var (session, kind) = (stand.Session, stand.Session.Kind);
        if (stand.State == SessionState.Running) return session;
        if (stand.State == SessionState.Over || session.Days is not null) throw new Conflict("CircleSessions.NotNow");
        if (stand.IsPeer && stand.Seats.Count(s => s.AgreedAt is not null) < 2) throw new Conflict("CircleSessions.NotAgreed");
        if (stand.Seats.Count < SessionScript.AtLeast(kind)) throw new CannotBeDone("CircleSessions.TooFew", SessionScript.AtLeast(kind));
        if (!withFewer && stand.Seats.Count < SessionScript.People(kind).Fewest) throw new CannotBeDone("CircleSessions.Fewer", SessionScript.People(kind).Fewest, SessionScript.People(kind).Most);
        if (stand.LacksPresenter) throw new CannotBeDone("CircleSessions.NoPresenter");
        (session.State, session.BegunAt) = (SessionState.Running, now);
        stand.MoveTo(0);
        if (!stand.IsPeer) store.Note(AuditDeed.SessionBegun, me, null, now);
        await store.Wake(CircleSessionsJob.Sweep, now + SessionStand.Forgotten, stop);
        return await store.Changed(session, stop);
    }, stop);

    /// <summary>On to the next part, after the last to the end. Whoever saw another part than the one it is in changes nothing.</summary>
    public static Task<CircleSession> NextPhase(this Store store, Guid me, Guid id, int seen, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToRun(me, id, clock, stop);
        if (stand.State != SessionState.Running || stand.Session.Days is not null || stand.Session.IsStopped) throw new Conflict("CircleSessions.NotNow");
        if (stand.Session.Phase != seen) return stand.Session;
        if (stand.LacksPresenter) throw new CannotBeDone("CircleSessions.NoPresenter");
        if (seen == stand.Phases.Count - 1) return await store.End(stand, now, stop);
        stand.MoveTo(seen + 1);
        return await store.Changed(stand.Session, stop);
    }, stop);

    /// <summary>The clock stands still, or goes on.</summary>
    public static Task<CircleSession> PauseSession(this Store store, Guid me, Guid id, bool pause, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToRun(me, id, clock, stop);
        var session = stand.Session;
        if (stand.State != SessionState.Running || session.Days is not null || session.IsStopped) throw new Conflict("CircleSessions.NotNow");
        if (stand.IsPaused == pause) return session;
        if (session.PausedAt is { } since) (session.PhaseStartedAt, session.TurnStartedAt) = (session.PhaseStartedAt + (now - since), session.TurnStartedAt + (now - since));
        session.PausedAt = pause ? now : null;
        return await store.Changed(session, stop);
    }, stop);

    /// <summary>The turn goes on to the next. Whoever saw somebody else's turn, by their seat or who they are, changes nothing.</summary>
    public static Task<CircleSession> NextTurn(this Store store, Guid me, Guid id, Guid seen, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToChange(me, id, clock, stop);
        if (stand.Turn is not { } turn || turn.MemberId != seen && turn.Id != seen) return stand.Session;
        if (!stand.PassesTurn) throw new NotFound("CircleSessions.NoSuchSession");
        stand.Session.Give(stand.AfterTurn, stand.Session.PausedAt ?? now);
        return await store.Changed(stand.Session, stop);
    }, stop);

    /// <summary>It ends before its time, or does not take place. Of peer support nothing is kept; before it begins only who asked for it takes it back, and who was asked passes.</summary>
    public static Task<CircleSession> EndSession(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = Running(await store.ToLeave(me, id, SpaceRole.Member, clock, stop));
        if (stand.State == SessionState.Over) return stand.Session;
        if (stand.State == SessionState.Running) return await store.End(stand, now, stop);
        if (stand.Mine?.Role == SessionRole.Helper) await store.PassOn(stand, stop);
        else await store.Erase(stand.Session, stop);
        return stand.Session;
    }, stop);

    internal static async Task<CircleSession> Changed(this Store store, CircleSession session, CancellationToken stop)
    {
        session.Changes++;
        await store.SaveChangesAsync(stop);
        await store.Signal(Topic(session.Id), stop);
        return session;
    }

    internal static void Sit(this Store store, Guid session, Guid member, SessionRole role, int position, DateTime? agreed) =>
        store.Add(new SessionSeat { SessionId = session, MemberId = member, Role = role, Position = position, AgreedAt = agreed });

    /// <summary>The session with everything in it goes for good.</summary>
    internal static async Task<int> Erase(this Store store, CircleSession session, CancellationToken stop)
    {
        var id = session.Id;
        await store.OverwriteWhatGoes(stop);
        store.ChangeTracker.Clear();
        var gone = await store.CircleSessions.Where(s => s.Id == id).ExecuteDeleteAsync(stop);
        await store.Signal(Topic(id), stop);
        return gone;
    }

    internal static async Task<(SessionStand Stand, DateTime Now)> ToChange(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop)
    {
        var (seat, now) = (await store.SeatOf(me, stop), clock.GetUtcNow().UtcDateTime);
        return (await store.StandToChange(seat, id, now, stop), now);
    }

    /// <summary>Whoever is in it gets out of it, also when the two were kept apart since, or who asked is here for an employer now.</summary>
    private static async Task<(SessionStand Stand, DateTime Now)> ToLeave(this Store store, Guid me, Guid id, SpaceRole least, TimeProvider clock, CancellationToken stop)
    {
        var (seat, now) = (await store.SeatOf(me, stop, least), clock.GetUtcNow().UtcDateTime);
        return (await store.StandToChange(seat, id, now, stop, isLeaving: true), now);
    }

    private static async Task<(SessionStand Stand, DateTime Now)> ToRun(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => Running(await store.ToChange(me, id, clock, stop));

    private static (SessionStand Stand, DateTime Now) Running((SessionStand Stand, DateTime Now) found) => found.Stand.Runs ? found : throw new CannotBeDone("CircleSessions.FacilitatorDoesThis");

    private static void MoveTo(this SessionStand stand, int phase)
    {
        var (session, isRound) = (stand.Session, stand.Phases[phase].IsRound);
        (session.Phase, session.PhaseStartedAt, session.PausedAt) = (phase, stand.Now, null);
        session.Give(isRound && stand.Seats is [var first, ..] ? first : null, stand.Now);
    }

    private static void Give(this CircleSession session, SessionSeat? turn, DateTime at) =>
        (session.TurnId, session.TurnPosition, session.TurnStartedAt) = (turn?.MemberId, turn?.Position, turn is null ? null : at);

    private static async Task<CircleSession> End(this Store store, SessionStand stand, DateTime now, CancellationToken stop)
    {
        var session = stand.Session;
        if (stand.IsPeer)
        {
            await store.ForgetWritten(session, stop);
            (session.Wish, session.OffLimits, session.IsStopped) = (null, null, false); // that there was a conversation goes with the day: until then it counts for who helped
        }
        (session.State, session.EndedAt, session.PausedAt, session.TurnId, session.TurnPosition) = (SessionState.Over, now, null, null, null);
        return await store.Changed(session, stop);
    }

    /// <summary>What was written between two goes for good.</summary>
    internal static async Task ForgetWritten(this Store store, CircleSession session, CancellationToken stop)
    {
        var id = session.Id;
        await store.OverwriteWhatGoes(stop);
        await store.SessionEntries.Where(e => e.SessionId == id).ExecuteDeleteAsync(stop);
    }

    private static void ThrowIfNoRole(SessionStand stand, SessionRole role)
    {
        if (stand.IsPeer || role > SessionRole.Timekeeper || !Enum.IsDefined(role) || role == SessionRole.Presenter && stand.Session.Kind != SessionKind.HotSeat) throw new Mistaken(new Problems().When(true, "role", "CircleSessions.NoRole"));
    }
}
