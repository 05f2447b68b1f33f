using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Mainstay.Algorithms.Matching;

namespace Mainstay.Benchmarks;

/// <summary>Assignment beside scipy's linear_sum_assignment, in turns on the same table; assignment over lists; and groups.</summary>
internal static class MatchingBench
{
    private const int Turns = 9;

    public static Task<IReadOnlyList<Measured>> Run(string root, string shelf)
    {
        var lines = new List<Measured>();
        foreach (var most in (int[])[100, 100_000]) lines.AddRange(BesideScipy(root, shelf, 2_000, most));
        lines.Add(Lists(5_000, 50));
        lines.Add(Groups(300, 6));
        return Task.FromResult<IReadOnlyList<Measured>>(lines);
    }

    private static IEnumerable<Measured> BesideScipy(string root, string shelf, int size, int most)
    {
        var (random, costs) = (new Random(20261), new long[size * size]);
        for (var at = 0; at < costs.Length; at++) costs[at] = random.Next(most + 1);
        Directory.CreateDirectory(shelf);
        var same = Path.Combine(shelf, "matching-table.bin");
        File.WriteAllBytes(same, MemoryMarshal.AsBytes(costs.AsSpan()).ToArray());
        using var beside = Beside.Start(Path.Combine(root, "bench", "Mainstay.Benchmarks", "matching.py"), same, size.ToString(CultureInfo.InvariantCulture));
        if (beside is null) yield break;
        var (mine, theirs, ours, other) = (new double[Turns], new double[Turns], 0L, 0.0);
        for (var warm = 0; warm < 3; warm++) DenseAssignment.Least(costs, size, size);
        for (var turn = 0; turn < Turns; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            var columns = DenseAssignment.Least(costs, size, size);
            mine[turn] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            ours = columns.Select((column, row) => costs[row * size + column]).Sum();
            (theirs[turn], var total) = beside.Do("scipy assignment");
            other = total[0];
        }
        var scipy = Measured.Of($"the same by scipy {beside.Versions}", "ms", null, theirs);
        Console.WriteLine($"matching: costs of 0 to {most}: total {ours} here, {other} there: {(ours == other ? "the same" : "DIFFERENT")}");
        yield return Measured.Of($"assignment of {size} to {size}, all pairs, costs of 0 to {most}", "ms", scipy.Median, mine);
        yield return scipy;
    }

    private static Measured Lists(int size, int candidates)
    {
        var (random, pairs) = (new Random(5), new PairWeights(size));
        for (var row = 0; row < size; row++) pairs.AddRow(Enumerable.Range(0, candidates).Select(_ => random.Next(size)).Distinct().Select(c => (c, (long)random.Next(1, 100_001))));
        int[] places = [.. Enumerable.Repeat(1, size)];
        return Time($"assignment of {size} to {size}, {candidates} candidates each", 2_000, () => Assignment.Best(pairs, places));
    }

    private static Measured Groups(int members, int size)
    {
        var (random, features) = (new Random(6), new FeatureDistances(members));
        for (var number = 0; number < 4; number++) features.AddNumber([.. Enumerable.Range(0, members).Select(_ => (double?)random.NextDouble())]);
        features.AddCategories([.. Enumerable.Range(0, members).Select(_ => (string[])[$"field {random.Next(12)}"])]);
        var distances = features.Distances();
        return Time($"{members} people into groups of {size}, {Anticlustering.Restarts} restarts", 2_000, () => Anticlustering.Best(distances, members / size, [], []));
    }

    private static Measured Time(string name, double target, Action work)
    {
        var times = new double[Turns];
        work();
        for (var turn = 0; turn < Turns; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            times[turn] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        return Measured.Of(name, "ms", target, times);
    }
}
