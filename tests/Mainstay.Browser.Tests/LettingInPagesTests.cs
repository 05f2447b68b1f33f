using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Ada lets Grace into her network: how they see it, at both ends.</summary>
public sealed class LettingInPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task A_stranger_comes_in_by_an_invitation_and_goes_home(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (katherine, _) = await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var (ada, grace) = (await browsing.Open(site, width, theme, scripts: true), await browsing.OpenAsStranger(site, width, theme, scripts: true));
        var barriers = new List<string>();

        await ada.GotoAsync("/settings/sharing");
        await ada.GetByLabel("Read and write").CheckAsync();
        await ada.GetByLabel("For how many people").FillAsync("3");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = new Uri(await ada.Locator(".secret code").InnerTextAsync()).PathAndQuery;
        await PagesTests.Look(ada, $"sharing-made-{width}-{theme}", barriers);
        await grace.GotoAsync(link);
        await PagesTests.Look(grace, $"join-{width}-{theme}", barriers);
        await grace.GetByLabel("Your name").FillAsync("Grace Hopper");
        await grace.GetByLabel("Mail address").FillAsync("grace@example.org");
        await grace.GetByLabel("New password").FillAsync("staple battery horse");
        await grace.GetByRole(AriaRole.Button, new() { Name = "Make an account and come in" }).ClickAsync();
        await Assertions.Expect(grace.GetByText("you may read and write")).ToBeVisibleAsync();
        await grace.GotoAsync($"/people/{katherine}");
        await PagesTests.Look(grace, $"let-in-person-{width}-{theme}", barriers);
        await grace.GotoAsync("/settings/sharing");
        await PagesTests.Look(grace, $"let-in-sharing-{width}-{theme}", barriers);
        await grace.GotoAsync("/networks");
        await PagesTests.Look(grace, $"networks-{width}-{theme}", barriers);
        await ada.GotoAsync("/settings/sharing");
        await PagesTests.Look(ada, $"sharing-{width}-{theme}", barriers);
        await ada.GetByRole(AriaRole.Button, new() { Name = "Let them only read" }).ClickAsync();
        await grace.GotoAsync($"/people/{katherine}");
        await PagesTests.Look(grace, $"let-in-reads-{width}-{theme}", barriers);
        await grace.GetByRole(AriaRole.Button, new() { Name = "Back to mine" }).ClickAsync();
        await Assertions.Expect(grace.GetByText("Ada Lovelace’s network")).ToHaveCountAsync(0);

        Assert.Empty(barriers);
    }
}
