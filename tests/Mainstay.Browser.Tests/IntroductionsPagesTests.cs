using Mainstay.Introductions;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Who knows whom, ways to somebody and introductions at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class IntroductionsPagesTests(Browsing browsing) : IClassFixture<Browsing>
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

        foreach (var (name, path) in new[] { ("introductions-empty", "/introductions"), ("paths-empty", "/paths") }) await Look(name, path);
        var (target, asked, open, connector, second) = await Fill(house, grace);
        foreach (var (name, path) in new[]
        {
            ("known", "/acquaintances"), ("known-of", $"/acquaintances?person={grace}"), ("paths", $"/paths?person={target}"), ("person-known", $"/people/{grace}"), ("introductions", "/introductions"), ("introduction-new", $"/introductions/new?to={target}&through={grace}"),
            ("introduction-two", "/introductions/new?two"), ("introduction-asked", $"/introductions/{asked}"), ("introduction-open", $"/introductions/{open}"), ("connector", connector), ("consent", second), ("link-thanks", "/answer/thanks"), ("link-thanks-zone", "/answer/thanks?zone=1"),
        }) await Look(name, path);

        Assert.Empty(barriers);

        async Task Look(string name, string path)
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
    }

    [Fact]
    public async Task Whoever_knows_them_is_noted_found_and_asked_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await SampleNetwork.Fill(house);
        var target = (await house.Store.AddPerson(new() { Name = "Mary Jackson" }, house.Clock, Stop)).Id;
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: false);

        await page.GotoAsync($"/people/{target}");
        await page.GetByText("Note whom they know").ClickAsync();
        await page.GetByLabel("Whom?").Last.FillAsync("Grace Hopper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note it" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("You said so: somewhat.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Who could introduce me to Mary Jackson" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask Grace Hopper" }).ClickAsync();
        await page.GetByLabel("What is it for?").FillAsync("How she counts.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Written, and not sent yet.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Copy this for Grace Hopper")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/answer/"));
        await page.GetByRole(AriaRole.Button, new() { Name = "It is sent" }).ClickAsync();

        Assert.NotNull(Assert.Single(await house.Again().AllIntroductions(house.Today, Stop)).It.SentOn);
    }

    private static async Task<(Guid Target, Guid Asked, Guid Open, string Connector, string Second)> Fill(TestHouse house, Guid grace)
    {
        var (store, today, clock) = (house.Store, house.Today, house.Clock);
        var target = (await store.AddPerson(new() { Name = "Beatriz Gonçalves-Montenegro da Silva e Castro" }, clock, Stop)).Id;
        var others = await store.People.Where(p => p.Id != grace && p.Id != target).OrderBy(p => p.Id).Select(p => p.Id).Take(3).ToListAsync(Stop);
        await store.SayKnow(new() { PersonId = target, Others = [grace, .. others], Strength = .5 }, today, Stop);
        await store.Record(new() { People = [grace, others[0]], On = today.AddDays(-9), Kind = TouchKind.Meeting }, today, clock, Stop);
        var asked = await store.AddIntroduction(new() { ConnectorId = grace, SecondId = target, Purpose = "She built the same booking for home care in the north; I would like to hear what she would do differently.", Blurb = "Ada builds engines that count.", Contact = "ada@example.org" }, today, clock, Stop);
        await store.SendIntroduction(asked.Id, today, clock, Stop);
        var connector = "/answer/" + await store.MakeIntroductionLink(asked.Id, LinkTo.Connector, today, clock, Stop);
        var open = await store.AddIntroduction(new() { ConnectorId = grace, SecondId = others[1], Purpose = "How they hire." }, today, clock, Stop);
        await store.PassOn(open.Id, new("Somebody who counts.", "Worth an hour of yours.", true), today, clock, Stop);
        var two = await store.AddIntroduction(new() { FirstId = others[0], SecondId = others[2], Purpose = "Both hire." }, today, clock, Stop);
        await store.SendIntroduction(two.Id, today, clock, Stop);
        var second = "/answer/" + await store.MakeIntroductionLink(two.Id, LinkTo.Second, today, clock, Stop);
        await store.SayConsent(open.Id, Side.Second, new(Consent.Yes, null, "Gladly", "somebody@example.org"), today, clock, Stop);
        return (target, asked.Id, open.Id, connector, second);
    }
}
