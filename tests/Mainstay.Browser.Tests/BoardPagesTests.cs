using Mainstay.Board;
using Mainstay.Needs;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>The board of advisors at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class BoardPagesTests(Browsing browsing) : IClassFixture<Browsing>
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

        await page.GotoAsync("/board");
        await PagesTests.Look(page, $"board-empty-{width}-{theme}", barriers);
        var (taken, empty, advice) = await Fill(house, grace);
        foreach (var (name, path) in new[] { ("board", "/board"), ("seat-taken", $"/board/seats/{taken}"), ("seat-empty", $"/board/seats/{empty}?ask={grace}"), ("seat-new", "/board/seats/new"), ("advice", $"/board/advice/{advice[0]}"), ("advice-tell", $"/board/advice/{advice[1]}"), ("advice-new", $"/board/advice/new?from={grace}"), ("brief", $"/board/talks/{grace}"), ("person-board", $"/people/{grace}") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task A_seat_is_asked_for_and_advice_told_back_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: false);

        await page.GotoAsync("/board");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up the seat Sage" }).ClickAsync();
        await page.GetByLabel("Whom").FillAsync("Grace Hopper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the message" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Written, and not sent yet.")).ToBeVisibleAsync();
        await page.GotoAsync("/board");
        await Assertions.Expect(page.GetByText("Grace Hopper is asked.")).ToBeVisibleAsync();

        await page.GotoAsync("/board/advice/new");
        await page.GetByLabel("Who said it").FillAsync("Grace Hopper");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "What they said" }).FillAsync("Ship it");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note it" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "My decision" }).FillAsync("On Friday");
        await page.GetByRole(AriaRole.Button, new() { Name = "That is decided" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "What came of it" }).FillAsync("It shipped");
        await page.GetByRole(AriaRole.Button, new() { Name = "That came of it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "They know" }).ClickAsync();

        Assert.Equal("It shipped", Assert.Single(await house.Again().AllAdvice(Stop)).Advice.Result);
        Assert.NotNull(Assert.Single(await house.Again().AllAdvice(Stop)).Advice.ToldOn);
    }

    private static async Task<(Guid Taken, Guid Empty, Guid[] Advice)> Fill(TestHouse house, Guid grace)
    {
        var (store, today) = (house.Store, house.Today);
        var need = await store.AddNeed(new() { Kind = SupportKind.Opportunities, Topic = "Introductions to buyers of large hospitals in the north" }, house.Clock, Stop);
        var other = await store.People.Where(p => p.Id != grace).Select(p => p.Id).Take(1).SingleAsync(Stop);
        await store.SaySupport(need.Id, other, Ability.Good, today, Stop);
        var taken = await store.AddSeat(new() { Function = SeatFunction.DomainExpert, Topic = "Tax law for people who work alone in several countries at once", PersonId = grace, Since = new(2025, 6, 1), Until = new(2026, 5, 20), Scope = "Half an hour by video, when it burns", TimesAYear = 4, Gives = "An honest test of her new page" }, today, house.Clock, Stop);
        foreach (var function in new[] { SeatFunction.Sage, SeatFunction.SparringPartner }) await store.AddSeat(new() { Function = function, PersonId = grace }, today, house.Clock, Stop);
        var empty = await store.AddSeat(new() { Function = SeatFunction.Sponsor }, today, house.Clock, Stop);
        var open = await store.NoteAdvice(new() { PersonId = grace, Text = "Raise the price for everybody who comes new, and tell the others a year before; who leaves for ten euros was never yours.", Question = "Is my price too low?", On = new(2026, 4, 3) }, today, house.Clock, Stop);
        var tell = await store.NoteAdvice(new() { PersonId = grace, Text = "Sleep over it", On = new(2026, 3, 3) }, today, house.Clock, Stop);
        await store.Decide(tell.Id, "Slept", today, Stop);
        await store.SayResult(tell.Id, "It was better in the morning", today, Stop);
        return (taken.Id, empty.Id, [open.Id, tell.Id]);
    }
}
