using Mainstay.Accounts;
using Mainstay.Needs;
using Mainstay.Reviews;
using Mainstay.Tests.Needs;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Reviews.ReviewCast;

namespace Mainstay.Tests.Reviews;

public class ReviewCardTests
{
    [Theory, OnBoth]
    public async Task Today_says_it_a_quarter_after_the_first_need_and_after_each_review(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 1, 20));
        Assert.Empty(await Cards(house));
        await house.Need(SupportKind.Guidance, "Pricing");
        house.Clock.MoveTo(new(2026, 4, 20));
        Assert.Empty(await Cards(house));
        house.Clock.MoveTo(new(2026, 4, 21));
        Assert.Equal(["You began to note what you need 3 months ago: time for a first look back"], await Cards(house));

        await house.Keep(new());

        Assert.Empty(await Cards(house));
        house.Clock.MoveTo(new(2026, 7, 20));
        Assert.Empty(await Cards(house));
        house.Clock.MoveTo(new(2026, 7, 21));
        Assert.Equal(["You last looked at what you need 3 months ago"], await Cards(house));
        Assert.Empty(await new ReviewCard().Worth(await house.Bob(), house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Put_off_it_waits_and_that_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 1, 20));
        await house.Need(SupportKind.Guidance, "Pricing");
        house.Clock.MoveTo(new(2026, 5, 1));
        await using var site = await TestSite.Open(house);

        using var later = await site.Post("/", "/review/later", ("days", "28"));

        Assert.StartsWith("/?said=Reviews.SaidLater&undo=", Uri.UnescapeDataString(later.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Empty(await Cards(house));
        using var back = await site.Post(later.Headers.Location.ToString(), "/review/later/undo");
        Assert.Single(await Cards(house));
        await house.Again().QuietReview(new(2026, 6, 10), Stop);
        await house.Again().QuietReview(new(2026, 5, 29), Stop);
        Assert.Equal(1, await house.Again().ReviewRests.CountAsync(Stop));
        house.Clock.MoveTo(new(2026, 5, 28));
        Assert.Empty(await Cards(house));
        house.Clock.MoveTo(new(2026, 5, 29));
        Assert.Single(await Cards(house));
    }

    [Theory, OnBoth]
    public async Task The_day_is_the_owners(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 1, 20));
        await house.Store.Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, "Pacific/Kiritimati"), Stop);
        await house.Need(SupportKind.Guidance, "Pricing"); // at noon UTC it is the 21st there

        Assert.Equal(new DateOnly(2026, 4, 22), (await house.Again().ReviewDueOn(new(2026, 4, 20), Stop)).On);
        house.Clock.MoveTo(new(2026, 4, 21)); // the 22nd there
        Assert.Contains("time for a first look back", (await house.Type("today")).Fine().Out, StringComparison.Ordinal);
        (await house.Type("review", "done")).Fine();
        Assert.Equal(new DateOnly(2026, 4, 22), (await house.Again().AllReviews(Stop)).Single().On);
    }

    [Theory, OnBoth]
    public async Task A_board_alone_is_something_to_look_at(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 1, 20));
        await Mainstay.Board.SeatActions.AddSeat(house.Store, new() { Function = Mainstay.Board.SeatFunction.Sage }, house.Today, house.Clock, Stop);

        Assert.Equal(new DateOnly(2026, 4, 21), (await house.Again().ReviewDueOn(new(2026, 4, 21), Stop)).On);
        Assert.Equal(new DateOnly(2026, 4, 21), (await house.Quarter()).DueOn);
    }

    private static async Task<List<string>> Cards(TestHouse house) => [.. (await new ReviewCard().Worth(house.Again(), house.Today, Stop)).Select(c => c.Sentence.InWords())];
}
