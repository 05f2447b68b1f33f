using Mainstay.Accounts;
using Mainstay.Tests.Entrance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Signing in with a provider on another site, by clicking: a browser says which cookies travel and where forms may lead.</summary>
public sealed class ProviderTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Light, false)]
    [InlineData(360, ColorScheme.Dark, true)]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(1280, ColorScheme.Dark, true)]
    public async Task Ada_connects_a_provider_and_signs_in_with_it(int width, ColorScheme theme, bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var provider = await TestProvider.Start(house.Clock);
        provider.Asks = true;
        await using var site = await Browsing.Serve(house, with: provider.Known);
        (await house.Pipe("correct horse battery\n", "user", "password")).Fine();
        var barriers = new List<string>();
        var page = await browsing.Open(site, width, theme, scripts: scripts);

        await page.GotoAsync("/settings/security");
        await page.Locator("form[action='/settings/security/provider'] input[name=current]").FillAsync("correct horse battery");
        await Look("security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, that is me" }).ClickAsync();
        await Assertions.Expect(page.GetByText("From now on you can sign in that way too.")).ToBeVisibleAsync();
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with Example ID" })).ToBeVisibleAsync(); // who is not out yet is led past the door
        await page.GotoAsync("/sign-in?next=%2Fpeople");
        await Look("sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, that is me" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/people$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        Assert.Empty(barriers);

        async Task Look(string name)
        {
            await Shot(page, $"provider-{name}-{width}-{theme.ToString().ToLowerInvariant()}.png");
            if (scripts) barriers.AddRange(await Browsing.Barriers(page));
        }
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Grace_joins_and_is_asked_for_her_code_from_then_on(int width, bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var provider = await TestProvider.Start(house.Clock);
        (provider.Asks, provider.Person["sub"], provider.Person["email"], provider.Person["name"]) = (true, "17", "grace@example.org", "Grace Hopper");
        await using var site = await Browsing.Serve(house, with: provider.Known);
        var ada = await house.AdasAccount();
        var (_, secret) = await house.Again().Invite(new() { SpaceId = house.Ada.SpaceId, Role = SpaceRole.Guest, Uses = 1, ById = ada.Id }, house.Clock, Stop);
        var page = await browsing.OpenAsStranger(site, width, scripts: scripts);

        await page.GotoAsync("/join/" + secret);
        await Shot(page, $"provider-join-{width}.png");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join with Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, that is me" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        var grace = await house.Again().AccountOf("grace@example.org", Stop);
        house.Store.Add(new SecondFactor { AccountId = grace.Id, Sealed = "?", Since = house.Clock.GetUtcNow().UtcDateTime });
        await house.Store.SaveChangesAsync(Stop);
        var paper = (await house.Store.MakeRecoveryCodes(grace.Id, Stop))[0];
        await house.Store.EndSessions(grace.Id, null, Stop);
        await page.GotoAsync("/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, that is me" }).ClickAsync();
        await page.GetByText("Your phone is not at hand?").ClickAsync();
        await page.GetByLabel("Recovery code").FillAsync(paper);
        await page.Locator("details button").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/people$"));
        Assert.Equal(2, await house.Again().Accounts.CountAsync(Stop));
    }

    [Fact]
    public async Task A_no_there_is_said_here()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var provider = await TestProvider.Start(house.Clock);
        provider.Answers = answer => (answer["code"], answer["error"]) = (null, "access_denied");
        await using var site = await Browsing.Serve(house, with: provider.Known);
        var page = await browsing.OpenAsStranger(site, scripts: true);

        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with Example ID" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Signing in with Example ID did not work" })).ToBeVisibleAsync();
        await Shot(page, "provider-failed-1280.png");
        Assert.Empty(await Browsing.Barriers(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to where you began" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    private static Task<byte[]> Shot(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Pictures(), name), FullPage = true });

    private static string Pictures([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "artifacts", "screenshots")).FullName;
}
