using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>A round from two spreadsheets, looked at on a phone and at a desk.</summary>
public class MatchPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Mentees = "name,capacity,wants,avoid,prefers,stage,organisation,times,gender\nAna Ruiz,1,pricing; hiring the first employee,,Grace Hopper,seed,Acme,Mon morning; Fri afternoon,f\nBo Lund,1,public speaking,Alan Turing,,growth,Brill,Tue evening,m\nChiara Neri,,pricing; fundraising,,Katherine Johnson,seed,Acme,Mon morning,f\nDov Levi,1,sales,,,growth,Corda,,m\nElif Şahin,1,contracts,Grace Hopper,,,Dune,Fri afternoon,f\n";

    private const string Mentors = "name,capacity,offers,avoid,prefers,stage,organisation,times,gender\nGrace Hopper,2,Pricing strategy; Hiring,,Ana Ruiz,seed,Navy,Mon morning,f\nAlan Turing,1,Public speaking; Sales to engineers,,,growth,Bletchley,Tue evening,m\nKatherine Johnson,1,Fundraising; pricing,,,seed,NASA,Mon morning; Wed noon,f\n";

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

        await page.GotoAsync("/match");
        await PagesTests.Look(page, $"match-{width}-{theme}", barriers);
        await page.GetByLabel("Mentees", new() { Exact = true }).FillAsync(Mentees);
        await page.GetByLabel("Mentors", new() { Exact = true }).FillAsync(Mentors.Replace("offers", "gives", StringComparison.Ordinal).Replace("name", "who", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).ClickAsync();
        await PagesTests.Look(page, $"match-wrong-{width}-{theme}", barriers);
        await page.GetByLabel("Mentors", new() { Exact = true }).FillAsync(Mentors);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "4 pairs" })).ToBeVisibleAsync();
        foreach (var why in await page.Locator("main details.why > summary").AllAsync()) await why.ClickAsync();
        await PagesTests.Look(page, $"match-draft-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }
}
