using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.CircleSessions;

public class HotSeatActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_was_written_is_the_presenters_alone_at_the_end_and_actions_stay_with_their_two(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var (ada, grace, alan) = (round.Ring.Ada, await round.Come("Grace Hopper", SessionRole.Presenter), await round.Come("Alan Turing"));
        var katherine = await round.Come("Katherine Johnson");
        await round.Begin();
        await round.On(SessionStep.Presenting);
        await round.Say(alan, EntryKind.Note, "She said it twice.");
        var early = await round.Seen(grace);
        await round.On(SessionStep.Questions);
        await round.Say(alan, EntryKind.Question, "Who decides?");
        await Assert.ThrowsAsync<Conflict>(() => round.Say(alan, EntryKind.Experience, "When I …"));
        await round.On(SessionStep.Experience);
        await Assert.ThrowsAsync<Conflict>(() => round.Say(grace, EntryKind.Experience, "But I …"));
        await round.Say(alan, EntryKind.Experience, "When I had no money, I asked.");
        await round.On(SessionStep.TakingAway);
        await Assert.ThrowsAsync<Conflict>(() => round.Say(alan, EntryKind.Takeaway, "You should …"));
        await round.Say(grace, EntryKind.Takeaway, "I ask first.");
        await round.On(SessionStep.Actions);
        await Assert.ThrowsAsync<Mistaken>(() => round.Say(alan, EntryKind.Action, "Alone", witness: alan.Id));
        var action = await round.Say(alan, EntryKind.Action, "Call my sister", witness: ada.Id);
        await round.End();

        Assert.Empty(early.Entries);
        Assert.Equal(["She said it twice.", "Who decides?", "When I had no money, I asked.", "I ask first."], (await round.Seen(grace)).Entries.Select(e => e.Text));
        Assert.Equal(["Call my sister"], (await round.Seen(alan)).Entries.Select(e => e.Text));
        Assert.Equal(["Call my sister"], (await round.Seen(ada)).Entries.Select(e => e.Text));
        Assert.Empty((await round.Seen(katherine)).Entries);
        var (hers, his) = (await Kept(round, grace), await Kept(round, alan));
        Assert.Contains("When I had no money, I asked.", hers, StringComparison.Ordinal);
        Assert.Contains("Call my sister", his, StringComparison.Ordinal);
        Assert.DoesNotContain("Who decides?", his, StringComparison.Ordinal); // it was for her
        Assert.Equal("null", await Kept(round, katherine));
        await round.Ring.Store.SayBecame(alan.Id, round.Id, new(action.Id, Became.Solved), house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => round.Ring.Store.EraseRecord(ada.Id, round.Id, house.Clock, Stop));
        await round.Ring.Store.EraseRecord(grace.Id, round.Id, house.Clock, Stop);
        Assert.Equal([EntryKind.Action], await round.Ring.Store.SessionEntries.Select(e => e.Kind).ToListAsync(Stop));
    }

    /// <summary>What the file of their account says.</summary>
    private static async Task<string> Kept(Round round, Account who) => JsonSerializer.Serialize(await new SessionsFileSource().Of(round.Ring.Store, who.Id, Stop));

    [Theory, OnBoth]
    public async Task Who_is_kept_apart_from_somebody_there_hears_that_it_is_full(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var grace = await round.Come("Grace Hopper");
        var alan = await round.Ring.Join("Alan Turing", "alan@example.org");
        await round.Ring.Store.Block(grace.Id, alan.Id, Stop);

        var full = await Assert.ThrowsAsync<Conflict>(() => round.Join(alan));

        Assert.Equal("CircleSessions.IsFull", full.Reason.Key);
    }

    [Theory, OnBoth]
    public async Task A_role_has_one_and_who_runs_it_gives_it_to_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var (ada, grace, alan) = (round.Ring.Ada, await round.Come("Grace Hopper", SessionRole.Presenter), await round.Come("Alan Turing"));

        var taken = await Assert.ThrowsAsync<Conflict>(() => Take(alan.Id, alan.Id, SessionRole.Presenter));
        await Assert.ThrowsAsync<NotFound>(() => Take(alan.Id, grace.Id, SessionRole.Member));
        await Take(ada.Id, alan.Id, SessionRole.Presenter);
        await Take(grace.Id, grace.Id, SessionRole.Timekeeper);

        Assert.Equal("CircleSessions.RoleTaken", taken.Reason.Key);
        Assert.Equal([SessionRole.Facilitator, SessionRole.Timekeeper, SessionRole.Presenter], (await round.Seen(ada)).Stand.Seats.Select(s => s.Role));

        Task<CircleSession> Take(Guid me, Guid who, SessionRole role) => round.Ring.Store.TakeRole(me, round.Id, new() { MemberId = who, Role = role }, house.Clock, Stop);
    }

    [Theory, OnBoth]
    public async Task It_waits_for_a_presenter_and_closes_after_the_check_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var grace = await round.Come("Grace Hopper");
        await round.Come("Alan Turing");
        var late = await round.Ring.Join("Katherine Johnson", "katherine@example.org");

        var none = await Assert.ThrowsAsync<CannotBeDone>(() => round.Begin());
        await round.Ring.Store.TakeRole(round.Ring.Ada.Id, round.Id, new() { MemberId = grace.Id, Role = SessionRole.Presenter }, house.Clock, Stop);
        await round.Begin();
        await round.On(SessionStep.Commitments);
        var closed = await Assert.ThrowsAsync<Conflict>(() => round.Join(late));

        Assert.Equal(("CircleSessions.NoPresenter", "CircleSessions.IsClosed"), (none.Reason.Key, closed.Reason.Key));
    }

    [Theory, OnBoth]
    public async Task When_the_presenter_leaves_it_ends_and_nothing_of_it_is_kept_but_the_actions(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var (grace, alan) = await Talk(round);
        var before = await Kept(round);

        await round.Ring.Store.LeaveSession(grace.Id, round.Id, house.Clock, Stop);

        Assert.Equal(SessionState.Over, (await round.Seen(alan)).Stand.State);
        Assert.Equal(["Ask first", "Call my sister", "Who decides?"], before);
        Assert.Equal(["Call my sister"], await Kept(round)); // her own went with her
    }

    [Theory, OnBoth]
    public async Task Who_leaves_when_it_is_over_takes_nothing_along_but_what_is_the_presenters(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var (grace, alan) = await Talk(round);
        await round.End();

        await round.Ring.Store.LeaveSession(alan.Id, round.Id, house.Clock, Stop);
        var (seats, after) = (await round.Ring.Store.SessionSeats.CountAsync(Stop), await Kept(round));
        await round.Ring.Store.LeaveSession(grace.Id, round.Id, house.Clock, Stop);

        Assert.Equal(2, seats);
        Assert.Equal(["Ask first", "Call my sister", "Who decides?"], after);
        Assert.Equal(["Ask first", "Call my sister"], await Kept(round));
    }

    [Theory, OnBoth]
    public async Task When_the_presenter_leaves_the_circle_it_is_over_and_their_record_is_swept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var (grace, alan) = await Talk(round);

        await round.Ring.Store.LeaveCircle(grace.Id, house.Clock, Stop);
        var (state, before) = ((await round.Seen(alan)).Stand.State, await Kept(round));
        await round.Ring.Store.SweepSessions(round.Now, Stop);

        Assert.Equal(SessionState.Over, state);
        Assert.Equal(["Ask first", "Call my sister", "Who decides?"], before);
        Assert.Equal(["Ask first", "Call my sister"], await Kept(round));
        Assert.Equal(SessionState.Over, await round.Ring.Store.CircleSessions.Select(s => s.State).SingleAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task When_the_presenter_leaves_the_circle_in_the_check_in_it_waits_for_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var (grace, alan) = (await round.Come("Grace Hopper", SessionRole.Presenter), await round.Come("Alan Turing"));
        await round.Begin();

        await round.Ring.Store.LeaveCircle(grace.Id, house.Clock, Stop);
        var none = await Assert.ThrowsAsync<CannotBeDone>(() => round.Next(0));
        await round.Ring.Store.TakeRole(alan.Id, round.Id, new() { MemberId = alan.Id, Role = SessionRole.Presenter }, house.Clock, Stop);
        await round.Next(0);

        Assert.Equal("CircleSessions.NoPresenter", none.Reason.Key);
        Assert.Equal((SessionState.Running, 1), ((await round.Seen(alan)).Stand.State, (await round.Seen(alan)).It.Phase));
    }

    /// <summary>Grace presents, Alan asks, and both take an action.</summary>
    private static async Task<(Account Grace, Account Alan)> Talk(Round round)
    {
        var (grace, alan) = (await round.Come("Grace Hopper", SessionRole.Presenter), await round.Come("Alan Turing"));
        await round.Begin();
        await round.On(SessionStep.Questions);
        await round.Say(alan, EntryKind.Question, "Who decides?");
        await round.On(SessionStep.Actions);
        await round.Say(alan, EntryKind.Action, "Call my sister", witness: grace.Id);
        await round.Say(grace, EntryKind.Action, "Ask first", witness: alan.Id);
        return (grace, alan);
    }

    private static async Task<string[]> Kept(Round round) => [.. (await round.Ring.Store.SessionEntries.Select(e => e.Text).ToListAsync(Stop)).Order(StringComparer.Ordinal)];

    [Theory, OnBoth]
    public async Task A_pause_stops_the_clock(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        await round.Come("Grace Hopper", SessionRole.Presenter);
        await round.Come("Alan Turing");
        await round.Begin();

        house.Clock.Pass(TimeSpan.FromMinutes(4));
        await Pause(true);
        house.Clock.Pass(TimeSpan.FromMinutes(30));
        await Pause(false);
        await Pause(false);

        Assert.Equal(TimeSpan.FromMinutes(6), (await round.Seen(round.Ring.Ada)).Stand.Left);

        Task<CircleSession> Pause(bool pause) => round.Ring.Store.PauseSession(round.Ring.Ada.Id, round.Id, pause, house.Clock, Stop);
    }
}
