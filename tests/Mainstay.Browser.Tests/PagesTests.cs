using System.Runtime.CompilerServices;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>
/// Every page in both themes, on a phone and at a desk: nothing runs off the side, and a picture is kept to be looked at. axe, which takes
/// seconds for a page, looks at the light phone and the dark desk: so it has seen every layout and every colour.
/// </summary>
public sealed class PagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        var (full, empty) = await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        var navy = (await house.Store.FindOrganization("US Navy", TestContext.Current.CancellationToken)).Id;
        var need = await SampleNetwork.NeedSomething(house, full);
        var touch = await house.Store.Touches.Select(t => t.Id).FirstAsync(TestContext.Current.CancellationToken);
        var jotted = await SampleNetwork.JotDown(house);
        foreach (var (name, path) in Pages(full, empty).Concat(Edited(full, navy)).Concat(OfTheMap(full, need)).Concat([("touch", $"/touches/{touch}"), ("jotted-one", $"/capture/jotted/{jotted}")]))
        {
            await page.GotoAsync(path);
            await Look(page, $"{name}-{width}-{theme}", barriers);
        }
        await page.GotoAsync("/people/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Look(page, $"new-wrong-{width}-{theme}", barriers);
        await page.GotoAsync($"/people/{full}");
        foreach (var more in await page.Locator("main details:not([data-menu]) > summary").AllAsync()) await more.ClickAsync();
        await Look(page, $"person-open-{width}-{theme}", barriers);
        await page.Locator("main [data-menu] > summary").First.ClickAsync();
        await Look(page, $"person-menu-{width}-{theme}", barriers);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("Gr");
        await page.GetByRole(AriaRole.Option, new() { Name = "Grace Hopper" }).WaitForAsync();
        await Look(page, $"palette-{width}-{theme}", barriers);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Look(page, $"keys-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task A_barrier_would_be_found()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);

        await page.SetContentAsync("<html><body><h1>Grace</h1><p style=\"color: #aaa; background: #bbb\">Rear admiral</p><img src=\"data:,\"></body></html>");

        var barriers = await Browsing.Barriers(page);
        Assert.All(["image-alt", "color-contrast", "html-has-lang", "document-title", "landmark-one-main"], (string rule) => Assert.Contains(barriers, b => b.StartsWith(rule, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Empty_places_have_no_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        foreach (var (name, path) in new[] { ("today", "/"), ("reminders", "/settings/reminders"), ("letters", "/reminders"), ("people", "/people"), ("layers", "/layers"), ("map", "/map"), ("network", "/network") })
        {
            await page.GotoAsync(path);
            await Look(page, $"nobody-{name}-{width}-{theme}", barriers);
        }
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, TestContext.Current.CancellationToken);
        await page.GotoAsync("/");
        await page.GetByText("Later").ClickAsync();
        await Look(page, $"setup-{width}-{theme}", barriers);
        await page.GetByRole(AriaRole.Button, new() { Name = "Not today" }).ClickAsync();
        await Look(page, $"nothing-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    private static IEnumerable<(string Name, string Path)> Pages(Guid full, Guid empty) =>
        [("today", "/"), ("people", "/people"), ("found", "/people?q=head"), ("nobody-found", "/people?q=xyzzyq"), ("person", $"/people/{full}"), ("person-empty", $"/people/{empty}"), ("layers", "/layers"), ("new", "/people/new"), ("import", "/import"), ("api", "/api"), ("missing", "/missing"), ("settings", "/settings"), ("security", "/settings/security"), ("tokens", "/settings/tokens"), ("data", "/settings/data"), ("sign-out", "/sign-out"), ("growth", "/growth"), ("more", "/more"), ("found-place", "/search?q=trash"), ("styleguide", "/styleguide")];

    private static IEnumerable<(string Name, string Path)> Edited(Guid full, Guid organization) =>
        [("edit-contacts", $"/people/{full}?edit=contacts"), ("edit-name", $"/people/{full}?edit=name"), ("edit-photo", $"/people/{full}?edit=photo"), ("touch-new", $"/touches/new?person={full}&note=Pricing"), ("capture", "/capture"), ("tasks", "/tasks"), ("organizations", "/organizations"), ("organization-new", "/organizations/new"), ("organization", $"/organizations/{organization}"), ("organization-edit", $"/organizations/{organization}?edit=merge")];

    private static IEnumerable<(string Name, string Path)> OfTheMap(Guid grace, Guid need) =>
        [("map", "/map"), ("map-without", $"/map?without={grace}"), ("need", $"/map/needs/{need}"), ("need-new", "/map/needs/new"), ("goals", "/map/goals"), ("interview-begin", "/map/begin"), ("interview", "/map/begin/2"), ("who", "/who?q=compilers"), ("who-empty", "/who")];

    internal static async Task Look(IPage page, string name, List<string> barriers)
    {
        await page.ScreenshotAsync(new() { Path = Picture(name), FullPage = true });
        EveryPage.IsSeen(page.Url);
        var isDark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        if (page.ViewportSize!.Width < 500 != isDark) barriers.AddRange((await Browsing.Barriers(page)).Select(b => $"{name}: {b}"));
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) barriers.Add($"{name}: the page is wider than the window");
    }

    internal static string Picture(string name) => Path.Combine(Pictures(), name.ToLowerInvariant() + ".png");

    private static string Pictures([CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "artifacts", "screenshots")).FullName;
}
