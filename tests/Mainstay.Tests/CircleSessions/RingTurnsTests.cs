using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Words;

namespace Mainstay.Tests.CircleSessions;

public class RingTurnsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_turn_goes_round_and_only_once_for_two_who_press(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        var (ada, grace, alan) = (round.Ring.Ada, await round.Come("Grace Hopper"), await round.Come("Alan Turing"));
        await round.Begin();
        await round.On(SessionStep.Requests);

        await Assert.ThrowsAsync<NotFound>(() => Turn(alan.Id, ada.Id));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Turn(ada.Id, ada.Id), Stop)));
        var second = (await round.Seen(ada)).It.TurnId;
        await Turn(grace.Id, grace.Id);
        await round.Ring.Store.LeaveSession(alan.Id, round.Id, house.Clock, Stop);
        var after = (await round.Seen(ada)).It.TurnId;

        Assert.Equal(grace.Id, second);
        Assert.Null(after);

        Task<CircleSession> Turn(Guid me, Guid seen) => round.Ring.Store.NextTurn(me, round.Id, seen, house.Clock, Stop);
    }

    [Theory, OnBoth]
    public async Task The_round_goes_on_with_the_next_when_whose_turn_it_is_leaves_the_circle(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        var (ada, grace, alan) = (round.Ring.Ada, await round.Come("Grace Hopper"), await round.Come("Alan Turing"));
        await round.Begin();
        await round.On(SessionStep.Requests);
        await Turn(ada.Id, ada.Id);

        await round.Ring.Store.LeaveCircle(grace.Id, house.Clock, Stop);
        var next = (await round.Seen(ada)).Stand;
        var late = await round.Come("Katherine Johnson");
        await Turn(alan.Id, alan.Id);
        var last = (await round.Seen(ada)).TurnSeen;
        await Turn(late.Id, late.Id);

        Assert.Equal((alan.Id, SessionStep.Requests), (next.Turn!.MemberId, next.Phase.Step));
        Assert.Equal(late.Id, last);
        Assert.Null((await round.Seen(ada)).TurnSeen);

        Task<CircleSession> Turn(Guid me, Guid seen) => round.Ring.Store.NextTurn(me, round.Id, seen, house.Clock, Stop);
    }

    [Theory, OnBoth]
    public async Task A_ring_that_everybody_left_goes_on_without_a_turn(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        var (ada, grace, alan) = (round.Ring.Ada, await round.Come("Grace Hopper"), await round.Come("Alan Turing"));
        await round.Begin();
        foreach (var who in new[] { ada, grace, alan }) await round.Ring.Store.LeaveSession(who.Id, round.Id, house.Clock, Stop);

        await round.On(SessionStep.Requests);

        Assert.Null((await round.Seen(ada)).TurnSeen);
    }

    [Theory, OnBoth]
    public async Task While_time_stands_still_the_next_turn_loses_none(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        var (ada, grace) = (round.Ring.Ada, await round.Come("Grace Hopper"));
        await round.Come("Alan Turing");
        await round.Begin();
        await round.On(SessionStep.Requests);
        await round.Ring.Store.PauseSession(ada.Id, round.Id, true, house.Clock, Stop);
        var paused = round.Now;
        house.Clock.Pass(TimeSpan.FromMinutes(5));

        await round.Ring.Store.LeaveSession(ada.Id, round.Id, house.Clock, Stop);
        var it = (await round.Seen(ada)).It;

        Assert.Equal((grace.Id, paused), (it.TurnId, it.TurnStartedAt));
    }
}
