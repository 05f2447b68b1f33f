using Mainstay.Lists;
using Mainstay.People;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>The list of people as people use it: narrowing, keeping a view, changing many and taking it back; without scripts, and on a phone.</summary>
public sealed class PeopleListTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Narrows_lets_go_and_keeps_a_view(int width, bool scripts)
    {
        await using var house = await Fill();
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, scripts: scripts);
        await page.GotoAsync("/people");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("4 people");

        if (width < 500) await page.GetByRole(AriaRole.Button, new() { Name = "Narrow" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "mentor" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Shows(page, "2 of 4 people", "Grace Hopper", "Alan Turing");

        await page.GetByText("Keep as a view").ClickAsync();
        await page.GetByLabel("Name of the view").FillAsync("My mentors");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("The view is kept.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Role: mentor" }).ClickAsync();
        await Shows(page, "4 people", "Katherine Johnson");
        await page.GetByRole(AriaRole.Link, new() { Name = "My mentors" }).ClickAsync();
        await Shows(page, "2 of 4 people", "Grace Hopper");

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the view" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "My mentors" })).ToBeVisibleAsync();
        Assert.Equal("My mentors", Assert.Single(await house.Again().AllViews(Stop)).Name);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Changes_those_who_are_ticked_and_takes_it_back(int width, bool scripts)
    {
        await using var house = await Fill();
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, scripts: scripts);
        await page.GotoAsync("/people?role=mentor");

        await page.GetByRole(AriaRole.Link, new() { Name = "Choose several" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tick all 2 here" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Tick all 2 here" })).ToBeHiddenAsync(); // the page before has the same form, and would be opened
        await page.GetByText("Change them").ClickAsync();
        await page.GetByLabel("Label or role").FillAsync("gold");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give the label" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The label “gold” was given to 2 people.")).ToBeVisibleAsync();
        Assert.Equal(2, (await house.Again().List(PeopleWanted.OfText("label=gold"), new(1), house.Clock, house.Today, Stop)).Part.Total);

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Taken back for 2 people.")).ToBeVisibleAsync();
        Assert.Equal(0, (await house.Again().List(PeopleWanted.OfText("label=gold"), new(1), house.Clock, house.Today, Stop)).Part.Total);
    }

    [Fact]
    public async Task A_tick_narrows_at_once_and_keeps_the_focus()
    {
        await using var house = await Fill();
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/people");

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "mentor" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");

        await Shows(page, "2 of 4 people", "Grace Hopper", "Alan Turing");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "mentor" })).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Has_no_barriers_in_any_of_its_states(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await SampleNetwork.Fill(house);
        var view = await house.Store.SaveView("Mentors", PeopleWanted.OfText("role=mentor"), house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        foreach (var (name, path) in new[] { ("view", $"/people?role=mentor&view={view.Id}"), ("changed", $"/people?role=mentor&layer=core&layer=close&view={view.Id}"), ("choosing", "/people?choose=all"), ("nobody", "/people?role=mentor&layer=wider&touched=never"), ("search", "/search?q=head"), ("search-empty", "/search"), ("search-guess", "/search?q=hoper"), ("search-none", "/search?q=xyzzyq"), ("search-touch", "/search?q=pricing&kind=person") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"list-{name}-{width}-{theme}", barriers);
        }
        await page.GotoAsync("/people?choose=1");
        await page.GetByText("Change them").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Give the label" }).ClickAsync();
        await PagesTests.Look(page, $"list-wrong-{width}-{theme}", barriers);
        await page.GotoAsync("/people");
        if (width < 500) await page.GetByRole(AriaRole.Button, new() { Name = "Narrow" }).ClickAsync();
        await PagesTests.Look(page, $"list-facets-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    private static async Task Shows(IPage page, string count, params string[] names)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(count);
        foreach (var name in names) await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
    }

    private static async Task<TestHouse> Fill()
    {
        var house = await TestHouse.Build(Engine.Sqlite);
        foreach (var (name, role) in new[] { ("Grace Hopper", "mentor"), ("Alan Turing", "mentor"), ("Katherine Johnson", "peer"), ("Zoë Ångström", "friend") })
            await house.Store.AddPerson(new() { Name = name, Roles = [new(role)] }, house.Clock, Stop);
        return house;
    }
}
