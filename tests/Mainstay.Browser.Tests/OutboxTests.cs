using System.Text.RegularExpressions;
using Mainstay.Capture;
using Mainstay.Gatherings;
using Mainstay.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>What is jotted down without a network waits on the device, and is sent once.</summary>
public sealed class OutboxTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const int Phone = 360;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_people_met_without_a_network_are_noted_once_when_there_is_one_again()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var fair = await house.Store.AddGathering(new() { Name = "Health founders Lisbon", On = house.Today, State = GatheringState.Going }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await Ready(site, $"/gatherings/{fair.Id}/capture");
        await page.GetByLabel("Whom did you meet?").FillAsync("Dana Wu");
        await page.GetByLabel("One thing").FillAsync("Runs the clinic in Porto");

        await site.StopAsync(Stop);
        await page.GetByRole(AriaRole.Button, new() { Name = "Note" }).ClickAsync(); // the page was there, and its form is kept

        await Assertions.Expect(page.GetByText("Kept on this device:")).ToContainTextAsync("Dana Wu: Runs the clinic in Porto");
        foreach (var who in (string[])["Eli Ng", "Mária Žižka", "عمر الفاروق", "Grace"]) await Note(page, who);
        await Looks(page, "outbox");
        await page.ReloadAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(5);
        await page.CloseAsync(); // and what is there after the telephone was off
        page = await page.Context.NewPageAsync();
        await page.GotoAsync($"/gatherings/{fair.Id}");
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(5);

        await using var again = await Browsing.ServeAgain(house, site);
        var tab = await page.Context.NewPageAsync();
        await Task.WhenAll(page.GotoAsync("/"), tab.GotoAsync("/"));

        await Until(async () => await house.Again().Jottings.CountAsync(Stop) == 5);
        Assert.Equal(["Dana Wu", "Eli Ng", "Mária Žižka", "عمر الفاروق"], (await house.Again().EncountersOf(Stop)).OrderBy(l => l.Encounter.CreatedAt).Select(l => l.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Grace", Assert.Single(await house.Store.WaitingJottings(Stop)).Jotting.Who); // it may be Grace Hopper
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByText("You noted one thing without a network.")).ToBeVisibleAsync();
        Assert.Equal(0, await Left(page));
    }

    [Fact]
    public async Task A_line_waits_can_be_changed_and_removed_and_is_looked_at_afterwards()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await Ready(site, "/capture");

        await site.StopAsync(Stop);
        await page.GetByLabel("What happened?").FillAsync("called Grace Hopper, promised to send the deck");
        await page.WaitForTimeoutAsync(600); // the reading below is asked for while somebody types: that keeps nothing
        Assert.Equal(0, await Left(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);
        await page.GetByLabel("One line, as you would say it").FillAsync("a slip");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep on this device" }).ClickAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(2);
        await Waiting(page).Nth(1).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("One line, as you would say it")).ToHaveValueAsync("called Grace Hopper, promised to send the deck");
        Assert.Equal(0, await Left(page));
        await page.GetByLabel("One line, as you would say it").FillAsync("called Grace Hopper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep on this device" }).ClickAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);

        await using var again = await Browsing.ServeAgain(house, site);
        await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");

        await Assertions.Expect(page.GetByText("Sent: 1.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("a call with Grace Hopper").First).ToBeVisibleAsync();
        await Looks(page, "jotted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing noted offline is waiting.")).ToBeVisibleAsync();
        Assert.Equal(house.Today, (await house.Again().Set<Mainstay.Rhythm.Touch>().SingleAsync(Stop)).On);
    }

    [Fact]
    public async Task A_reading_that_was_changed_is_kept_as_it_was_changed_and_once()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await Ready(site, "/capture");
        await page.GetByLabel("What happened?").FillAsync("called Grace Hopper, promised to send the deck");
        var touch = page.Locator("#reading li").Filter(new() { HasText = "a call with Grace Hopper" }).First;
        await touch.GetByText("Change", new() { Exact = false }).First.ClickAsync();
        await touch.GetByLabel("Minutes").FillAsync("25");
        await page.Locator("#reading input[name=task-0]").UncheckAsync();

        await site.StopAsync(Stop);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync(); // looked at, and kept as it is
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep on this device" }).ClickAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);
        await page.CloseAsync();
        page = await page.Context.NewPageAsync();
        await page.GotoAsync("/capture");
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);

        await using var again = await Browsing.ServeAgain(house, site);
        var tab = await page.Context.NewPageAsync();
        await Task.WhenAll(page.GotoAsync("/"), tab.GotoAsync("/"));

        await Until(async () => await house.Again().Jottings.CountAsync(Stop) == 1);
        await Until(async () => await Left(page) == 0);
        Assert.Equal(25, (await house.Again().Set<Mainstay.Rhythm.Touch>().SingleAsync(Stop)).Minutes);
        Assert.Empty(await house.Store.Set<Mainstay.Rhythm.PromisedTask>().ToListAsync(Stop));
        Assert.Empty(await house.Store.WaitingJottings(Stop));
    }

    [Fact]
    public async Task From_every_page_a_key_and_the_plus_menu_open_a_way_to_jot()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await Ready(site, "/people");
        var line = page.GetByLabel("One line, as you would say it");

        await site.StopAsync(Stop);
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(line).ToBeVisibleAsync();
        await page.GotoAsync("/"); // Today as it was last seen
        await page.Locator("header summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Capture" }).First.ClickAsync();
        await Assertions.Expect(line).ToBeVisibleAsync();
        await page.GotoAsync("/people"); // no page of its own without a network
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are offline" })).ToBeVisibleAsync();
        await Looks(page, "offline");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(line).ToBeVisibleAsync();
        await page.GotoAsync("/organizations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Note something" }).ClickAsync();
        await line.FillAsync("called Grace Hopper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep on this device" }).ClickAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);
        await page.CloseAsync();
        page = await page.Context.NewPageAsync();
        await page.GotoAsync("/touches/new");
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);

        await using var again = await Browsing.ServeAgain(house, site);
        var tab = await page.Context.NewPageAsync();
        await Task.WhenAll(page.GotoAsync("/"), tab.GotoAsync("/"));
        await Until(async () => await house.Again().Jottings.CountAsync(Stop) == 1);
        await Until(async () => await Left(page) == 0);
        Assert.Single(await house.Store.WaitingJottings(Stop));
    }

    [Fact]
    public async Task What_somebody_else_jotted_down_here_is_neither_shown_nor_sent_and_signing_out_asks_first()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await Ready(site, "/");
        await page.EvaluateAsync("""
            () => new Promise(done => {
              indexedDB.open('mainstay-outbox').onsuccess = event => {
                const writing = event.target.result.transaction('jottings', 'readwrite');
                writing.objectStore('jottings').put({ id: crypto.randomUUID(), account: 'somebody else', at: new Date().toISOString(), line: 'my secret' });
                writing.oncomplete = () => { event.target.result.close(); done(); };
              };
            })
            """);

        await page.GotoAsync("/capture/offline");
        await Assertions.Expect(page.GetByLabel("One line, as you would say it")).ToBeVisibleAsync();
        Assert.DoesNotContain("my secret", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByText("One note that was made on this device without a network has not been sent yet.")).ToBeVisibleAsync();
        Assert.Empty(await Browsing.Barriers(page));
        Assert.Equal(1, await Left(page));
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sign-in"));

        Assert.Equal(0, await Left(page));
        Assert.Empty(await house.Again().Jottings.ToListAsync(Stop));
        await page.GotoAsync("/capture/offline");
        await Assertions.Expect(page.Locator("[data-outbox=line]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_refused_sign_out_loses_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await Ready(site, "/capture");
        await site.StopAsync(Stop);
        await page.GetByLabel("What happened?").FillAsync("called Grace Hopper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(1);
        await using var again = await Browsing.ServeAgain(house, site);
        await page.Context.ClearCookiesAsync();

        var refused = await page.EvaluateAsync<int>("async () => (await fetch('/sign-out', { method: 'POST', body: new URLSearchParams({ anyway: 'true' }), redirect: 'manual' })).status");

        Assert.Equal(401, refused);
        Assert.Equal(1, await Left(page));
    }

    private static ILocator Waiting(IPage page) => page.Locator("[data-outbox=list] > li");

    private static async Task Note(IPage page, string who)
    {
        var waiting = await Waiting(page).CountAsync();
        await page.GetByLabel("Whom did you meet?", new() { Exact = true }).FillAsync(who);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Waiting(page)).ToHaveCountAsync(waiting + 1);
    }

    /// <summary>A window of a phone in which the worker has learnt who is there.</summary>
    private async Task<IPage> Ready(WebApplication site, string path)
    {
        var page = await browsing.Open(site, Phone, scripts: true, worker: true);
        await Browsing.LearnWhoIsThere(page);
        await page.GotoAsync(path);
        return page;
    }

    private static Task<int> Left(IPage page) => page.EvaluateAsync<int>("""
        () => new Promise(done => {
          indexedDB.open('mainstay-outbox').onsuccess = event => {
            const asked = event.target.result.transaction('jottings').objectStore('jottings').count();
            asked.onsuccess = () => { event.target.result.close(); done(asked.result); };
          };
        })
        """);

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var times = 0; !await isSo(); times++)
        {
            Assert.True(times < 200, "It was not sent.");
            await Task.Delay(100, Stop);
        }
    }

    private static async Task Looks(IPage page, string name)
    {
        var barriers = new List<string>();
        foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            foreach (var width in (int[])[1280, Phone])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                await page.SetViewportSizeAsync(width, 760);
                await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
            }
        Assert.Empty(barriers);
    }
}
