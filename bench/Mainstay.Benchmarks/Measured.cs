using System.Diagnostics;

namespace Mainstay.Benchmarks;

/// <summary>One line of the table: what was measured, how often, and what it should not exceed.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit"><c>ms</c>, <c>MB</c>, <c>/s</c>.</param>
/// <param name="Median">The middle of the runs.</param>
/// <param name="Worst">The largest of the runs.</param>
/// <param name="Runs">How many runs after warming up.</param>
/// <param name="Target">What the median should not exceed, or reach if <see cref="MoreIsBetter"/>; null when there is none.</param>
internal sealed record Measured(string Name, string Unit, double Median, double Worst, int Runs, double? Target)
{
    public bool MoreIsBetter { get; init; }

    public bool? Met => Target is { } target ? MoreIsBetter ? Median >= target : Median <= target : null;

    /// <summary>Of these runs, the one that ninety-nine of a hundred do not exceed.</summary>
    public static Measured Slowest(string name, double? target, IReadOnlyList<double> runs)
    {
        var sorted = runs.Order().ToArray();
        return new(name, "ms", sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * 0.99))], sorted[^1], sorted.Length, target);
    }

    public static Measured Of(string name, string unit, double? target, IReadOnlyList<double> runs)
    {
        var sorted = runs.Order().ToArray();
        return new(name, unit, sorted[sorted.Length / 2], sorted[^1], sorted.Length, target);
    }

    /// <summary>Runs once to warm up unless it is cold on purpose, then measures each run in milliseconds.</summary>
    public static async Task<Measured> Time(string name, double? target, int runs, Func<Task> work, int warmUp = 1)
    {
        for (var i = 0; i < warmUp; i++) await work();
        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        return Of(name, "ms", target, times);
    }
}
