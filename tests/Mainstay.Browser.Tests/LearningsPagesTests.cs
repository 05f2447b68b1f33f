using Mainstay.Gatherings;
using Mainstay.Learnings;
using Mainstay.Needs;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Learnings at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class LearningsPagesTests(Browsing browsing) : IClassFixture<Browsing>
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

        await page.GotoAsync("/learnings");
        await PagesTests.Look(page, $"learnings-empty-{width}-{theme}", barriers);
        var fair = await house.Store.AddGathering(new() { Name = "Health founders Lisbon", On = house.Today, State = GatheringState.Been }, house.Clock, Stop);
        var need = await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        var first = await Note(house, "Ask for the budget before the meeting, not in it: who has to name a number in front of colleagues names a small one, and defends it for the rest of the year.", new(grace, GatheringId: fair.Id), "pricing");
        await house.Store.SayUsed(first, "The clinic in Porto named twice as much.", house.Today, house.Clock, Stop);
        await Note(house, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung is one word", new(grace));
        await Note(house, "Sleep on it.", new(), "health");
        house.Clock.Pass(TimeSpan.FromDays(8));
        foreach (var (name, path) in new[] { ("learnings", "/learnings"), ("learnings-about", "/learnings?about=pricing"), ("learning", $"/learnings/{first}"), ("learning-new", $"/learnings/new?from={grace}"), ("person-learnings", $"/people/{grace}"), ("gathering-learnings", $"/gatherings/{fair.Id}"), ("need-learnings", $"/map/needs/{need.Id}"), ("today-learning", "/") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task One_is_noted_and_comes_back_on_Today_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync("/learnings/new");
        await page.GetByLabel("What did you learn?").FillAsync("Ask first");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Noted. It comes back in a week.")).ToBeVisibleAsync();
        house.Clock.Pass(TimeSpan.FromDays(7));
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByText("Still true? “Ask first”")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Still true", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("It comes back after a longer while.")).ToBeVisibleAsync();

        Assert.Equal(1, Assert.Single(await house.Again().AllLearnings(Stop)).It.Recalls);
    }

    private static async Task<Guid> Note(TestHouse house, string text, LearnedWhere where, string? topic = null) =>
        (await house.Store.NoteLearning(new() { Text = text, Topic = topic, Where = where }, house.Today, house.Clock, Stop)).Id;
}
