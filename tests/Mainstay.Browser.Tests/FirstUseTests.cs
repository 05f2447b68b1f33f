using Mainstay.Accounts;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>From an empty network to the first touch, without JavaScript, and without a mouse.</summary>
public sealed class FirstUseTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Leads_to_the_first_touch_without_scripts(int width)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width);

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add somebody by hand" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Grace Hopper");
        await page.GetByLabel("What they are to you").FillAsync("mentor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Core" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log a call" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The call is logged.")).ToBeVisibleAsync();
        var touch = await house.Again().Touches.SingleAsync(Stop);
        Assert.Equal((house.Today, TouchKind.Call), (touch.On, touch.Kind));
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(360, false)]
    public async Task A_first_run_leads_to_the_first_touch_by_keyboard_alone(int width, bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        await using var site = await Browsing.Serve(house, withAda: false);
        var page = await browsing.OpenAsStranger(site, width, scripts: scripts);
        await page.GotoAsync($"/setup?key={key}");

        await Type(page, "Your name", "Ada Lovelace");
        await Type(page, "Mail", "ada@example.org");
        await Type(page, "Password", "the analytical engine weaves");
        await Press(page, page.GetByRole(AriaRole.Button, new() { Name = "Begin" }), "Ada Lovelace");
        await Press(page, page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }), "People");
        await Press(page, page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Add somebody" }), "Add somebody");
        await Type(page, "Name", "Grace Hopper");
        await Press(page, page.GetByRole(AriaRole.Button, new() { Name = "Keep" }), "Grace Hopper");
        await Press(page, page.GetByRole(AriaRole.Button, new() { Name = "Log a call" }), "Grace Hopper");

        await Assertions.Expect(page.GetByText("The call is logged.")).ToBeVisibleAsync();
        Assert.Equal(TouchKind.Call, (await house.Again().Touches.SingleAsync(Stop)).Kind);
    }

    [Fact]
    public async Task Can_be_done_by_keyboard_alone()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await Mainstay.People.PeopleActions.AddPerson(house.Store, new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.SetLayer(grace.Id, Layer.Close, Stop);
        house.Clock.MoveTo(house.Today.AddDays(40));
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site);
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to the page")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper" }));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, page.GetByText("With day, length and note"));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, page.GetByLabel("Minutes"));
        await page.Keyboard.TypeAsync("40");
        await TabTo(page, page.GetByLabel("What about"));
        await page.Keyboard.TypeAsync("Pricing");
        await TabTo(page, page.GetByRole(AriaRole.Button, new() { Name = "Log it" }));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("is logged.")).ToBeVisibleAsync();
        var touch = await house.Again().Touches.SingleAsync(Stop);
        Assert.Equal((40, "Pricing"), (touch.Minutes, touch.Note));
    }

    private static async Task Type(IPage page, string label, string text)
    {
        await TabTo(page, page.GetByLabel(label));
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a link or a button by tabbing, presses it, and waits for the page of that heading.</summary>
    private static async Task Press(IPage page, ILocator what, string heading)
    {
        await TabTo(page, what);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task TabTo(IPage page, ILocator wanted)
    {
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(":focus").CountAsync() > 0 && await wanted.And(page.Locator(":focus")).CountAsync() > 0) return;
        }
        Assert.Fail("It cannot be reached by tabbing.");
    }
}
