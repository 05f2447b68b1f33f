using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Mainstay.Benchmarks;

/// <summary>
/// The pages as eight people ask for them at once, over loopback, none of whom ever pauses. How long an answer takes is told twice: by
/// the server, from the request's first line to the answer's last, and as the clients see it, whose own work on the same cores is in that.
/// </summary>
internal static partial class WebBench
{
    private const int Clients = 8, Persons = 200;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5), Round = TimeSpan.FromSeconds(8), Settle = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Measured>> Run(string root, string data)
    {
        await using var served = await ProgramBench.Served(root, data, ("MAINSTAY_LOG", "text"));
        using var browser = await SignedIn.Browser(data, served.Address, Clients);
        await browser.GetStringAsync("/");
        await Task.Delay(Rest);
        var lines = new List<Measured> { Measured.Of("resident memory when it rests, after one page", "MB", 150, [served.Resident]) };
        var persons = PersonAddresses().Matches(await browser.GetStringAsync("/people")).Select(m => m.Value).Distinct().Take(Persons).ToArray();
        foreach (var (name, pages, rate) in new (string, string[], double?)[]
        {
            ("today", ["/"], null),
            ("people", ["/people", "/people?layer=close", "/people?sort=touched"], null),
            ("person", persons, 400),
            ("search", ["/search?q=clinic%20pricing", "/search?q=almieda", "/search?q=grace"], null),
        })
        {
            await Ask(browser, pages);
            await Task.Delay(Settle);
            served.Times();
            var work = served.Work;
            var seen = await Ask(browser, pages);
            work = served.Work - work;
            await Task.Delay(Settle); // the log may lag behind the answers
            var times = served.Times();
            lines.Add(Measured.Of($"{name}, 8 clients, in the server, median", "ms", 30, times));
            lines.Add(Measured.Slowest($"{name}, 8 clients, in the server, 99 of 100", 100, times));
            lines.Add(Measured.Of($"{name}, 8 clients, as they see it, median", "ms", null, seen));
            lines.Add(Measured.Slowest($"{name}, 8 clients, as they see it, 99 of 100", null, seen));
            lines.Add(Measured.Of($"{name}, the server's work for one", "ms", null, [work / seen.Count]));
            lines.Add(Measured.Of($"{name}, 8 clients", "/s", rate, [seen.Count / Round.TotalSeconds]) with { MoreIsBetter = true });
        }
        lines.Add(Measured.Of("resident memory of the server after that", "MB", null, [served.Resident]));
        var (code, pictures) = await FirstVisit(browser);
        lines.Add(Measured.Of("first visit to today, compressed: page, styles and scripts", "kB", 60, [code / 1_000.0]));
        lines.Add(Measured.Of("first visit to today, compressed: fonts and pictures", "kB", null, [pictures / 1_000.0]));
        return lines;
    }

    /// <summary>How long each answer took, for as long as a round lasts.</summary>
    private static async Task<List<double>> Ask(HttpClient browser, string[] pages)
    {
        var (started, all) = (Stopwatch.GetTimestamp(), new List<double>());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async first =>
        {
            var times = new List<double>();
            for (var i = first; Stopwatch.GetElapsedTime(started) < Round; i += Clients)
            {
                var asked = Stopwatch.GetTimestamp();
                await browser.GetStringAsync(pages[i % pages.Length]);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
            lock (all) all.AddRange(times);
        }));
        return all;
    }

    /// <summary>Bytes on the wire: of the page with its style sheets and scripts, and of every font and picture it names.</summary>
    private static async Task<(long Code, long Pictures)> FirstVisit(HttpClient browser)
    {
        var html = await browser.GetStringAsync("/");
        var (code, pictures) = (await Bytes(browser, "/"), 0L);
        foreach (var asset in Assets().Matches(html).Select(m => m.Groups[1].Value).Distinct())
        {
            var bytes = await Bytes(browser, asset);
            if (Path.GetExtension(asset.Split('?')[0]) is ".css" or ".js") code += bytes;
            else pictures += bytes;
        }
        return (code, pictures);
    }

    private static async Task<long> Bytes(HttpClient browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("br") } } };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await browser.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    [GeneratedRegex("/people/[0-9a-f-]{36}")]
    private static partial Regex PersonAddresses();

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"#]+)")]
    private static partial Regex Assets();
}
