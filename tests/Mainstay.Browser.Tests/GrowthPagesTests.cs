using Mainstay.Exchange;
using Mainstay.Giving;
using Mainstay.Pulse;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>The pulse, giving back and the year at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class GrowthPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, _) = await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();

        foreach (var (name, path) in new[] { ("pulse-empty", "/pulse"), ("giving-empty", "/giving"), ("year-empty", "/year?year=2019") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
        var mentoring = await Fill(house, grace);
        foreach (var (name, path) in new[] { ("pulse", "/pulse"), ("pulse-score", "/pulse/score"), ("giving", "/giving"), ("giving-one", $"/giving/{mentoring}"), ("giving-new", $"/giving/new?to={grace}"), ("person-giving", $"/people/{grace}"), ("year", "/year"), ("year-before", "/year?year=2025"), ("today-pulse", "/") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task Three_taps_are_kept_by_keyboard_and_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync("/pulse");
        await page.GetByRole(AriaRole.Group, new() { Name = "How confident are you in what you do?" }).GetByRole(AriaRole.Radio, new() { Name = "7", Exact = true }).CheckAsync(new() { Force = true });
        var energy = page.GetByRole(AriaRole.Group, new() { Name = "How much energy do you have?" });
        await energy.GetByRole(AriaRole.Radio, new() { Name = "Skip" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Kept.")).ToBeVisibleAsync();

        var kept = Assert.Single(await house.Again().AllPulses(Stop));
        Assert.Equal((7, 10, null), (kept.Confidence, kept.Energy, kept.Supported));
    }

    private static async Task<Guid> Fill(TestHouse house, Guid grace)
    {
        var store = house.Store;
        int?[][] taps = [[4, 6, 3], [5, null, 4], [5, 5, 4], [3, 2, 6], [6, 5, 6], [7, 5, 7], [6, 6, 8]];
        foreach (var (week, tapped) in taps.Index()) await store.KeepPulse(new() { Confidence = tapped[0], Energy = tapped[1], Supported = tapped[2], Note = week == 3 ? "A long week with two cancelled talks" : null, On = house.Today.AddDays(7 * (week - taps.Length)) }, house.Today, house.Clock, Stop);
        await store.SetPulsePlan(new(PulseEvery.Week, DayOfWeek.Friday), house.Today, Stop);
        foreach (var (back, way) in new[] { (10, Way.Received), (24, Way.Given), (40, Way.Received), (41, Way.Received), (100, Way.Given) }) await store.NoteFavour(new() { PersonId = grace, Way = way, What = "Read a page of the pitch", On = house.Today.AddDays(-back) }, house.Today, house.Clock, Stop);
        await store.NoteGift(new() { Kind = GiftKind.Talk, What = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung, or how to name things, for people who have just begun", ForWhom = "Health founders Lisbon", Since = new(2026, 3, 3), Hours = 1.5, Became = "Two of them called a week later." }, house.Today, house.Clock, Stop);
        return (await store.NoteGift(new() { Kind = GiftKind.Mentoring, What = "An hour a month on pricing", PersonId = grace, Since = new(2026, 1, 12), GoesOn = true }, house.Today, house.Clock, Stop)).Id;
    }
}
