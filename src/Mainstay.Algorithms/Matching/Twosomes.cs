namespace Mainstay.Algorithms.Matching;

/// <summary>Everybody in twos, at the least cost; where the number is odd, or somebody would stay alone, three together.</summary>
public static class Twosomes
{
    /// <summary>As many as possible together, and then at the least cost. O(n³).</summary>
    /// <param name="members">How many.</param>
    /// <param name="cost">What it costs to bring two together, 0 or more, the same both ways; null when they never are.</param>
    /// <param name="third">What it costs that somebody joins two others, beside the cost of those two; nothing when not said.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>Groups of two, some of three, and those for whom there is nobody on their own.</returns>
    public static IReadOnlyList<int[]> Least(int members, Func<int, int, long?> cost, Func<int, long>? third = null, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        var (places, costs) = (members + members % 2, new long?[members, members]);
        long dearest = 0;
        for (var one = 0; one < members; one++)
            for (var other = 0; other < one; other++) dearest = Math.Max(dearest, (costs[one, other] = costs[other, one] = cost(one, other)) ?? 0);
        for (var one = 0; one < members; one++) dearest = Math.Max(dearest, third?.Invoke(one) ?? 0);
        var pair = (dearest + 1) * (places + 1L); // one more together is worth more than any cost
        var weights = new long[places * places];
        for (var one = 0; one < places; one++)
            for (var other = 0; other < places; other++)
                if (one != other && Of(one, other) is { } price) weights[one * places + other] = pair - price;
        var partners = GeneralMatching.Heaviest(weights, places, stop);
        return Together(partners.AsSpan(0, members), costs);

        // Whoever is with nobody's place becomes a third, if they can be one.
        long? Of(int one, int other) => Math.Max(one, other) < members ? costs[one, other] : CanJoin(Math.Min(one, other)) ? third?.Invoke(Math.Min(one, other)) ?? 0 : null;
        bool CanJoin(int who) => members < 3 || Enumerable.Range(0, members).Count(other => other != who && costs[who, other] is not null) >= 2;
    }

    private static List<int[]> Together(ReadOnlySpan<int> partners, long?[,] costs)
    {
        var (groups, left) = (new List<int[]>(), new List<int>());
        for (var one = 0; one < partners.Length; one++)
        {
            if (partners[one] < 0 || partners[one] >= partners.Length) left.Add(one);
            else if (partners[one] > one) groups.Add([one, partners[one]]);
        }
        foreach (var one in left)
        {
            var joined = groups.Where(g => g.Length == 2 && g.All(other => costs[one, other] is not null)).MinBy(g => g.Sum(other => costs[one, other]!.Value));
            if (joined is null) groups.Add([one]);
            else groups[groups.IndexOf(joined)] = [.. joined, one];
        }
        return groups;
    }
}
