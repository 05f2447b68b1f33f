using Mainstay.Cards;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Cards at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class CardsPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        await page.GotoAsync("/cards");
        await PagesTests.Look(page, $"cards-empty-{width}-{theme}", barriers);
        var (on, secret, plain) = await Fill(house);

        foreach (var (name, path) in new[] { ("cards", "/cards"), ("card-on", $"/cards/{on}"), ("card-off", $"/cards/{plain}"), ("card-new", "/cards/new"), ("card-shown", $"/card/{secret}"), ("card-gone", "/card/abcdefghjkmnpqrstuvwxyz23456") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
        await page.GotoAsync($"/cards/{plain}");
        await page.GetByText("Without a network", new() { Exact = true }).ClickAsync();
        await PagesTests.Look(page, $"card-whole-{width}-{theme}", barriers);
        await page.GotoAsync($"/cards/{on}");
        foreach (var part in new[] { "Without a network", "Another address, or none", "Change the card" }) await page.GetByText(part, new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Website and links").FillAsync("javascript:alert(1)");
        await PagesTests.Look(page, $"card-open-{width}-{theme}", barriers);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This is no address on the web")).ToBeVisibleAsync();
        await PagesTests.Look(page, $"card-wrong-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task A_card_is_written_turned_on_and_seen_by_somebody_else_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync("/gatherings");
        await page.GetByRole(AriaRole.Link, new() { Name = "My cards" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New card" }).ClickAsync();
        await page.GetByLabel("For whom").FillAsync("Investors");
        await page.GetByLabel("What you do").FillAsync("Programs for engines");
        await page.GetByLabel("E-mail").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await page.GetByLabel("For how long").SelectOptionAsync("A week");
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        await Assertions.Expect(page.GetByText("On until Friday, May 8, 2026.")).ToBeVisibleAsync();
        var square = await page.GetByRole(AriaRole.Img, new() { Name = "QR code that leads to the card of Ada Lovelace" }).BoundingBoxAsync();
        var address = await page.Locator(".square a").GetAttributeAsync("href");
        await page.GotoAsync(new Uri(address!).AbsolutePath);

        Assert.True(square!.Width >= 280, $"Only {square.Width} pixels for a phone held out.");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ada Lovelace" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("example.org")).ToHaveCountAsync(0);
        var book = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Save as contact" }).ClickAsync());
        Assert.Equal("Ada-Lovelace.vcf", book.SuggestedFilename);
        Assert.Contains("TITLE:Programs for engines", await File.ReadAllTextAsync((await book.PathAsync())!, Stop), StringComparison.Ordinal);
    }

    private static async Task<(Guid On, string Secret, Guid Plain)> Fill(TestHouse house)
    {
        await house.AdasAccount();
        var seals = (Mainstay.Accounts.Seals)house.Services.GetService(typeof(Mainstay.Accounts.Seals))!;
        var on = (await house.Store.AddCard(new("Investors who have done this before, in several countries", new()
        {
            Name = "Ada Augusta King, Countess of Lovelace عدا 林", Pronouns = "she/her", Headline = "Programs for engines that weave algebraical patterns", Organization = "Analytical Engines and Difference Engines Ltd", Mail = "ada.augusta.king.countess.of.lovelace@analytical-engines.example", Phone = "+44 20 7946 0000",
            Links = ["ada.example", "https://www.example.org/talks/a-long-address/that-goes-on-and-on-and-does-not-end-soon"], Pitch = "I make engines do what looms do: weave patterns that nobody has to thread by hand.", Seeks = "A first customer who counts a lot\nSomebody who has raised a seed round", Offers = "An hour on algorithms",
        }), house.Clock, Stop)).Id;
        await house.Store.TurnCardOn(on, CardTime.Month, seals, house.Clock, Stop);
        var plain = (await house.Store.AddCard(new("Founders", new() { Name = "Ada" }), house.Clock, Stop)).Id;
        return (on, seals.Open((await house.Again().CardOf(on, house.Clock, Stop)).It.Locked!)!, plain);
    }
}
