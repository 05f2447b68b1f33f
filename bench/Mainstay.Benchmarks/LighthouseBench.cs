using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mainstay.Benchmarks;

/// <summary>What Lighthouse says of the pages as a phone shows them. It comes from npm, into the folder of what was measured; the browser is the system's.</summary>
internal static partial class LighthouseBench
{
    // Twelve cannot read the traces of the newest browsers (NO_NAVSTART).
    private const string Version = "lighthouse@13";

    private static readonly (string Category, double Target)[] Categories = [("accessibility", 100), ("best-practices", 100), ("performance", 95)];

    public static async Task<IReadOnlyList<Measured>> Run(string root, string data)
    {
        var shelf = Path.Combine(root, "artifacts", "bench", "lighthouse");
        Directory.CreateDirectory(shelf);
        if (!File.Exists(Tool(shelf))) await Call(shelf, "npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", shelf, Version);
        await using var served = await ProgramBench.Served(root, data);
        using var browser = await SignedIn.Browser(data, served.Address);
        var person = PersonAddress().Match(await browser.GetStringAsync("/people")).Value;
        var cookie = browser.DefaultRequestHeaders.GetValues("Cookie").Single();
        var lines = new List<Measured>();
        foreach (var (name, path) in new[] { ("today", "/"), ("people", "/people"), ("person", person) })
        {
            var file = Path.Combine(shelf, name + ".json");
            await Twice(() => Call(shelf, Tool(shelf), served.Address + path, "--quiet", "--output=json", "--output-path=" + file, "--only-categories=" + string.Join(',', Categories.Select(c => c.Category)),
                "--chrome-flags=--headless=new --no-sandbox", "--extra-headers=" + JsonSerializer.Serialize(new Dictionary<string, string> { ["Cookie"] = cookie })));
            using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            lines.AddRange(Categories.Select(c => Measured.Of($"lighthouse, {name}: {c.Category}", "", c.Target, [100 * report.RootElement.GetProperty("categories").GetProperty(c.Category).GetProperty("score").GetDouble()]) with { MoreIsBetter = true }));
        }
        return lines;
    }

    /// <summary>It loses the beginning of a page now and then, and asks to be run again.</summary>
    private static async Task Twice(Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (InvalidOperationException)
        {
            await look();
        }
    }

    private static string Tool(string shelf) => Path.Combine(shelf, "node_modules", ".bin", "lighthouse");

    private static async Task Call(string folder, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = folder };
        if (Environment.GetEnvironmentVariable("CHROME_PATH") is null && Chromium() is { } chromium) start.Environment["CHROME_PATH"] = chromium;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static readonly string[] Chromiums = ["chromium", "chromium-browser", "google-chrome"];

    private static string? Chromium() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .SelectMany(folder => Chromiums.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    [GeneratedRegex("/people/[0-9a-f-]{36}")]
    private static partial Regex PersonAddress();
}
