using Mainstay.Gatherings;
using Mainstay.Outreach;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Calendars.CalendarDesk;

namespace Mainstay.Tests.Calendars;

/// <summary>What its calendar tells of no more is proposed no more as somewhere to go for once.</summary>
public class GoneQueriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_kept_gathering_that_its_calendar_tells_of_no_more_is_not_proposed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Attended(house);
        using var desk = new CalendarDesk(house, Founders, Fair);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        var kept = await AnnouncedTests.Keep(house, "Health founders");

        var place = Assert.Single(await Unlike(house));
        Assert.Equal(kept.Id, place.Id);
        Assert.Equal("It is about health and pricing. None of the 2 gatherings you went or go to and of which it is noted what they are about was.", place.Reasons[0].InWords());
        desk.Show(Fair);
        await desk.Look(calendar.Id);

        Assert.Empty(await Unlike(house));
        desk.Show(Founders, Fair);
        await desk.Look(calendar.Id);
        Assert.Single(await Unlike(house));
    }

    [Theory, OnBoth]
    public async Task As_long_as_another_calendar_tells_of_it_it_is_not_gone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Attended(house);
        using var desk = new CalendarDesk(house, Founders);
        var (one, other) = (await desk.Subscribe(), await desk.Subscribe("/b.ics", "Others"));
        await desk.Look(one.Id);
        await desk.Look(other.Id);
        var kept = await AnnouncedTests.Keep(house, "Health founders");

        desk.Show(Fair);
        await desk.Look(other.Id);

        Assert.Equal(kept.Id, Assert.Single(await Unlike(house)).Id);
        await desk.Look(one.Id);
        Assert.Empty(await Unlike(house));
    }

    private static async Task Attended(TestHouse house)
    {
        foreach (var day in new[] { 1, 2 }) await house.Store.AddGathering(new() { Name = $"Design night {day}", On = new(2026, 4, day), Topics = "design, type", State = GatheringState.Been }, house.Clock, Stop);
    }

    private static Task<IReadOnlyList<PlaceAhead>> Unlike(TestHouse house) =>
        house.Services.GetServices<IPlacesAhead>().OfType<UnlikeGatheringsQueries>().Single().UnlikePlaces(house.Again(), house.Today, Stop);
}
