using System.Text.RegularExpressions;
using Mainstay.Introductions;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>The network as a drawing: by hand, by keyboard, and the list that follows it.</summary>
public sealed class NetworkTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_walked_through_by_keyboard_and_the_list_follows()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, alan) = await Three(house);
        await using var site = await Browsing.Serve(house);
        var page = await Drawn(site);
        var broken = new List<string>();
        page.Console += (_, said) => { if (said.Type == "error") broken.Add(said.Text); };
        var said = page.Locator("#network [data-say]");

        await page.Locator("#network [role=application]").FocusAsync();
        // Grace is the only one near; whichever way she stands, one of the arrows leads to her.
        foreach (var arrow in new[] { "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight" })
        {
            await page.Keyboard.PressAsync(arrow);
            if ((await said.TextContentAsync())!.Contains("Grace", StringComparison.Ordinal)) break;
            await page.Keyboard.PressAsync("Escape");
        }
        await Assertions.Expect(said).ToHaveTextAsync(new Regex("Grace Hopper, mentor, Close. Knows 2 of your people."));
        await page.Keyboard.PressAsync(" ");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Whom Grace Hopper knows: 2 people" })).ToBeVisibleAsync();
        await Assertions.Expect(said).ToHaveTextAsync(new Regex("Grace Hopper is shown with those they know"));
        Assert.EndsWith($"/network?person={grace}", page.Url, StringComparison.Ordinal);
        Assert.Empty(await Browsing.Barriers(page));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByText("Based on 2 recorded links between 3 people, of 4 in all.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/people/{grace}$"));
        Assert.NotEqual(grace, alan);
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Is_narrowed_without_loading_the_page_anew()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Three(house);
        await using var site = await Browsing.Serve(house);
        var page = await Drawn(site);
        await page.EvaluateAsync("document.querySelector('#network').dataset.mine = 'yes'");

        await page.GetByLabel("Role").SelectOptionAsync("mentor");
        await Assertions.Expect(page.GetByText("1 of 4 answer to what you chose.")).ToBeVisibleAsync();
        await page.GetByLabel("How strong ties were").FillAsync("-2");
        await Assertions.Expect(page.GetByText("March 2026")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("month=-2"));
        await page.GetByLabel("Find somebody").FillAsync("hop");
        await Assertions.Expect(page.Locator("#network [data-say]")).ToHaveTextAsync("1 found; Grace Hopper is in the middle.");

        Assert.Equal("yes", await page.EvaluateAsync<string>("document.querySelector('#network').dataset.mine"));
        Assert.Equal("settled", await page.EvaluateAsync<string>("document.querySelector('#network').dataset.drawn"));
    }

    [Fact]
    public async Task Everybody_stands_where_they_stood_on_the_last_visit_and_who_is_new_stands_beside_them()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, _) = await Three(house);
        await using var site = await Browsing.Serve(house);
        var page = await Drawn(site);
        var first = await Kept(page, "svg");
        var before = await Places(page);

        await page.ReloadAsync();
        await Settled(page);
        Assert.Equal(first, await Kept(page, "svg"));

        var dorothy = await Know(house, "Dorothy Vaughan");
        await house.Store.SayKnow(new() { PersonId = grace, Others = [dorothy] }, house.Today, Stop);
        await page.ReloadAsync();
        await Settled(page);
        var after = await Places(page);
        Assert.All(before, place => Assert.Equal(place.Value, after[place.Key]));
        Assert.Contains(dorothy.ToString(), after.Keys);
    }

    [Fact]
    public async Task Nothing_of_it_stays_in_the_browser_after_signing_out()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Three(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true, worker: true);
        await page.GotoAsync("/");
        await page.WaitForFunctionAsync("async () => { await navigator.serviceWorker.ready; return navigator.serviceWorker.controller !== null }");
        await page.GotoAsync("/network");
        await Settled(page);
        Assert.NotEmpty(await Places(page));

        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sign-in"));

        await page.WaitForFunctionAsync("async () => !(await caches.keys()).includes('personal')");
    }

    [Fact]
    public async Task A_way_through_it_is_drawn_and_told()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, alan) = await Three(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync($"/paths?person={alan}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Show in the network" }).First.ClickAsync();
        await Settled(page);

        await Assertions.Expect(page.GetByText("The way from you, person by person:")).ToBeVisibleAsync();
        Assert.Contains($"path={grace}", page.Url, StringComparison.Ordinal);
        // You to Grace, Grace to Alan; no other tie is drawn.
        Assert.Equal(2, Regex.Count(await Kept(page, "svg"), "<path "));
    }

    [Fact]
    public async Task What_is_seen_is_kept_as_a_picture_or_a_drawing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Three(house);
        await using var site = await Browsing.Serve(house);
        var page = await Drawn(site);

        var svg = await Kept(page, "svg");
        var png = await Kept(page, "png");

        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"", svg, StringComparison.Ordinal);
        Assert.Contains(">Grace Hopper</text>", svg, StringComparison.Ordinal);
        Assert.Equal(5, Regex.Count(svg, "<circle "));
        System.Xml.Linq.XDocument.Parse(svg);
        Assert.StartsWith("\u0089PNG", png, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_drawn_it_says_so_and_the_list_is_there()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Three(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: true);
        await page.AddInitScriptAsync("const before = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind.startsWith('webgl') ? null : before.call(this, kind, ...more) }");

        await page.GotoAsync("/network");

        await Assertions.Expect(page.GetByText("Your browser cannot draw the network")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper" })).ToBeVisibleAsync();
        Assert.Empty(await Browsing.Barriers(page));
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Looks_right_and_has_no_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (full, _) = await SampleNetwork.Fill(house);
        await SampleNetwork.NeedSomething(house, full);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        foreach (var (name, path) in new[] { ("network", "/network"), ("network-one", $"/network?person={full}"), ("network-nobody", "/network?q=xyzzyq") })
        {
            await page.GotoAsync(path);
            await Settled(page);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }

        Assert.Empty(barriers);
    }

    /// <summary>Grace, who is close, knows Alan and Katherine; nobody knows Howard.</summary>
    private static async Task<(Guid Grace, Guid Alan)> Three(TestHouse house)
    {
        var (grace, alan, katherine) = (await Know(house, "Grace Hopper", "mentor"), await Know(house, "Alan Turing"), await Know(house, "Katherine Johnson"));
        await Know(house, "Howard Aiken");
        await house.Store.SetLayer(grace, Layer.Close, Stop);
        for (var month = 1; month < 6; month++) await house.Store.Record(new() { People = [grace], On = house.Today.AddMonths(-month), Kind = TouchKind.Meeting }, house.Today, house.Clock, Stop);
        await house.Store.SayKnow(new() { PersonId = grace, Others = [alan, katherine] }, house.Today, Stop);
        return (grace, alan);
    }

    private static async Task<Guid> Know(TestHouse house, string name, string? role = null) =>
        (await house.Store.AddPerson(new() { Name = name, Roles = role is null ? [] : [new(role)] }, house.Clock, Stop)).Id;

    private async Task<IPage> Drawn(WebApplication site)
    {
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/network");
        await Settled(page);
        return page;
    }

    private static Task<IJSHandle> Settled(IPage page) => page.WaitForFunctionAsync("() => document.querySelector('#network')?.dataset.drawn === 'settled'");

    private static Task<Dictionary<string, string>> Places(IPage page) => page.EvaluateAsync<Dictionary<string, string>>(
        "async () => { const cache = await caches.open('personal'), key = (await cache.keys()).find(k => k.url.includes('/network/layout')); const kept = await (await cache.match(key)).json(); return Object.fromEntries(kept.id.map((id, i) => [id, `${kept.x[i]} ${kept.y[i]}`])); }");

    private static async Task<string> Kept(IPage page, string kind)
    {
        await page.Locator("#network .menu > summary").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"#network [data-do={kind}]").ClickAsync());
        Assert.Equal($"network.{kind}", download.SuggestedFilename);
        return System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await download.PathAsync(), Stop));
    }
}
