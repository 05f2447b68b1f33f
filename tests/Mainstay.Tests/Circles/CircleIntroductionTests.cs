using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Circles;

/// <summary>Introduced across address books, with everybody's consent, and nobody's network seen.</summary>
public class CircleIntroductionTests
{
    private static readonly DateOnly May1 = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Two_are_introduced_across_networks_and_contact_details_are_given_on_a_yes_only(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await Opens(house, ring, grace.Id, "Grace Hopper", "Siemens");
        await Opens(house, ring, alan.Id, "Alan Turing", "Siemens");
        await using var graces = await site.As(grace);
        await using var alans = await site.As(alan);
        var at = ring.Href + "/introductions";

        using var look = await site.Post(at, at + "/look", ("at", "siemens"));
        var looked = await look.Content.ReadAsStringAsync(Stop);
        (await site.Send(at, new Dictionary<string, string>(TestSite.Form(looked, at)) { ["purpose"] = "How they buy" })).Dispose();
        var mine = await site.Page(at);
        var id = await ring.Store.CircleIntroductions.Select(i => i.Id).SingleAsync(Stop);
        var (toGrace, toAlan) = (await graces.Page(at), await alans.Page(at));
        (await graces.Post(at, $"{at}/{id}/take-on")).Dispose();
        var taken = await site.Page(at);
        using var tooLate = await alans.Send($"{at}/{id}/take-on", TestSite.Form(toAlan, $"{at}/{id}/take-on"));
        (await graces.Post(at, $"{at}/{id}/answer", ("yes", "yes"), ("reach", "Werner, werner@siemens.example"))).Dispose();
        var agreed = await site.Page(at);
        (await site.Post(at, $"{at}/{id}/outcome", ("outcome", "Met"))).Dispose();
        var (after, gracesAfter) = (await site.Page(at), await graces.Page(at));

        Assert.Contains("Somebody here knows somebody at siemens", looked, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", mine, StringComparison.Ordinal);
        Assert.All([toGrace, toAlan], p => Assert.Contains("Ada Lovelace looks for somebody at siemens", p, StringComparison.Ordinal));
        Assert.Contains("Grace Hopper", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("werner@", taken, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, tooLate.StatusCode);
        Assert.DoesNotContain("looks for somebody", await alans.Page(at), StringComparison.Ordinal);
        Assert.Contains("werner@siemens.example", agreed, StringComparison.Ordinal);
        Assert.DoesNotContain("werner@", after, StringComparison.Ordinal);
        Assert.Contains("They met", gracesAfter, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_opens_no_doors_is_kept_apart_or_knows_nobody_there_is_never_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var (grace, alan, kay) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"), await ring.Join("Katherine Johnson", "kay@example.org"));
        await Knows(house, grace.Id, "Siemens"); // but opens no doors
        await Opens(house, ring, alan.Id, "Alan Turing", "Siemens");
        await ring.Store.Block(alan.Id, ring.Ada.Id, Stop);
        await Opens(house, ring, kay.Id, "Katherine Johnson", "Bosch");
        var bob = await house.Bob();
        await bob.SetAffiliations((await bob.AddPerson(new() { Name = "Werner" }, house.Clock, Stop)).Id, [new("Siemens")], house.Clock, Stop); // and is not in the circle

        Assert.False(await ring.Store.SomebodyKnows(await ring.Seat(ring.Ada), "Siemens", house.Clock.GetUtcNow().UtcDateTime, Stop));
        await ring.Store.AskForIntroduction(ring.Ada.Id, new("Siemens", "How they buy"), May1, house.Clock, Stop); // it waits and runs out: a refusal would tell
        Assert.False(await ring.Store.CircleConnectors.AnyAsync(Stop));
        Assert.True(await ring.Store.SomebodyKnows(await ring.Seat(ring.Ada), "bosch", house.Clock.GetUtcNow().UtcDateTime, Stop));
    }

    [Theory, OnBoth]
    public async Task What_somebody_says_in_one_circle_opens_and_closes_no_doors_in_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (first, second) = (await Ring.Of(house), await Ring.Of(house, "Second founders"));
        var grace = await first.Join("Grace Hopper", "grace@example.org");
        var store = second.Store;
        store.Add(new Access { AccountId = grace.Id, SpaceId = second.Id, Role = SpaceRole.Member, Since = house.Clock.GetUtcNow().UtcDateTime });
        await store.SaveChangesAsync(Stop);
        await store.AgreeToCharter(grace.Id, new() { Name = "Grace Hopper", OpensDoors = true }, house.Clock, Stop);
        await Knows(house, grace.Id, "Siemens");
        var now = house.Clock.GetUtcNow().UtcDateTime;

        Assert.False(await first.Store.SomebodyKnows(await first.Seat(first.Ada), "Siemens", now, Stop));
        Assert.True(await second.Store.SomebodyKnows(await second.Seat(second.Ada), "Siemens", now, Stop));
        await first.Store.Block(grace.Id, first.Ada.Id, Stop);
        Assert.True(await second.Store.SomebodyKnows(await second.Seat(second.Ada), "Siemens", now, Stop));
    }

    [Theory, OnBoth]
    public async Task Blocking_one_after_another_does_not_tell_who_knows_somebody_and_asks_end_for_the_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        await Opens(house, ring, grace.Id, "Grace Hopper", "Siemens");
        await ring.Store.Block(ring.Ada.Id, grace.Id, Stop);

        Assert.True(await ring.Store.SomebodyKnows(await ring.Seat(ring.Ada), "Siemens", house.Clock.GetUtcNow().UtcDateTime, Stop));
        for (var n = 0; n < CircleIntroduction.MostADay; n++)
        {
            var asked = await ring.Store.AskForIntroduction(ring.Ada.Id, new("Siemens", "How they buy"), May1, house.Clock, Stop);
            await ring.Store.SayIntroductionOutcome(ring.Ada.Id, asked.Id, IntroductionStage.Withdrawn, Stop);
        }
        Assert.False(await ring.Store.CircleConnectors.AnyAsync(Stop));
        await Assert.ThrowsAsync<CannotBeDone>(() => ring.Store.AskForIntroduction(ring.Ada.Id, new("Bosch", "How they buy"), May1, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Silence_is_a_no_passing_is_silent_and_nobody_maps_a_network_by_asking(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        await Opens(house, ring, grace.Id, "Grace Hopper", "Siemens");
        var asked = await ring.Store.AskForIntroduction(ring.Ada.Id, new("Siemens", "How they buy"), May1, house.Clock, Stop);
        await ring.Store.PassOnIntroduction(grace.Id, asked.Id, Stop);
        var ada = await ring.Seat(ring.Ada);

        Assert.Equal(IntroductionStage.Asked, Assert.Single(await ring.Store.IntroductionsAsked(ada, May1, Stop)).Stage);
        Assert.Empty(await ring.Store.IntroductionsToOpen(await ring.Seat(grace), May1, Stop));
        Assert.Equal(IntroductionStage.No, Assert.Single(await ring.Store.IntroductionsAsked(ada, May1.AddDays(8), Stop)).Stage);
        for (var n = 0; n < CircleIntroduction.MostLooksADay; n++) await ring.Store.SomebodyKnows(ada, "Company " + n, house.Clock.GetUtcNow().UtcDateTime, Stop);
        var enough = await Assert.ThrowsAsync<CannotBeDone>(() => ring.Store.SomebodyKnows(ada, "One more", house.Clock.GetUtcNow().UtcDateTime, Stop));
        Assert.Equal("Circles.LooksEnough", enough.Reason.Key);
        house.Clock.Pass(TimeSpan.FromHours(25));
        await ring.Store.SomebodyKnows(ada, "One more", house.Clock.GetUtcNow().UtcDateTime, Stop);
    }

    /// <summary>A member opens doors, and has somebody in their own network who works there.</summary>
    private static async Task Opens(TestHouse house, Ring ring, Guid who, string name, string at)
    {
        await ring.Store.ChangeProfile(who, new() { Name = name, OpensDoors = true }, house.Clock, Stop);
        await Knows(house, who, at);
    }

    private static async Task Knows(TestHouse house, Guid who, string at)
    {
        var network = house.Scope(await house.Scope(Guid.Empty).Accesses.Where(a => a.AccountId == who && a.Role == SpaceRole.Owner).Select(a => a.SpaceId).SingleAsync(Stop));
        await network.SetAffiliations((await network.AddPerson(new() { Name = "Werner" }, house.Clock, Stop)).Id, [new(at)], house.Clock, Stop);
    }
}
