using Mainstay.Accounts;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>How a person comes in: by the link to begin with, by a passkey, and back to what they were at.</summary>
public sealed class EntranceTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task A_newcomer_begins_by_the_link_that_was_printed(int width, bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        await using var site = await Browsing.Serve(house, withAda: false);
        var page = await browsing.OpenAsStranger(site, width, scripts: scripts);

        await page.GotoAsync($"/setup?key={key}");
        await page.GetByLabel("Your name").FillAsync("Ada Lovelace");
        await page.GetByLabel("Mail address").FillAsync("ada@example.org");
        await page.GetByLabel("New password").FillAsync("correct horse battery");
        await page.GetByLabel("Time zone").SelectOptionAsync("Europe/Lisbon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        Assert.Equal("Europe/Lisbon", (await house.Again().Networks(Stop)).Single().TimeZone);
    }

    [Fact]
    public async Task The_zone_is_that_of_the_browser_until_somebody_chooses()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        await using var site = await Browsing.Serve(house, withAda: false);
        var page = await browsing.OpenAsStranger(site, scripts: true);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Emulation.setTimezoneOverride", new Dictionary<string, object> { ["timezoneId"] = "Asia/Calcutta" });
        var zone = page.GetByLabel("Time zone");

        await page.GotoAsync($"/setup?key={key}");
        await Assertions.Expect(zone).ToHaveValueAsync("Asia/Kolkata");
        await zone.SelectOptionAsync("Europe/Lisbon");
        await page.GetByLabel("Your name").FillAsync("Ada Lovelace");
        await page.GetByLabel("Mail address").FillAsync("ada@example.org");
        await page.GetByLabel("New password").FillAsync("aaaaaaaaaaaaaaaa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();

        await Assertions.Expect(page.Locator(".problem").First).ToBeVisibleAsync();
        await Assertions.Expect(zone).ToHaveValueAsync("Europe/Lisbon");
    }

    [Fact]
    public async Task A_zone_that_the_browser_puts_back_stays()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        await using var site = await Browsing.Serve(house, withAda: false);
        var page = await browsing.OpenAsStranger(site, scripts: true);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Emulation.setTimezoneOverride", new Dictionary<string, object> { ["timezoneId"] = "Asia/Calcutta" });
        // As browsers do on the way back, before the page is shown.
        await page.AddInitScriptAsync("addEventListener('DOMContentLoaded', () => { document.querySelector('select[name=timeZone]').value = 'Europe/Lisbon'; }, true)");

        await page.GotoAsync($"/setup?key={key}");

        await Assertions.Expect(page.Locator("select[data-zone-here]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Lisbon");
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task What_a_stranger_sees_has_no_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        await using var site = await Browsing.Serve(house, withAda: false);
        var page = await browsing.OpenAsStranger(site, width, theme, scripts: true);
        var barriers = new List<string>();
        await page.GotoAsync($"/setup?key={key}");
        await PagesTests.Look(page, $"entrance-setup-{width}-{theme}", barriers);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(page.Locator(".problem").First).ToBeVisibleAsync();
        await PagesTests.Look(page, $"entrance-setup-wrong-{width}-{theme}", barriers);
        await house.AdasAccount();
        foreach (var (name, path) in new[] { ("sign-in", "/sign-in"), ("link-over", "/sign-in/link?key=unknown"), ("offline", "/offline"), ("nowhere", "/nowhere"), ("join-over", "/join/unknown") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"entrance-{name}-{width}-{theme}", barriers);
        }

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task A_passkey_signs_in_without_a_password()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        (await house.Pipe("correct horse battery\n", "user", "password")).Fine();
        var page = await browsing.OpenAsStranger(site, scripts: true);
        await Pretend(page);
        var at = site.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        await page.GotoAsync(at + "/settings/security");
        await page.GetByLabel("Mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByLabel("What to call it").FillAsync("my key");
        await page.Locator("form[data-making] input[name=current]").FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("From now on your passkey signs you in.")).ToBeVisibleAsync();
        await page.GotoAsync(at + "/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        var passkey = (await house.Again().PasskeysOf((await house.AdasAccount()).Id, Stop)).Single();
        Assert.Equal(("my key", house.Clock.GetUtcNow().UtcDateTime), (passkey.Name, passkey.LastUsedAt));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_newcomer_begins_with_a_passkey_and_no_password(int width)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        await using var site = await Browsing.Serve(house, withAda: false);
        var page = await browsing.OpenAsStranger(site, width, scripts: true);
        await Pretend(page);
        var at = site.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        await page.GotoAsync($"{at}/setup?key={key}");
        await page.GetByLabel("Your name").FillAsync("Ada Lovelace");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin with a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".problem").First).ToBeVisibleAsync(); // no address yet: said beside its field, and what was typed is there
        await Assertions.Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Ada Lovelace");
        await page.GetByLabel("Mail address").FillAsync("ada@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        await page.GotoAsync(at + "/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        await page.GotoAsync(at + "/settings/security");
        await page.Locator("form[action$='/remove'] button").First.ClickAsync();

        await Assertions.Expect(page.GetByText("This is your only way in.")).ToBeVisibleAsync();
        var account = (await house.Again().AccountList(Stop)).Single().Account;
        Assert.Null(account.PasswordHash);
        Assert.Single(await house.Again().PasskeysOf(account.Id, Stop));
    }

    [Fact]
    public async Task Who_is_invited_comes_in_with_a_passkey()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var ada = await house.AdasAccount();
        var (_, secret) = await house.Again().Invite(new() { SpaceId = house.Store.SpaceId, Role = SpaceRole.Guest, ById = ada.Id }, house.Clock, Stop);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.OpenAsStranger(site, scripts: true);
        await Pretend(page);

        await page.GotoAsync($"{site.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/join/{secret}");
        await page.GetByLabel("Your name").FillAsync("Grace Hopper");
        await page.GetByLabel("Mail address").FillAsync("grace@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin with a passkey" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        var grace = (await house.Again().AccountList(Stop)).Single(a => a.Account.Name == "Grace Hopper").Account;
        Assert.Null(grace.PasswordHash);
        Assert.Single(await house.Again().PasskeysOf(grace.Id, Stop));
    }

    [Fact]
    public async Task A_passkey_is_not_made_for_who_does_not_know_the_password()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        (await house.Pipe("correct horse battery\n", "user", "password")).Fine();
        var page = await browsing.Open(site, scripts: true, host: "localhost");
        await Pretend(page);

        await page.GotoAsync("/settings/security");
        await page.Locator("form[data-making] input[name=current]").FillAsync("guessed horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();

        await Assertions.Expect(page.GetByText("That is not your password.")).ToBeVisibleAsync();
        Assert.Empty(await house.Again().PasskeysOf((await house.AdasAccount()).Id, Stop));
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task What_was_typed_survives_a_session_that_ended_in_the_middle(int width, bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        (await house.Pipe("correct horse battery\n", "user", "password")).Fine();
        var page = await browsing.Open(site, width, scripts: scripts);
        await page.GotoAsync("/people/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Grace Hopper");
        await page.GetByLabel("Notes").FillAsync("Charge for the second seat\nand send the deck");
        await house.Store.EndSessions((await house.AdasAccount()).Id, null, Stop);

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Assertions.Expect(page.GetByText("What you typed is not lost")).ToBeVisibleAsync();
        if (scripts) Assert.Empty(await Browsing.Barriers(page)); // axe is a script too
        await page.GetByLabel("Mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Charge for the second seat")).ToBeVisibleAsync();
        if (scripts) Assert.Empty(await Browsing.Barriers(page)); // axe is a script too
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it now" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Grace Hopper" })).ToBeVisibleAsync();
        Assert.Equal("Grace Hopper", (await house.Again().People.SingleAsync(Stop)).Name);
    }

    [Theory]
    [InlineData(360, ColorScheme.Light, false)]
    [InlineData(360, ColorScheme.Dark, true)]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(1280, ColorScheme.Dark, true)]
    public async Task A_code_of_an_app_is_set_up_and_asked_for(int width, ColorScheme theme, bool scripts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        (await house.Pipe("correct horse battery\n", "user", "password")).Fine();
        var barriers = new List<string>();
        var page = await browsing.Open(site, width, theme, scripts: scripts);

        await page.GotoAsync("/settings/security");
        await page.GetByRole(AriaRole.Link, new() { Name = "Set it up" }).ClickAsync();
        var letters = await page.Locator("code.letters").InnerTextAsync();
        await Look(page, $"factor-{width}-{theme}");
        await page.GetByLabel("The six digits the app shows now").FillAsync(Code(letters, house.Clock.GetUtcNow()));
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("After your password you are asked for a code of your app.")).ToBeVisibleAsync();
        await Look(page, $"security-factor-{width}-{theme}");
        await page.GotoAsync("/settings/data/erase");
        await Look(page, $"erase-{width}-{theme}");
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await page.GetByLabel("Mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByLabel("Code of your app").FillAsync("no code");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("This is not what your app shows now.")).ToBeVisibleAsync();
        await page.Locator("main details > summary").ClickAsync();
        await Look(page, $"code-{width}-{theme}");
        await page.GetByLabel("Code of your app").FillAsync(Code(letters, house.Clock.GetUtcNow()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        Assert.Empty(barriers);

        Task Look(IPage seen, string name) => scripts ? PagesTests.Look(seen, name, barriers) : seen.ScreenshotAsync(new() { Path = PagesTests.Picture(name), FullPage = true }); // axe is a script too
    }

    /// <summary>What an app shows that was told these letters.</summary>
    private static string Code(string letters, DateTimeOffset now)
    {
        var bits = string.Concat(letters.Where(char.IsAsciiLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return Totp.Code([.. bits.Chunk(8).Select(b => Convert.ToByte(new string(b), 2))], Totp.StepAt(now));
    }

    /// <summary>A device that says yes whenever it is asked.</summary>
    private static async Task Pretend(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
    }
}
