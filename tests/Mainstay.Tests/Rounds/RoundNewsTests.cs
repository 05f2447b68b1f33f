using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rounds;

/// <summary>What rounds want of somebody, in which order, and of what nothing is said.</summary>
public class RoundNewsTests
{
    private static readonly DateOnly May1 = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Offers_come_first_and_of_a_round_that_ended_nothing_is_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, old) = await Table.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await ring.Looks(house, old, grace, "pricing");
        await ring.Takes(house, old, ring.Ada, "pricing", 1);
        await ring.Publish(house, old);
        await ring.Store.AnswerOffer(ring.Ada.Id, await ring.Store.RoundPairs.Select(p => p.Id).SingleAsync(Stop), true, May1, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(22));
        var round = (await ring.Store.AnnounceRound(ring.Ada.Id, new() { Title = "Autumn" }, house.Today, house.Clock, Stop)).Id;
        await ring.Looks(house, round, alan, "pricing");
        await ring.Takes(house, round, ring.Ada, "pricing", 1);
        await ring.Publish(house, round);

        Assert.Equal([(RoundNewsKind.Offer, "Alan Turing"), (RoundNewsKind.Silent, "Grace Hopper")], await News(house));
        await ring.Store.EndRound(ring.Ada.Id, old, house.Clock, Stop);
        Assert.Equal([(RoundNewsKind.Offer, "Alan Turing")], await News(house));
    }

    [Theory, OnBoth]
    public async Task Of_whom_one_is_kept_apart_from_nothing_is_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await ring.Looks(house, round, grace, "pricing");
        await ring.Looks(house, round, alan, "pricing");
        await ring.Takes(house, round, ring.Ada, "pricing", 2);
        await ring.Publish(house, round);
        Assert.Equal(2, (await News(house)).Count);

        await ring.Store.Block(grace.Id, ring.Ada.Id, Stop);
        Assert.Equal(["Alan Turing"], (await News(house)).Select(n => n.Who));
        await ring.Store.Block(ring.Ada.Id, alan.Id, Stop);
        Assert.Empty(await News(house));
    }

    [Theory, OnBoth]
    public async Task Days_are_those_of_the_zone_in_which_somebody_lives(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ring, round) = await Table.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        await ring.Looks(house, round, grace, "pricing");
        await ring.Takes(house, round, ring.Ada, "pricing", 1);
        await ring.Publish(house, round);
        await house.Again().Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteUpdateAsync(set => set.SetProperty(s => s.TimeZone, "Pacific/Kiritimati"), Stop);

        Assert.Equal(new DateOnly(2026, 5, 5), Assert.Single(await house.Again().RoundNews(May1, house.Clock.GetUtcNow().UtcDateTime, Stop)).Until); // noon of May 4 in UTC is the day after there
    }

    private static async Task<List<(RoundNewsKind What, string? Who)>> News(TestHouse house) =>
        [.. (await house.Again().RoundNews(house.Today, house.Clock.GetUtcNow().UtcDateTime, Stop)).Select(n => (n.What, n.Who))];
}
