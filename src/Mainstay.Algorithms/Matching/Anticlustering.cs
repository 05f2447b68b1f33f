namespace Mainstay.Algorithms.Matching;

/// <summary>
/// Groups that are alike among each other because each is as diverse as it can be: anticlustering (Papenberg &amp; Klau 2021), by exchanging
/// two at a time until no exchange makes it better, from several random starts.
/// </summary>
public static class Anticlustering
{
    public const int Restarts = 20;

    /// <summary>The best groups of all starts. O(restarts · rounds · n²).</summary>
    /// <param name="distances">How far any two are apart, row by row; symmetric, 0 or more, finite.</param>
    /// <param name="groups">How many groups, at most as many as there are members; sizes differ by one at most.</param>
    /// <param name="together">Pairs that share a group.</param>
    /// <param name="apart">Pairs that never do.</param>
    /// <param name="restarts">How many starts, with the seeds 1, 2, …</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The groups; null when none was found that keeps who shall be together together and the others apart.</returns>
    /// <exception cref="ArgumentException">The table is not square, or a pair names somebody who is not there.</exception>
    public static Grouping? Best(ReadOnlySpan<double> distances, int groups, IReadOnlyList<(int One, int Other)> together, IReadOnlyList<(int One, int Other)> apart, int restarts = Restarts, CancellationToken stop = default)
    {
        var members = (int)Math.Round(Math.Sqrt(distances.Length));
        if (members * members != distances.Length) throw new ArgumentException("The table is not square.", nameof(distances));
        ArgumentOutOfRangeException.ThrowIfLessThan(restarts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, Math.Max(1, members));
        if (together.Concat(apart).Any(p => p.One < 0 || p.Other < 0 || p.One >= members || p.Other >= members)) throw new ArgumentException("A pair names somebody who is not there.", nameof(together));
        var (units, table) = (Units(members, together), Forbid(distances, members, apart));
        Grouping? best = null;
        for (var seed = 1; seed <= restarts; seed++)
        {
            stop.ThrowIfCancellationRequested();
            if (GroupSearch.Start(table, members, groups, units, new Random(seed)) is not { } search) continue;
            search.Climb(stop);
            var found = new Grouping(search.GroupOf, groups);
            if (apart.Any(p => found.GroupOf[p.One] == found.GroupOf[p.Other])) continue;
            if (best is null || found.PerMember(distances) > best.PerMember(distances) + 1e-9) best = found;
        }
        return best;
    }

    /// <summary>Those who stay together, as one: the largest first.</summary>
    private static List<int[]> Units(int members, IReadOnlyList<(int One, int Other)> together)
    {
        var unit = Enumerable.Range(0, members).ToArray();
        int Root(int member) => unit[member] == member ? member : unit[member] = Root(unit[member]);
        foreach (var (one, other) in together) unit[Math.Max(Root(one), Root(other))] = Math.Min(Root(one), Root(other));
        return [.. Enumerable.Range(0, members).GroupBy(Root).Select(g => g.ToArray()).OrderByDescending(u => u.Length)];
    }

    /// <summary>Two that stay apart are so near each other that every exchange which parts them is better than any other.</summary>
    private static double[] Forbid(ReadOnlySpan<double> distances, int members, IReadOnlyList<(int One, int Other)> apart)
    {
        var table = distances.ToArray();
        var farthest = Enumerable.Range(0, members).Select(one => table.AsSpan(one * members, members).ToArray().Sum()).DefaultIfEmpty(0).Max();
        var never = -4 * (1 + farthest);
        foreach (var (one, other) in apart) (table[one * members + other], table[other * members + one]) = (never, never);
        return table;
    }
}

/// <summary>Who is in which group.</summary>
/// <param name="GroupOf">For each member the group, from 0.</param>
/// <param name="Groups">How many groups.</param>
public sealed record Grouping(int[] GroupOf, int Groups)
{
    /// <summary>All distances within groups together.</summary>
    public double Diversity(ReadOnlySpan<double> distances) => Sum(distances, _ => 1);

    /// <summary>The distances within each group per member of it, together: what is made largest, for groups of different sizes count alike in it.</summary>
    public double PerMember(ReadOnlySpan<double> distances)
    {
        var sizes = new int[Groups];
        foreach (var group in GroupOf) sizes[group]++;
        return Sum(distances, group => 1.0 / sizes[group]);
    }

    /// <summary>The least distance of two who share a group; null when nobody shares one.</summary>
    public double? Dispersion(ReadOnlySpan<double> distances)
    {
        double? least = null;
        for (var one = 0; one < GroupOf.Length; one++)
            for (var other = one + 1; other < GroupOf.Length; other++)
                if (GroupOf[one] == GroupOf[other]) least = Math.Min(least ?? double.MaxValue, distances[one * GroupOf.Length + other]);
        return least;
    }

    private double Sum(ReadOnlySpan<double> distances, Func<int, double> weight)
    {
        var sum = 0.0;
        for (var one = 0; one < GroupOf.Length; one++)
            for (var other = one + 1; other < GroupOf.Length; other++)
                if (GroupOf[one] == GroupOf[other]) sum += weight(GroupOf[one]) * distances[one * GroupOf.Length + other];
        return sum;
    }
}
