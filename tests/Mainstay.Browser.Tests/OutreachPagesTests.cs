using Mainstay.Outreach;
using Microsoft.EntityFrameworkCore;
using Mainstay.People;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Candidates and messages at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class OutreachPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, _) = await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();

        await Look("candidates-empty", "/candidates");
        var (mary, draft) = await Fill(house, grace);
        foreach (var (name, path) in new[]
        {
            ("candidates", "/candidates"), ("candidates-board", "/candidates?view=board"), ("candidates-topics", "/candidates?view=topics"), ("candidate-new", $"/candidates/new?person={grace}"), ("candidate", $"/candidates/{mary}"),
            ("draft-new", $"/drafts/new?candidate={mary}"), ("draft", $"/drafts/{draft}"), ("templates", "/templates"),
        }) await Look(name, path);

        Assert.Empty(barriers);

        async Task Look(string name, string path)
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
    }

    [Fact]
    public async Task Somebody_is_noted_written_to_and_met_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360);

        await page.GotoAsync("/candidates/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Annie Easley");
        await page.GetByLabel("What they know about").FillAsync("rockets");
        await page.GetByLabel("Organization").FillAsync("NASA");
        await page.GetByLabel("Mail address").FillAsync("annie@nasa.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note them" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Write to Annie" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the message" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open in your mail program" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^mailto:annie@nasa.example"));
        await page.GetByRole(AriaRole.Button, new() { Name = "I have sent it" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Annie Easley" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Met", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("They are among your people now.")).ToBeVisibleAsync();

        Assert.NotNull((await house.Again().People.SingleAsync(p => p.Name == "Annie Easley", Stop)).Name);
    }

    private static async Task<(Guid Mary, Guid Draft)> Fill(TestHouse house, Guid grace)
    {
        var store = house.Store;
        var mary = await store.AddCandidate(new() { Name = "Mary Winston-Jackson of the West Area Computers", Headline = "Aeronautical engineer, first of her kind", Organization = "Langley Memorial Aeronautical Laboratory", Origin = Origin.Gathering, OriginText = "Design night in Lisbon", Topic = "wind tunnels", Role = "mentor", Mail = "mary@langley.example", Link = "https://langley.example/mary", Note = "Asked a *good* question after the talk." }, house.Today, house.Clock, Stop);
        var draft = await store.BeginDraft(new() { CandidateId = mary.Id, Template = "followUp" }, house.Today, house.Clock, Stop);
        await store.MoveCandidate(mary.Id, new(Stage.Contacted, house.Today.AddDays(-9)), house.Today, house.Clock, Stop);
        foreach (var (name, stage) in new[] { ("王小明", Stage.Noticed), ("فاطمة الفهري", Stage.Replied), ("Dorothy Vaughan", Stage.Met), ("Annie Easley", Stage.In) })
            await store.MoveCandidate((await store.AddCandidate(new() { Name = name, Headline = "Engineer" }, house.Today, house.Clock, Stop)).Id, new(stage, house.Today.AddDays(-3)), house.Today, house.Clock, Stop);
        await store.LetRest((await store.AddCandidate(new() { PersonId = grace }, house.Today, house.Clock, Stop)).Id, null, house.Today, Stop);
        await store.AddTemplate(new("My own hello", "Hello, {first name}", "Dear {first name},\n\nhow is {organization}?"), house.Clock, Stop);
        return (mary.Id, draft.Id);
    }
}
