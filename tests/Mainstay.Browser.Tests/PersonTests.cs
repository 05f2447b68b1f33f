using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>A person's page as people use it: edited in place, in two tabs at once, with a photo that is cut in the browser.</summary>
public sealed class PersonTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_tabs_that_change_the_same_are_merged_by_hand(bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Notes = "Old", MetWhere = "Lisbon", MetOn = "2024-03" }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var first = await browsing.Open(site, scripts: scripts);
        var second = await first.Context.NewPageAsync();
        foreach (var tab in new[] { first, second }) await tab.GotoAsync($"/people/{grace.Id}?edit=met");

        await first.GetByRole(AriaRole.Textbox, new() { Name = "Where" }).FillAsync("Harvard");
        await first.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(first.GetByText("Changed.")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Textbox, new() { Name = "Where" }).FillAsync("Arlington");
        await second.GetByRole(AriaRole.Textbox, new() { Name = "How you met" }).FillAsync("By chance");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody changed this while you were writing.");
        await Assertions.Expect(second.GetByRole(AriaRole.Group, new() { Name = "Where" })).ToContainTextAsync("Harvard");
        if (scripts) Assert.Empty(await Browsing.Barriers(second)); // axe is a script too
        await second.GetByLabel("What it is now").CheckAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(second.GetByText("Changed.")).ToBeVisibleAsync();
        var after = await house.Again().DetailsOf(grace.Id, Stop);
        Assert.Equal(("Harvard", "By chance", "2024-03"), (after.MetWhere, after.HowMet, after.MetOn));
    }

    [Fact]
    public async Task A_part_is_edited_where_it_is_read_and_taken_back()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Emails = [new("grace@navy.example")] }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync($"/people/{grace.Id}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Edit: Reach" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "E-mail address 1" })).ToBeFocusedAsync(); // else that takes away what is typed below
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Number 1", Exact = true }).FillAsync("+1 202 555 0100");
        Assert.DoesNotContain("edit=", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "+1 202 555 0100" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(page.GetByText("It is as it was before.")).ToBeVisibleAsync();
        Assert.Empty((await house.Again().DetailsOf(grace.Id, Stop)).Phones);
    }

    [Fact]
    public async Task A_heading_stands_apart_from_the_buttons_below_it_on_a_phone()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: true);
        await page.GotoAsync($"/people/{grace.Id}");

        foreach (var heading in new[] { "Whom they know", "Reaching out" })
        {
            var gap = await page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).EvaluateAsync<double>("heading => heading.nextElementSibling.getBoundingClientRect().top - heading.getBoundingClientRect().bottom");
            Assert.InRange(gap, 8, 24);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_photo_is_cut_in_the_browser_and_else_by_the_server(bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: scripts);
        await page.GotoAsync($"/people/{grace.Id}?edit=photo");

        await page.GetByLabel("Picture", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "mark.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        if (scripts)
        {
            await Assertions.Expect(page.Locator("[data-crop] canvas")).ToBeVisibleAsync();
            await page.Locator("[data-crop] canvas").PressAsync("ArrowLeft");
            await page.GetByLabel("Nearer").FillAsync("2");
            Assert.Empty(await Browsing.Barriers(page));
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the photo" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The photo is kept.")).ToBeVisibleAsync();
        Assert.Equal("image/jpeg", (await house.Again().Photos.SingleAsync(Stop)).MediaType);
        Assert.Equal(512, await page.Locator("img.avatar").First.EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_touch_is_logged_with_several(bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: scripts);
        await page.GotoAsync($"/touches/new?person={grace.Id}");

        await page.GetByLabel("And who else").PressSequentiallyAsync("tur");
        if (scripts)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Alan Turing" })).ToBeVisibleAsync();
            Assert.Empty(await Browsing.Barriers(page));
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("Enter");
        }
        await page.GetByLabel("What about").FillAsync("Clocks");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();

        await Assertions.Expect(page.GetByText("is logged.")).ToBeVisibleAsync();
        Assert.Equal(2, await house.Again().TouchPeople.CountAsync(Stop));
    }
}
