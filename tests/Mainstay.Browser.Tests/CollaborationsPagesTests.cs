using Mainstay.Collaborations;
using Mainstay.Organizations;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Collaborations at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class CollaborationsPagesTests(Browsing browsing) : IClassFixture<Browsing>
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
        var (grace, ines) = await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();

        await page.GotoAsync("/collaborations");
        await PagesTests.Look(page, $"collaborations-empty-{width}-{theme}", barriers);
        var (studio, running, asleep, over) = await Fill(house, grace, ines);
        foreach (var (name, path) in new[] { ("collaborations", "/collaborations"), ("collaborations-talking", "/collaborations?stage=talking"), ("collaboration", $"/collaborations/{running}"), ("collaboration-next", $"/collaborations/{asleep}?next"), ("collaboration-over", $"/collaborations/{over}"), ("collaboration-new", $"/collaborations/new?organization={studio}"), ("organization-collaborations", $"/organizations/{studio}"), ("organizations-collaborations", "/organizations"), ("person-collaborations", $"/people/{grace}"), ("today-collaboration", "/") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
        await page.GotoAsync($"/collaborations/{running}");
        await page.Locator("summary", new() { HasText = "Add somebody" }).Last.ClickAsync();
        await page.GetByText("Change what is noted").ClickAsync();
        await page.GetByLabel("Its page").FillAsync("studio.example");
        await page.Locator("form[action$='/edit'] button").ClickAsync();
        await Assertions.Expect(page.GetByText("Write the whole address")).ToBeVisibleAsync();
        await PagesTests.Look(page, $"collaboration-wrong-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task One_is_noted_and_its_step_done_from_Today_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync("/collaborations/new");
        await page.GetByLabel("What you do together").FillAsync("Joint workshops");
        await page.GetByLabel("Organization").FillAsync("Studio North");
        await page.GetByLabel("Next step").FillAsync("Send the draft");
        await page.GetByLabel("For which day").FillAsync("2026-04-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "It is done" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Done. What comes next?")).ToBeVisibleAsync();
        await page.GetByLabel("Next step").FillAsync("Agree on the dates");
        await page.Locator("form[action$='/next'] button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Running" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Running since")).ToBeVisibleAsync();
        var it = Assert.Single(await house.Again().AllCollaborations(Stop)).It;
        Assert.Equal(("Agree on the dates", "Send the draft", CollaborationStage.Running), (it.NextStep, it.DoneStep, it.Stage));
    }

    private static async Task<(Guid Studio, Guid Running, Guid Asleep, Guid Over)> Fill(TestHouse house, Guid grace, Guid ines)
    {
        var (store, today) = (house.Store, house.Today);
        var studio = (await store.AddOrganization(new("Studio North for Design, Research and Everything in Between"), house.Clock, Stop)).Id;
        var guild = (await store.AddOrganization(new("جمعية المؤسسين"), house.Clock, Stop)).Id;
        var running = await store.AddCollaboration(new()
        {
            OrganizationId = studio, Name = "A joint series of ten evening workshops on pricing, negotiation and Selbstständigkeitsvorbereitung", Stage = CollaborationStage.Running, Since = new(2026, 1, 15),
            SharedGoal = "Ten evenings that pay for themselves, and two clients each", WhatIGive = "The programme, the slides, and my list of people", WhatTheyGive = "Rooms, coffee, and their newsletter",
            Next = new("Send the draft of the second evening", new(2026, 4, 29)), EndsOn = new(2026, 5, 10), Link = "https://studio.example/a/very/long/address/that/does/not/end/soon", Note = "Ask *Mira* for the key",
            People = [new(grace, CollaborationSide.Theirs, "Runs the rooms and everything that happens in them"), new(ines, CollaborationSide.Mine, "Teaches")],
        }, today, house.Clock, Stop);
        var asleep = await store.AddCollaboration(new() { OrganizationId = guild, Name = "数学の会", Stage = CollaborationStage.Talking, Since = new(2026, 3, 1) }, today, house.Clock, Stop);
        var over = await store.AddCollaboration(new() { OrganizationId = studio, Name = "Referrals", Stage = CollaborationStage.Ended, Since = new(2025, 12, 31), EndsOn = new(2025, 12, 31) }, today, house.Clock, Stop);
        for (var i = 1; i <= 6; i++) await store.AddCollaboration(new() { OrganizationId = i % 2 == 0 ? studio : guild, Name = $"Idea number {i}", SharedGoal = "Something good for both" }, today, house.Clock, Stop);
        await store.AddCollaboration(new() { OrganizationId = guild, Name = "A shared booth", Stage = CollaborationStage.Agreed, EndsOn = new(2026, 5, 9), People = [new(grace)] }, today, house.Clock, Stop);
        return (studio, running.Id, asleep.Id, over.Id);
    }
}
