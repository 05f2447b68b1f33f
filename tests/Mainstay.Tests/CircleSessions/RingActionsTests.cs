using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.CircleSessions;

public class RingActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Everybody_asks_for_one_thing_and_others_offer(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        var (ada, grace, alan) = (round.Ring.Ada, await round.Come("Grace Hopper"), await round.Come("Alan Turing"));
        await round.Say(grace, EntryKind.Request, "A first draft, before it begins");
        await round.Begin();
        var request = await round.Say(grace, EntryKind.Request, "Somebody who sold to hospitals");
        await Assert.ThrowsAsync<Conflict>(() => round.Say(ada, EntryKind.ICan, "Too early: it is still the welcome", request.Id));
        await round.On(SessionStep.Requests);

        await round.Say(alan, EntryKind.IKnowSomeone, "My sister runs a ward.", request.Id);
        await round.Say(ada, EntryKind.ICan, "I can show you the tender.", request.Id);
        var own = await Assert.ThrowsAsync<Mistaken>(() => round.Say(grace, EntryKind.ICan, "Myself", request.Id));
        var seen = await round.Seen(ada);

        Assert.Equal(["Somebody who sold to hospitals"], seen.Of(EntryKind.Request).Select(e => e.Text));
        Assert.Equal(["My sister runs a ward.", "I can show you the tender."], seen.Entries.Where(e => e.AboutId == request.Id).Select(e => e.Text));
        Assert.Equal("kind", own.Problems.Single().Field);
        Assert.Equal(new RingReport(1, 1, 0, 0, 0, 0, 2), RingReport.Of(seen.Entries.ToList()));
    }

    [Theory, OnBoth]
    public async Task Two_who_press_on_at_once_move_it_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        await round.Come("Grace Hopper");
        await round.Come("Alan Turing");
        await round.Begin();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => round.Next(0), Stop)));

        Assert.Equal(1, (await round.Seen(round.Ring.Ada)).It.Phase);
    }

    [Theory, OnBoth]
    public async Task Of_two_who_want_the_last_place_one_has_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.HotSeat);
        for (var i = 0; i < 6; i++) await round.Come($"Member{i}");
        var (grace, alan) = (await round.Ring.Join("Grace Hopper", "grace@example.org"), await round.Ring.Join("Alan Turing", "alan@example.org"));

        var tries = await Task.WhenAll(new[] { grace, alan }.Select(who => Task.Run(async () =>
        {
            try
            {
                await round.Join(who);
                return null;
            }
            catch (Conflict full)
            {
                return full.Reason.Key;
            }
        }, Stop)));

        Assert.Equal([null, "CircleSessions.IsFull"], tries.Order());
        Assert.Equal(8, (await round.Seen(round.Ring.Ada)).Stand.Seats.Count);
    }

    [Theory, OnBoth]
    public async Task Those_apart_see_nothing_of_each_other(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        var (ada, grace, alan) = (round.Ring.Ada, await round.Come("Grace Hopper"), await round.Come("Alan Turing"));
        await round.Ring.Store.Block(grace.Id, alan.Id, Stop);
        var hers = await round.Say(grace, EntryKind.Request, "A law student");
        var his = await round.Say(alan, EntryKind.Request, "A chess player");
        var adas = await round.Say(ada, EntryKind.Request, "A printer");
        await round.Say(alan, EntryKind.ICan, "I print.", adas.Id);
        await round.Say(ada, EntryKind.ICan, "I play.", his.Id);

        await Assert.ThrowsAsync<NotFound>(() => round.Say(alan, EntryKind.ICan, "I study law.", hers.Id));
        var seen = await round.Seen(grace);

        Assert.Equal(["A law student", "A printer"], seen.Entries.Select(e => e.Text));
        Assert.DoesNotContain(alan.Id, seen.Names.Keys);
        Assert.Equal(3, seen.Stand.Seats.Count);
        Assert.Equal(5, (await round.Seen(ada)).Entries.Count);
    }

    [Theory, OnBoth]
    public async Task It_needs_three_and_with_fewer_than_eight_a_word(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        var grace = await round.Come("Grace Hopper");

        var tooFew = await Assert.ThrowsAsync<CannotBeDone>(() => round.Begin());
        await round.Come("Alan Turing");
        var fewer = await Assert.ThrowsAsync<CannotBeDone>(() => round.Begin(withFewer: false));
        var notHers = await Assert.ThrowsAsync<CannotBeDone>(() => round.Ring.Store.BeginSession(grace.Id, round.Id, true, house.Clock, Stop));
        await round.Begin();

        Assert.Equal(["CircleSessions.TooFew", "CircleSessions.Fewer", "CircleSessions.FacilitatorDoesThis"], new[] { tooFew, fewer, notHers }.Select(r => r.Reason.Key));
        Assert.Equal(AuditDeed.SessionBegun, await round.Ring.Store.AuditEntries.OrderByDescending(e => e.Id).Select(e => e.Deed).FirstAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_week_and_a_month_later_they_are_asked_what_became_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        var grace = await round.Come("Grace Hopper");
        var request = await round.Say(grace, EntryKind.Request, "A law student");
        house.Clock.Pass(TimeSpan.FromDays(7));
        await Assert.ThrowsAsync<Conflict>(() => round.Say(grace, EntryKind.Request, "Too late"));
        var waits = await round.Ring.Store.RequestsToFollow(grace.Id, round.Now, Stop);

        await round.Ring.Store.SayBecame(grace.Id, round.Id, new(request.Id, Became.Opened), house.Today, house.Clock, Stop);
        await round.Ring.Store.SayBecame(grace.Id, round.Id, new(request.Id, Became.Solved), house.Today, house.Clock, Stop);
        await round.Ring.Store.SayBecame(grace.Id, round.Id, new(request.Id, Became.Opened, IsSo: false), house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => round.Ring.Store.SayBecame(round.Ring.Ada.Id, round.Id, new(request.Id, Became.Helped), house.Today, house.Clock, Stop));

        Assert.Equal([request.Id], waits.Select(w => w.Request.Id));
        Assert.Equal(Became.Solved, (await round.Seen(round.Ring.Ada)).Of(EntryKind.Request).Single().Became);
        Assert.Empty(await round.Ring.Store.RequestsToFollow(round.Ring.Ada.Id, round.Now, Stop));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_asked_about_a_ring_that_did_not_take_place(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        await round.Say(round.Ring.Ada, EntryKind.Request, "A printer");

        await round.Ring.Store.SweepSessions(round.Now.AddDays(1), Stop);

        Assert.Empty(await round.Ring.Store.RequestsToFollow(round.Ring.Ada.Id, round.Now.AddDays(8), Stop));
    }

    [Theory, OnBoth]
    public async Task Who_is_taken_out_of_the_circle_has_no_seat_any_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        var grace = await round.Come("Grace Hopper");

        await round.Ring.Store.TakeOutOfCircle(round.Ring.Ada.Id, grace.Id, house.Clock, Stop);

        Assert.Equal([round.Ring.Ada.Id], (await round.Seen(round.Ring.Ada)).Stand.Seats.Select(s => s.MemberId));
        await Assert.ThrowsAsync<NotFound>(() => round.Say(grace, EntryKind.Request, "Too late"));
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring);
        var bob = await house.BobsAccount();
        await round.Say(round.Ring.Ada, EntryKind.Request, "A printer");
        await round.Come("Grace Hopper");
        await round.Come("Alan Turing");
        await round.Begin();
        var (ada, day, later) = (round.Ring.Ada, round.Now.Date, round.Now.AddDays(8));

        Assert.Null(await round.Ring.Store.SessionVersion(bob.Id, round.Id, round.Now, Stop));
        await Assert.ThrowsAsync<NotFound>(() => round.Join(bob));
        Assert.Equal((1, 0), (await Begin(ada), await Begin(bob)));
        Assert.Equal((1, 0), (await Follow(ada), await Follow(bob)));

        async Task<int> Begin(Account who) => (await round.Ring.Store.MySessionsBetween(who.Id, day, day.AddDays(1), Stop)).Count;

        async Task<int> Follow(Account who) => (await round.Ring.Store.RequestsToFollow(who.Id, later, Stop)).Count;
    }
}
