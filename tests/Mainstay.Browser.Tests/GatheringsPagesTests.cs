using System.Text;
using Mainstay.Gatherings;
using Mainstay.Outreach;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Gatherings and whom I met there at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class GatheringsPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Calendar = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:1
        DTSTART:20260504T180000
        DTEND:20260504T200000
        SUMMARY:Donaudampfschifffahrtsgesellschaftskapitänsversammlung of the founders
        LOCATION:Langley Memorial Aeronautical Laboratory
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART;VALUE=DATE:20260510
        DTEND;VALUE=DATE:20260513
        SUMMARY:ملتقى الرياضيات
        LOCATION:里斯本设计之夜
        END:VEVENT
        END:VCALENDAR
        """;

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

        await Look("gatherings-empty", "/gatherings");
        var (gathering, met) = await Fill(house, grace);
        foreach (var (name, path) in new[]
        {
            ("gatherings", "/gatherings"), ("gathering-new", "/gatherings/new"), ("gathering", $"/gatherings/{gathering}"),
            ("gathering-sheet", $"/gatherings/{gathering}/sheet"), ("gathering-capture", $"/gatherings/{gathering}/capture"), ("gathering-triage", $"/gatherings/{gathering}/triage"), ("encounter", $"/encounters/{met}"), ("encounter-correct", $"/encounters/{met}?correct#correct"),
        }) await Look(name, path);

        await Look("gathering-file", "/gatherings/file");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "events.ics", MimeType = "text/calendar", Buffer = Encoding.UTF8.GetBytes(Calendar) });
        await page.ClickAsync("main form button");
        await page.WaitForSelectorAsync("input[name=key]");
        await PagesTests.Look(page, $"gathering-file-choice-{width}-{theme}", barriers);

        Assert.Empty(barriers);

        async Task Look(string name, string path)
        {
            var answer = await page.GotoAsync(path);
            Assert.True(answer!.Ok, $"{path} answered {answer.Status}");
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
    }

    private static async Task<(Guid Gathering, Guid Met)> Fill(TestHouse house, Guid grace)
    {
        var store = house.Store;
        var gathering = await store.AddGathering(new() { Name = "Donaudampfschifffahrtsgesellschaftskapitänsversammlung and open day of the West Area Computers", On = house.Today.AddDays(-1), Until = house.Today, Place = "Langley Memorial Aeronautical Laboratory", Link = "https://langley.example/open-day", Topics = "wind tunnels, orbits", Goal = "Find a mentor", Ask = "Who knows wind tunnels?", Offer = "Numbers, checked by hand", Pitch = "I count what flies." }, house.Clock, Stop);
        await store.AddGathering(new() { Name = "ملتقى الرياضيات", On = house.Today.AddDays(9), Place = "里斯本设计之夜" }, house.Clock, Stop);
        await store.AddCandidate(new() { Name = "Ngozi Okonjo-Wawrzyniak", Headline = "Head of orbital mathematics", Origin = Origin.Gathering, OriginText = gathering.Name }, house.Today, house.Clock, Stop);
        await store.Expect(gathering.Id, [grace], Stop);
        await store.Choose(gathering.Id, grace, true, "Ask after the tunnel", Stop);
        var met = await store.Meet(new() { GatheringId = gathering.Id, Name = "فاطمة الفهري", About = "Runs the tunnel", Promised = "Send the deck", PromisedToMe = "Two names" }, house.Today, house.Clock, Stop);
        await store.Meet(new() { GatheringId = gathering.Id, Name = "王小明" }, house.Today, house.Clock, Stop);
        return (gathering.Id, met.Id);
    }
}
