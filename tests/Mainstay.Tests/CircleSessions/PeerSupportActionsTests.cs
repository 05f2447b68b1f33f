using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Tests.Circles;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.CircleSessions;

public class PeerSupportActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_is_asked_passes_without_a_reason_and_another_can_be_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, grace, alan) = await Cast(house);
        var id = await Ask(house, ring, grace, alan);

        await ring.Store.LeaveSession(alan.Id, id, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => Seen(house, ring, alan, id));
        await ring.Store.AskAnother(grace.Id, id, ring.Ada.Id, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => ring.Store.BeginSession(grace.Id, id, false, house.Clock, Stop));
        await ring.Store.SayHasRoom(ring.Ada.Id, id, house.Clock, Stop);
        await ring.Store.BeginSession(ring.Ada.Id, id, false, house.Clock, Stop);

        Assert.Equal(SessionState.Running, (await Seen(house, ring, grace, id)).Stand.State);
    }

    [Theory, OnBoth]
    public async Task Hosts_see_nothing_of_it_and_neither_does_who_is_here_for_an_employer(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, grace, alan) = await Cast(house);
        var katherine = await ring.Join("Katherine Johnson", "katherine@example.org", profile: new() { Name = "Katherine Johnson", IsForEmployer = true });
        var id = await Ask(house, ring, grace, alan);

        await Assert.ThrowsAsync<NotFound>(() => Seen(house, ring, ring.Ada, id));
        await Assert.ThrowsAsync<NotFound>(() => ring.Store.EndSession(ring.Ada.Id, id, house.Clock, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => Ask(house, ring, grace, katherine));
        await Assert.ThrowsAsync<Mistaken>(() => Ask(house, ring, katherine, grace));
        await ring.Store.SayHasRoom(alan.Id, id, house.Clock, Stop);
        await ring.Store.BeginSession(grace.Id, id, false, house.Clock, Stop);
        var (adas, alans) = (await Listed(ring.Ada), await Listed(alan));
        await ring.Store.SayForEmployer(ring.Ada.Id, alan.Id, true, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => Seen(house, ring, alan, id));

        Assert.Empty(adas);
        Assert.Equal([id], alans);
        Assert.Empty(await Listed(alan));
        var deeds = await ring.Store.AuditEntries.Select(e => e.Deed).ToListAsync(Stop);
        Assert.Contains(AuditDeed.ForEmployer, deeds);
        Assert.DoesNotContain(AuditDeed.SessionBegun, deeds);

        async Task<IEnumerable<Guid>> Listed(Account who) => (await ring.Store.SessionsHere(await ring.Seat(who), Now(house), Stop)).Select(s => s.Session.Id);
    }

    [Theory, OnBoth]
    public async Task Those_apart_cannot_ask_each_other(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, grace, alan) = await Cast(house);
        await ring.Store.Block(alan.Id, grace.Id, Stop);

        await Assert.ThrowsAsync<Mistaken>(() => Ask(house, ring, grace, alan));
    }

    [Theory, OnBoth]
    public async Task A_helper_carries_no_more_than_they_allow_themselves_in_a_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        var alan = await ring.Join("Alan Turing", "alan@example.org", profile: new() { Name = "Alan", ClaimsADay = 1 });
        var (first, second) = (await Ask(house, ring, grace, alan), await Ask(house, ring, ring.Ada, alan));

        await ring.Store.SayHasRoom(alan.Id, first, house.Clock, Stop);
        await ring.Store.BeginSession(alan.Id, first, false, house.Clock, Stop);
        await ring.Store.EndSession(alan.Id, first, house.Clock, Stop);
        var enough = await Assert.ThrowsAsync<CannotBeDone>(() => ring.Store.SayHasRoom(alan.Id, second, house.Clock, Stop));

        Assert.Equal("CircleSessions.HelpedEnough", enough.Reason.Key);
    }

    [Theory, OnBoth]
    public async Task What_was_written_goes_when_it_ends_and_all_of_it_with_its_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, grace, alan) = await Cast(house);
        var id = await Ask(house, ring, grace, alan);
        await ring.Store.SayHasRoom(alan.Id, id, house.Clock, Stop);
        await ring.Store.BeginSession(grace.Id, id, false, house.Clock, Stop);
        for (var phase = 0; phase < 2; phase++) await ring.Store.NextPhase(alan.Id, id, phase, house.Clock, Stop);
        await ring.Store.SayInSession(grace.Id, id, new() { Kind = EntryKind.BeforeTomorrow, Text = "Sleep at my sister's." }, house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => ring.Store.SayInSession(alan.Id, id, new() { Kind = EntryKind.WhoElseKnows, Text = "I do" }, house.Today, house.Clock, Stop));
        var before = await Seen(house, ring, alan, id);

        await ring.Store.NextPhase(grace.Id, id, 2, house.Clock, Stop);
        var after = await Seen(house, ring, alan, id);
        house.Clock.Pass(TimeSpan.FromDays(1));
        await ring.Store.SweepSessions(Now(house), Stop);

        Assert.Equal(["Sleep at my sister's."], before.Entries.Select(e => e.Text));
        Assert.Equal((0, null, null), (after.Entries.Count, after.It.Wish, after.It.OffLimits));
        Assert.Empty(await ring.Store.CircleSessions.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task If_somebody_may_be_in_danger_it_stands_still(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, grace, alan) = await Cast(house);
        var id = await Ask(house, ring, grace, alan);
        await ring.Store.SayHasRoom(alan.Id, id, house.Clock, Stop);
        await ring.Store.BeginSession(grace.Id, id, false, house.Clock, Stop);

        await ring.Store.StopForDanger(alan.Id, id, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => ring.Store.NextPhase(grace.Id, id, 0, house.Clock, Stop));

        Assert.True((await Seen(house, ring, grace, id)).It.IsStopped);
        Assert.Empty(await ring.Store.AuditEntries.Where(e => e.Deed == AuditDeed.SessionBegun).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task When_who_asked_leaves_the_circle_it_is_gone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, grace, alan) = await Cast(house);
        var id = await Ask(house, ring, grace, alan);

        await ring.Store.LeaveCircle(grace.Id, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => Seen(house, ring, alan, id));
        await ring.Store.SweepSessions(Now(house), Stop);

        Assert.Empty(await ring.Store.CircleSessions.ToListAsync(Stop));
    }

    private static async Task<(Ring, Account Grace, Account Alan)> Cast(TestHouse house)
    {
        var ring = await Ring.Of(house);
        return (ring, await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
    }

    private static async Task<Guid> Ask(TestHouse house, Ring ring, Account asker, Account helper) =>
        (await ring.Store.PlanSession(asker.Id, new() { Kind = SessionKind.Peer, Wish = SupportWish.Listen, OffLimits = "My mother", HelperId = helper.Id }, house.Clock, Stop)).Id;

    private static async Task<SessionView> Seen(TestHouse house, Ring ring, Account who, Guid id) => await ring.Store.SessionShown(await ring.Seat(who), id, Now(house), Stop);

    private static DateTime Now(TestHouse house) => house.Clock.GetUtcNow().UtcDateTime;
}
