using Mainstay.Calendars;
using Mainstay.Needs;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Subscribed calendars and what they announce at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class CalendarsPagesTests(Browsing browsing) : IClassFixture<Browsing>
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
        await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();

        await Look("calendars-empty", "/gatherings/calendars");
        await Look("announced-empty", "/gatherings/announced");
        var calendar = await Fill(house);
        await house.Again().SetAttending(new(3, AttendingPer.Year) { Places = "Lisbon, Langley Memorial Aeronautical Laboratory, 里斯本, online" }, house.Today, Stop);
        foreach (var (name, path) in new[]
        {
            ("gatherings-announced", "/gatherings"), ("attending-today", "/"), ("calendars", "/gatherings/calendars"), ("calendar", $"/gatherings/calendars/{calendar}"), ("announced", "/gatherings/announced"), ("which", "/gatherings/which"), ("announced-aside", "/gatherings/announced?aside=1"),
        }) await Look(name, path);
        await page.GotoAsync($"/gatherings/calendars/{calendar}");
        await page.Locator("main details.more > summary").First.ClickAsync();
        await PagesTests.Look(page, $"calendar-open-{width}-{theme}", barriers);
        await page.GotoAsync("/gatherings/which");
        await page.GetByText("Change how often").ClickAsync();
        await PagesTests.Look(page, $"attending-{width}-{theme}", barriers);

        Assert.Empty(barriers);

        async Task Look(string name, string path)
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
    }

    [Fact]
    public async Task What_is_announced_is_kept_and_put_aside_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360);

        await page.GotoAsync("/gatherings");
        await page.GetByRole(AriaRole.Link, new() { Name = "2 gatherings are announced" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I may go Founders" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is among your gatherings now")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put aside" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing is announced at present.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GotoAsync("/gatherings/announced");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Put aside" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_rhythm_of_going_is_set_and_ended_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360);

        await page.GotoAsync("/gatherings");
        await page.GetByText("Say how often", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("So many gatherings").FillAsync("2");
        await page.GetByLabel("In each").SelectOptionAsync("quarter of a year");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it so" }).ClickAsync();
        await Assertions.Expect(page.GetByText("2 gatherings a quarter is what you meant; none this quarter yet.")).ToBeVisibleAsync();
        await page.GetByText("Change how often").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "No rhythm any more" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Say how often", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GotoAsync("/gatherings");
        await Assertions.Expect(page.GetByText("2 gatherings a quarter is what you meant; none this quarter yet.")).ToBeVisibleAsync();
    }

    private static async Task<Guid> Fill(TestHouse house)
    {
        var (store, now) = (house.Again(), house.Clock.GetUtcNow().UtcDateTime);
        var fine = store.Add(new SubscribedCalendar { Name = "Gründerinnen und Gründer in Lissabon", Address = "https://calendar.example.org/a.ics", Topics = "founders, pricing", CreatedAt = now, NextAt = now.AddDays(1), ReadAt = now.AddHours(-3), WholeAt = now.AddHours(-3), Announces = 2, News = 1, IsCut = true, Unread = 1 }).Entity;
        store.Add(new SubscribedCalendar { Name = "ملتقى الرياضيات", Address = "https://a-very-long-name-of-a-host-that-does-not-fit-anywhere.calendar.example.org/a.ics", CreatedAt = now, NextAt = now.AddHours(5), ReadAt = now.AddDays(-4), Announces = 7, Failures = 6, Trouble = "Calendars.NotFound", TroubleStatus = 404, TroubleSince = now.AddDays(-3) });
        store.AddRange(
            new Announced { CalendarId = fine.Id, Key = "1", Name = "Founders", FirstDay = new(2026, 5, 4), LastDay = new(2026, 5, 4), StartsAt = now.AddDays(3).AddHours(6), EndsAt = now.AddDays(3).AddHours(8), Place = "Lisbon", Link = "https://example.org/founders", Note = "Three talks, then dinner.\nBring a friend." },
            new Announced { CalendarId = fine.Id, Key = "2", Name = "Donaudampfschifffahrtsgesellschaftskapitänsversammlung of the founders", FirstDay = new(2026, 5, 10), LastDay = new(2026, 5, 12), Place = "里斯本设计之夜, Langley Memorial Aeronautical Laboratory" },
            new Announced { CalendarId = fine.Id, Key = "3", Name = "ملتقى", FirstDay = new(2026, 5, 11), LastDay = new(2026, 5, 11), IsAside = true });
        await store.SaveChangesAsync(Stop);
        await store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Founders" }, house.Clock, Stop);
        return fine.Id;
    }
}
