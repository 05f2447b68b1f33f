using Mainstay.CircleSessions;
using Mainstay.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.CircleSessions;

public class CircleSessionsSweepActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Peer_support_that_ended_is_gone_a_day_after_it_began(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var pair = await Pair.Of(house);
        await pair.Begin();
        var gone = pair.Now.AddDays(1);
        await pair.End(pair.Grace);
        house.Clock.Pass(TimeSpan.FromHours(2));

        var next = await pair.Store.SweepSessions(pair.Now, Stop);
        var kept = await pair.Store.CircleSessions.CountAsync(Stop);
        var after = await pair.Store.SweepSessions(next!.Value, Stop);

        Assert.Equal((gone, 1, null), (next.Value, kept, after));
        Assert.Empty(await pair.Store.CircleSessions.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_ring_by_writing_is_over_when_its_week_is(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        var (ends, alarms) = (round.Now.AddDays(7), round.Ring.Store.Alarms.Where(a => a.SpaceId == round.Ring.Id && a.Job == CircleSessionsJob.Sweep));
        var due = await alarms.Select(a => a.DueAt).SingleAsync(Stop);

        var (next, open) = (await round.Ring.Store.SweepSessions(ends.AddDays(-1), Stop), await State());
        var after = await round.Ring.Store.SweepSessions(ends, Stop);

        Assert.Equal((ends, ends, SessionState.Planned), (due, next, open));
        Assert.Equal((null, SessionState.Over), (after, await State()));

        Task<SessionState> State() => round.Ring.Store.CircleSessions.Select(s => s.State).SingleAsync(Stop);
    }

    [Theory, OnBoth]
    public async Task What_nobody_began_or_ended_is_over_after_a_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);

        var next = await round.Ring.Store.SweepSessions(round.Now, Stop);
        await round.Ring.Store.SweepSessions(next!.Value, Stop);

        Assert.Equal(SessionState.Over, await round.Ring.Store.CircleSessions.Select(s => s.State).SingleAsync(Stop));
    }
}
