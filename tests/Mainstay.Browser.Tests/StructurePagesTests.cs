using System.Text.RegularExpressions;
using Mainstay.Introductions;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>How people hang together, looked at on a phone and at a desk, with much, too little and nothing to say.</summary>
public class StructurePagesTests(Browsing browsing) : IClassFixture<Browsing>
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
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        async Task Look(string name)
        {
            await page.GotoAsync("/network/structure");
            await PagesTests.Look(page, $"structure-{name}-{width}-{theme}", barriers);
        }

        await Look("nobody");
        var (grace, _) = await SampleNetwork.Fill(house);
        await SampleNetwork.NeedSomething(house, grace);
        await Look("too-little");
        await Link(house, grace);
        await Look("full");
        foreach (var why in await page.Locator("main details.why > summary").AllAsync()) await why.ClickAsync();
        await PagesTests.Look(page, $"structure-open-{width}-{theme}", barriers);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Who knows whom", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/acquaintances$"));

        Assert.Empty(barriers);
    }

    /// <summary>Two circles that only Grace ties together, two strangers to them, and somebody from long ago.</summary>
    private static async Task Link(TestHouse house, Guid grace)
    {
        var all = await house.Store.People.Where(p => p.Id != grace).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(Stop);
        var (near, far) = (all[..8], all[10..18]);
        foreach (var circle in (List<Guid>[])[near, far])
            for (var i = 0; i < circle.Count; i++) await house.Store.SayKnow(new() { PersonId = circle[i], Others = [circle[(i + 1) % circle.Count], circle[(i + 3) % circle.Count]], Strength = .3 + i % 3 * .25 }, house.Today, Stop);
        await house.Store.SayKnow(new() { PersonId = grace, Others = [near[0], near[2], far[0], far[4], all[40]], Strength = .8 }, house.Today, Stop);
        await house.Store.SayKnow(new() { PersonId = all[50], Others = [all[51], all[52]] }, house.Today, Stop);
        await house.Store.SetLayer(all[53], Layer.Close, Stop);
        await house.Store.RecordMany(Enumerable.Range(0, 9).Select(i => new NewTouch { People = [all[54]], On = new DateOnly(2022, 1, 10).AddMonths(i), Kind = TouchKind.Meeting }), house.Today, house.Clock, Stop);
        await house.Store.RecordMany([new NewTouch { People = [far[0]], On = new(2026, 2, 3), Kind = TouchKind.Call }], house.Today, house.Clock, Stop);
    }
}
