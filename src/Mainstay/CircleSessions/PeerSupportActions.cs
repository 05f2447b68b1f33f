using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.CircleSessions;

/// <summary>Peer support between two: who is asked says whether they have room today, passes without a reason, and leaves when they like. If somebody may be in danger, it stops.</summary>
public static class PeerSupportActions
{
    /// <summary>They have room today.</summary>
    public static Task<CircleSession> SayHasRoom(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToChange(me, id, clock, stop);
        if (stand.Mine is not { Role: SessionRole.Helper } mine) throw new NotFound("CircleSessions.NoSuchSession");
        if (mine.AgreedAt is not null) return stand.Session;
        var (dayAgo, limit) = (now.AddDays(-1), (await store.SeatOf(me, stop)).Me.ClaimsADay);
        if (await store.SessionSeats.CountAsync(s => s.MemberId == me && s.Role == SessionRole.Helper && s.AgreedAt > dayAgo, stop) >= limit) throw new CannotBeDone("CircleSessions.HelpedEnough", limit);
        mine.AgreedAt = now;
        return await store.Changed(stand.Session, stop);
    }, stop);

    /// <summary>After who was asked had no room, somebody else is asked.</summary>
    public static Task<CircleSession> AskAnother(this Store store, Guid me, Guid id, Guid helper, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var stand = (await store.ToChange(me, id, clock, stop)).Stand;
        if (stand.Mine?.Role != SessionRole.Asker) throw new NotFound("CircleSessions.NoSuchSession");
        if (stand.State != SessionState.Planned) throw new Conflict("CircleSessions.NotNow");
        if (stand.Seats.Count > 1) throw new Conflict("CircleSessions.IsFull");
        await store.SessionSeats.Where(s => s.SessionId == id && s.Role == SessionRole.Helper).ExecuteDeleteAsync(stop); // of somebody whom they keep apart from since, or the other way round
        await store.ForgetWritten(stand.Session, stop);
        stand.Session.WaitAnew();
        await store.Invite(await store.SeatOf(me, stop), stand.Session, helper, stop);
        return await store.Changed(stand.Session, stop);
    }, stop);

    /// <summary>Somebody may be in danger: the conversation stops, and both see where there is help.</summary>
    public static Task<CircleSession> StopForDanger(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (stand, now) = await store.ToChange(me, id, clock, stop);
        if (!stand.IsPeer) throw new NotFound("CircleSessions.NoSuchSession");
        if (stand.State != SessionState.Running) throw new Conflict("CircleSessions.NotNow");
        if (stand.Session.IsStopped) return stand.Session;
        (stand.Session.IsStopped, stand.Session.PausedAt) = (true, stand.Session.PausedAt ?? now);
        return await store.Changed(stand.Session, stop);
    }, stop);

    /// <summary>Whoever is asked gives the place back. They need not say why, and nobody is told; what was written with them is not for the next.</summary>
    internal static async Task<int> PassOn(this Store store, SessionStand stand, CancellationToken stop)
    {
        var session = stand.Session;
        await store.ForgetWritten(session, stop);
        store.Remove(stand.Mine!);
        if (!session.IsStopped) session.WaitAnew();
        await store.Changed(session, stop);
        return 1;
    }

    /// <summary>It waits for another who has room. What began later than planned keeps its day.</summary>
    private static void WaitAnew(this CircleSession session) =>
        (session.State, session.BegunAt, session.Phase, session.PhaseStartedAt, session.PausedAt) = (SessionState.Planned, session.BegunAt > session.StartsAt ? session.BegunAt : null, 0, null, null);

    /// <summary>A member may be asked who is neither here for an employer nor kept apart from who asks.</summary>
    internal static async Task Invite(this Store store, CircleSeat asker, CircleSession session, Guid helper, CancellationToken stop)
    {
        if (!asker.SeesHardTimes) throw new Mistaken(new Problems().When(true, "kind", "Circles.NotForEmployers"));
        var apart = await store.Apart(asker.Id, stop);
        if (helper == asker.Id || apart.Contains(helper) || await store.FindSeat(helper, stop) is not { SeesHardTimes: true, Role: >= Accounts.SpaceRole.Member }) throw new Mistaken(new Problems().When(true, "helper", "CircleSessions.HelperMissing"));
        store.Sit(session.Id, helper, SessionRole.Helper, 1, null);
    }
}
