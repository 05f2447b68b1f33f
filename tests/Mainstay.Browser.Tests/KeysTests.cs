using System.Text.RegularExpressions;
using Mainstay.People;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Everything is near for who keeps the hands on the keyboard, and nothing happens while they write.</summary>
public sealed class KeysTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_palette_leads_to_a_person_and_to_a_place()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Notes = "nanoseconds" }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("nanosec");
        await Assertions.Expect(Chosen(page)).ToContainTextAsync("Search everything");
        await page.GetByRole(AriaRole.Option, new() { Name = "Grace Hopper" }).WaitForAsync();
        await Assertions.Expect(Chosen(page)).ToContainTextAsync("Grace Hopper");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/people/{grace.Id}$"));

        await page.Keyboard.PressAsync("Meta+k");
        await page.Keyboard.TypeAsync("near");
        await Assertions.Expect(Chosen(page)).ToContainTextAsync("Who is near?");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/layers$"));
    }

    [Fact]
    public async Task The_palette_says_when_nothing_has_the_name_and_closes_by_Escape()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Button, new() { Name = "anything" }).ClickAsync();
        await page.Keyboard.TypeAsync("xyzzy");
        await Assertions.Expect(page.GetByText("Nothing has this name.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Combobox)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keys_lead_only_while_nobody_types_and_only_as_long_as_they_are_wanted()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/");
        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });
        var keys = page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("a/b?");
        await Assertions.Expect(search).ToHaveValueAsync("a/b?");
        await Assertions.Expect(keys).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Main).FocusAsync();
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/capture$"));
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(keys).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Switch).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(keys).ToBeHiddenAsync();
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(search).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_page_that_comes_is_announced_and_has_the_focus()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/");
        await page.EvaluateAsync("window.same = true");

        await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#arrival")).ToHaveTextAsync("People · Mainstay");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Add somebody" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.same"), "The page was loaded anew.");
    }

    private static ILocator Chosen(IPage page) => page.Locator("#palette [role=option][aria-selected=true]");
}
