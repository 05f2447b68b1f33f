using Deque.AxeCore.Commons;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>A Chromium for all tests of a class. Without one (bin/test installs it) they are skipped, and say so.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"];

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? Chromium { get; } =
        new[] { Environment.GetEnvironmentVariable("MAINSTAY_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(c => !string.IsNullOrEmpty(c) && File.Exists(c));

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        Assertions.SetDefaultExpectTimeout(20_000); // a machine with much to do is slow, and what is asked of a page is not how fast it comes
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = Quiet });
    }

    /// <summary>A new window on a house's site, where Ada is signed in. The service worker is there only for its own tests (<c>worker</c>): it would fetch every file for each window.</summary>
    public async Task<IPage> Open(WebApplication site, int width = 1280, ColorScheme theme = ColorScheme.Light, bool scripts = false, string host = "127.0.0.1", bool worker = false)
    {
        var page = await OpenAsStranger(site, width, theme, scripts, host, worker);
        await using var scope = site.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var ada = await store.AccountOf("ada@example.org", TestContext.Current.CancellationToken);
        var secret = await store.BeginSession(ada.Id, new("Chrome", "Linux"), site.Services.GetRequiredService<TimeProvider>(), TestContext.Current.CancellationToken);
        await page.Context.AddCookiesAsync([new() { Url = Address(site, host), Name = site.Services.GetRequiredService<SessionCookie>().Name, Value = secret }]);
        return page;
    }

    /// <summary>A new window on a house's site, where nobody is signed in.</summary>
    public async Task<IPage> OpenAsStranger(WebApplication site, int width = 1280, ColorScheme theme = ColorScheme.Light, bool scripts = false, string host = "127.0.0.1", bool worker = false)
    {
        if (browser is null) Assert.Skip("There is no Chromium: run bin/test, which installs one, or name it in MAINSTAY_CHROMIUM.");
        var window = await browser.NewContextAsync(new()
        {
            BaseURL = Address(site, host),
            ViewportSize = new() { Width = width, Height = width < 500 ? 760 : 860 },
            ColorScheme = theme,
            JavaScriptEnabled = scripts,
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        return await window.NewPageAsync();
    }

    public static async Task<WebApplication> Serve(TestHouse house, bool withAda = true, Func<Settings, Settings>? with = null)
    {
        if (withAda) await house.AdasAccount();
        return await Start(house, "http://127.0.0.1:0", with);
    }

    /// <summary>The same address again, after the site was stopped.</summary>
    public static Task<WebApplication> ServeAgain(TestHouse house, WebApplication before, Func<Settings, Settings>? with = null) => Start(house, before.Urls.Single(), with);

    private static async Task<WebApplication> Start(TestHouse house, string url, Func<Settings, Settings>? with)
    {
        var settings = house.Settings with { Urls = url };
        var site = House.Serve(with is null ? settings : with(settings), house.Clock);
        await site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>Waits until a window's worker has learnt who is there: from then on it keeps what is noted without a network.</summary>
    public static async Task LearnWhoIsThere(IPage page)
    {
        await page.GotoAsync("/");
        await page.WaitForFunctionAsync("async () => { await navigator.serviceWorker.ready; return navigator.serviceWorker.controller !== null }");
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("""
            async () => (await indexedDB.databases()).some(d => d.name === 'mainstay-outbox') && await new Promise(done => {
              indexedDB.open('mainstay-outbox').onsuccess = event => {
                const asked = event.target.result.transaction('known').objectStore('known').get('me');
                asked.onsuccess = () => { event.target.result.close(); done(asked.result !== undefined); };
              };
            })
            """);
    }

    private static string Address(WebApplication site, string host) => site.Urls.Single().Replace("127.0.0.1", host, StringComparison.Ordinal);

    /// <summary>What axe finds wrong on a page, rule by rule. It runs in the page itself, for there are no frames.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        return await page.EvaluateAsync<string[]>("async () => (await axe.run({ resultTypes: ['violations'] })).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`))");
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
