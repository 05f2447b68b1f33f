using System.Globalization;
using System.Text.Json;
using Mainstay.Algorithms.Tests.Series;

namespace Mainstay.Benchmarks;

/// <summary>How well it is found who knows about something, beside the numbers of reference/expert_enron.json. It measures no time.</summary>
internal static class ExpertsBench
{
    public static Task<IReadOnlyList<Measured>> Run()
    {
        if (Environment.GetEnvironmentVariable("MAINSTAY_SHARED") is not { Length: > 0 } shared || !File.Exists(Path.Combine(shared, "data", "enron.tsv")))
        {
            Console.WriteLine("experts: MAINSTAY_SHARED does not name the folder that holds data/enron.tsv.");
            return Task.FromResult<IReadOnlyList<Measured>>([]);
        }
        using var file = File.OpenRead(Path.Combine(shared, "reference", "expert_enron.json"));
        using var reference = JsonDocument.Parse(file);
        Console.WriteLine($"{"who knows about it",-40} {"nDCG@10",9} {"reference",9} {"MRR",9} {"reference",9}");
        foreach (var ranking in reference.RootElement.GetProperty("scores").EnumerateObject().Where(r => Known.Contains(r.Name)))
        {
            var found = ExpertFinding.Run(Path.Combine(shared, "data", "enron.tsv"), ranking.Name);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ranking.Name,-40} {found.Ndcg,9:F6} {ranking.Value.GetProperty("nDCG10").GetDouble(),9:F6} {found.Mrr,9:F6} {ranking.Value.GetProperty("MRR").GetDouble(),9:F6}"));
        }
        return Task.FromResult<IReadOnlyList<Measured>>([]);
    }

    private static readonly string[] Known = ["volume (any topic)", "count on topic (Balog model 2-like)", "share p(z|ca) MLE"];
}
