using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>A live part and a count-down, where the styleguide shows them.</summary>
public sealed class LivePartTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task What_is_chosen_in_one_window_shows_in_another_and_what_is_typed_there_stays()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        await using var site = await Browsing.Serve(house);
        var (one, two) = (await browsing.Open(site, scripts: true), await browsing.Open(site, scripts: true));
        await one.GotoAsync("/styleguide");
        await two.GotoAsync("/styleguide");
        var typed = Part(two).GetByLabel("Something you are writing");
        await typed.FillAsync("Ask Grace");
        await typed.EvaluateAsync("field => { field.setSelectionRange(3, 3); window.mark = field }");

        await Part(one).GetByRole(AriaRole.Button, new() { Name = "Dark", Exact = true }).ClickAsync();

        await Assertions.Expect(Part(two).Locator("strong")).ToHaveTextAsync("Dark", new() { Timeout = 10_000 });
        await Assertions.Expect(typed).ToHaveValueAsync("Ask Grace");
        await Assertions.Expect(typed).ToBeFocusedAsync();
        Assert.True(await typed.EvaluateAsync<bool>("field => field === window.mark && field.selectionStart === 3"));
        Assert.Empty(await Browsing.Barriers(two));
        await Part(two).GetByRole(AriaRole.Button, new() { Name = "Light", Exact = true }).ClickAsync(); // the forms are good that came with it
        await Assertions.Expect(Part(one).Locator("strong")).ToHaveTextAsync("Light", new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task A_window_that_nobody_looks_at_does_not_listen_and_catches_up_when_it_is_looked_at()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        await using var site = await Browsing.Serve(house);
        var (one, two) = (await browsing.Open(site, scripts: true), await browsing.Open(site, scripts: true));
        await one.GotoAsync("/styleguide");
        await two.GotoAsync("/styleguide");
        await Look(two, "hidden");

        await Part(one).GetByRole(AriaRole.Button, new() { Name = "Dark", Exact = true }).ClickAsync();
        await Assertions.Expect(Part(one).Locator("strong")).ToHaveTextAsync("Dark");
        await two.WaitForTimeoutAsync(1_000);
        await Assertions.Expect(Part(two).Locator("strong")).ToHaveTextAsync("As your system has it", new() { Timeout = 100 });
        await Look(two, "visible");

        await Assertions.Expect(Part(two).Locator("strong")).ToHaveTextAsync("Dark", new() { Timeout = 10_000 });
    }

    /// <summary>Somebody is let in by the page and refused by what looks after it, which must not go round for ever.</summary>
    [Theory]
    [InlineData(404), InlineData(303)]
    public async Task A_page_that_is_taken_away_is_asked_for_once_more(int status)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        await using var site = await Browsing.Serve(house);
        var (page, loaded) = (await browsing.Open(site, scripts: true), 0);
        page.Load += (_, _) => loaded++;
        await page.RouteAsync("**/styleguide/live", route => route.FulfillAsync(new() { Status = 404 }));
        await page.RouteAsync("**/styleguide", route => route.Request.ResourceType != "fetch" ? route.ContinueAsync() : route.FulfillAsync(new() { Status = status, Headers = new Dictionary<string, string> { ["Location"] = "/sign-in" } }));

        await page.GotoAsync("/styleguide");
        for (var patience = 600; loaded < 2 && patience > 0; patience--) await page.WaitForTimeoutAsync(50);
        await page.WaitForTimeoutAsync(9_000); // the line is taken up again meanwhile

        Assert.Equal(2, loaded);
    }

    /// <summary>The house's clock stands at noon; the browser's is months away from it.</summary>
    [Fact]
    public async Task Counts_down_by_the_clock_of_the_server()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/styleguide");

        Assert.StartsWith("until 12:15", await page.Locator("count-down").EvaluateAsync<string>("at => at.textContent"), StringComparison.Ordinal); // what stands in the page
        await page.WaitForFunctionAsync("() => /^14:5\\d$/.test(document.querySelector('count-down').shadowRoot?.textContent)");
        await page.EvaluateAsync("() => { const at = document.querySelector('count-down'); at.setAttribute('until', '2026-05-01T12:00:01.000Z'); at.setAttribute('now', '2026-05-01T12:00:00.000Z') }");
        await page.WaitForFunctionAsync("() => document.querySelector('count-down').shadowRoot.textContent === '0:00'");
        await page.EvaluateAsync("() => { const at = document.querySelector('count-down'); at.setAttribute('until', '2026-05-01T13:30:00.000Z'); at.setAttribute('now', '2026-05-01T12:00:00.000Z') }");
        await page.WaitForFunctionAsync("() => /^1:(30:00|29:5\\d)$/.test(document.querySelector('count-down').shadowRoot.textContent)");
    }

    [Fact]
    public async Task Without_scripts_the_page_says_until_when()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site);
        await page.GotoAsync("/styleguide");

        await Assertions.Expect(page.Locator("count-down")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^until 12:15"));
        await Part(page).GetByRole(AriaRole.Button, new() { Name = "Dark", Exact = true }).ClickAsync();
        await Assertions.Expect(Part(page).Locator("strong")).ToHaveTextAsync("Dark");
    }

    private static ILocator Part(IPage page) => page.Locator("live-part");

    /// <summary>Playwright's windows are always looked at.</summary>
    private static async Task Look(IPage page, string how) => await page.EvaluateAsync("how => { Object.defineProperty(document, 'visibilityState', { value: how, configurable: true }); document.dispatchEvent(new Event('visibilitychange')) }", how);
}
