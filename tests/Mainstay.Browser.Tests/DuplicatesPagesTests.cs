using Mainstay.Merging;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Who is here twice, as it is looked at and settled.</summary>
public sealed class DuplicatesPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task They_have_no_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        await page.GotoAsync("/people/duplicates");
        await PagesTests.Look(page, $"duplicates-empty-{width}-{theme}", barriers);
        var (grace, twice) = await Two(house);
        var (one, other) = (await house.Store.AddPerson(new() { Name = "Maximiliane-Alexandra von und zu Hohenlohe-Langenburg" }, house.Clock, Stop), await house.Store.AddPerson(new() { Name = "Hohenlohe-Langenburg, Maximiliane-Alexandra von und zu" }, house.Clock, Stop));
        await house.Store.MergePeople(new(one.Id, other.Id, []), house.Today, house.Clock, Stop);
        foreach (var (name, path) in new[] { ("duplicates", "/people/duplicates"), ("merge-who", $"/people/{grace}/merge"), ("merge-wrong", $"/people/{grace}/merge?with=nobody"), ("merge-both", $"/people/{grace}/merge?with={twice}") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }

        Assert.Empty(barriers);
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Two_are_brought_together_and_taken_apart(int width, bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Two(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, scripts: scripts);

        await page.GotoAsync("/people/duplicates");
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at both" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "They are one" }).ClickAsync();
        await Assertions.Expect(page.GetByText("They are one now.")).ToBeVisibleAsync();
        Assert.Equal(1, await house.Again().People.CountAsync(Stop));
        await page.GotoAsync("/people/duplicates");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make two of them again" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 pair looks like one person.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at both" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "They are two" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nobody seems to be in your network twice.")).ToBeVisibleAsync();
    }

    private static async Task<(Guid Grace, Guid Twice)> Two(TestHouse house) =>
        ((await house.Store.AddPerson(new() { Name = "Grace Hopper", Emails = [new("grace@navy.example")], Notes = "Met at Yale." }, house.Clock, Stop)).Id,
         (await house.Store.AddPerson(new() { Name = "G. Hopper", Emails = [new("grace@navy.example")], Phones = [new("+1 555 0199")] }, house.Clock, Stop)).Id);
}
