using System.Diagnostics;
using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Introductions;
using Mainstay.Insights;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mainstay.Benchmarks;

/// <summary>
/// The drawing of a network of 10,000 people and 100,000 links, in a browser without a screen. Nothing but the processor draws there, so
/// it is slower than on any machine with graphics; frames are counted while a hand drags the picture around.
/// </summary>
internal static class ViewBench
{
    private const int Links = 100_000, Touches = 100_000, Runs = 5, Seed = 7, Circle = 60;

    private static readonly string[] Chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static async Task<IReadOnlyList<Measured>> Run(string root, string shelf, int people)
    {
        var data = await Network.Filled(shelf, people, Touches);
        await Acquaint(data);
        var lines = await Server(data);
        if (Array.Find(Chromiums, File.Exists) is not { } chromium) return lines;
        await using var served = await ProgramBench.Served(root, data);
        lines.AddRange(await InABrowser(chromium, served.Address, await SignedIn.Cookie(data)));
        return lines;
    }

    /// <summary>What it takes to look everything up, and how much of it is sent.</summary>
    private static async Task<List<Measured>> Server(string data)
    {
        await using var house = Network.Open(data);
        var bytes = 0;
        var cold = await Measured.Time("the whole network, looked up anew", null, Runs, async () =>
        {
            await using var scope = house.CreateAsyncScope();
            var (store, services) = (scope.ServiceProvider.GetRequiredService<Store>(), scope.ServiceProvider);
            var owner = await store.EnterAsLocalOwner(TimeProvider.System, default);
            using var version = new DataVersion(services.GetRequiredService<Settings>());
            var acquaintances = new AcquaintanceQueries(version);
            var view = await new NetworkQueries(acquaintances, services.GetRequiredService<Needs.SupportersQueries>(), version).View(store, owner.Today(TimeProvider.System), default);
            bytes = GraphColumnsPage.Of(view).ToBytes().Length;
        });
        return [cold, Measured.Of("the network as the page's script reads it, before compression", "kB", null, [bytes / 1_000.0])];
    }

    private static async Task<IReadOnlyList<Measured>> InABrowser(string chromium, string address, string cookie)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"] });
        var (first, frames, longest) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i <= Runs; i++)
        {
            await using var window = await browser.NewContextAsync(new() { BaseURL = address, ViewportSize = new() { Width = 1280, Height = 860 } });
            await window.AddCookiesAsync([new() { Url = address, Name = cookie.Split('=')[0], Value = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..] }]);
            var page = await window.NewPageAsync();
            await page.GotoAsync("/network");
            await page.WaitForFunctionAsync("() => performance.getEntriesByName('network-drawn').length > 0");
            var drawn = await page.EvaluateAsync<double>("performance.getEntriesByName('network-drawn')[0].startTime");
            await page.WaitForFunctionAsync("() => document.querySelector('#network').dataset.drawn === 'settled'", null, new() { Timeout = 60_000 });
            await page.WaitForTimeoutAsync(1_000);
            var times = await Pan(page);
            if (i == 0) continue; // the server looks everything up for the first one
            first.Add(drawn);
            frames.Add(1_000 * times.Length / times.Sum());
            longest.Add(times.Max());
        }
        return
        [
            Measured.Of("10,000 people, 100,000 links: the first frame, from the click on", "ms", 2_000, first),
            Measured.Of("the same, frames while it is dragged", "/s", 20, frames) with { MoreIsBetter = true },
            Measured.Of("the same, the longest frame of a drag", "ms", null, longest),
        ];
    }

    /// <summary>How long each frame took while the picture was dragged.</summary>
    private static async Task<double[]> Pan(IPage page)
    {
        var box = (await page.Locator("#network .stage").BoundingBoxAsync())!;
        var (x, y) = (box.X + 40, box.Y + box.Height - 40); // no person stands in the corner
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 8, y - 8);
        await page.EvaluateAsync("() => { window.frames_ = []; let last = performance.now(); const next = now => { window.frames_.push(now - last); last = now; window.stop_ || requestAnimationFrame(next); }; requestAnimationFrame(next); }");
        for (var (started, i) = (Stopwatch.GetTimestamp(), 0); Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(3); i++)
            await page.Mouse.MoveAsync(x + 60 + 50 * (float)Math.Cos(i / 9.0), y - 60 + 50 * (float)Math.Sin(i / 9.0));
        var times = await page.EvaluateAsync<double[]>("() => { window.stop_ = true; return window.frames_.slice(1); }");
        await page.Mouse.UpAsync();
        return times;
    }

    /// <summary>Most people know others of their own circle, a few know somebody elsewhere.</summary>
    private static async Task Acquaint(string data)
    {
        await using var house = Network.Open(data);
        await house.BringUpToDate(default);
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var owner = await store.EnterAsLocalOwner(TimeProvider.System, default);
        if (await store.Acquaintances.AnyAsync()) return;
        var people = await store.Set<People.Person>().OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        var (chance, pairs) = (new Random(Seed), new HashSet<(Guid, Guid)>());
        while (pairs.Count < Math.Min(Links, people.Count * 10))
        {
            var one = chance.Next(people.Count);
            var other = chance.Next(8) == 0 ? chance.Next(people.Count) : Math.Min(people.Count - 1, one / Circle * Circle + chance.Next(Circle));
            if (one != other) pairs.Add(KnownPair.Key(people[one], people[other]));
        }
        var today = owner.Today(TimeProvider.System);
        foreach (var some in pairs.Chunk(5_000))
        {
            store.AddRange(some.Select(p => new Acquaintance { FirstId = p.Item1, SecondId = p.Item2, Strength = Math.Round(.2 + .7 * chance.NextDouble(), 2), SaidOn = today }));
            await store.SaveChangesAsync();
            store.ChangeTracker.Clear();
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs.Count} links were noted between {people.Count} people"));
    }
}
