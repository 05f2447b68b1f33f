namespace Mainstay.Algorithms.Matching;

/// <summary>
/// Twos that change every time, and never repeat before they must: of all ways to bring everybody together one with the fewest who met before,
/// then those who met longest ago. Where several are as good, one of the circle method's rounds is taken (Kirkman 1847; de Werra, "Scheduling
/// in sports", 1981): as long as the same people take part, they leave the way open for all others.
/// </summary>
public static class RoundRobin
{
    /// <summary>Who comes together next. O(n³).</summary>
    /// <param name="members">How many, always in the same order.</param>
    /// <param name="meetings">Who met at which turn, from 1, in any order.</param>
    /// <param name="apart">Who is never brought together.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>Groups of two, some of three, and those for whom there is nobody on their own.</returns>
    public static IReadOnlyList<int[]> Next(int members, IReadOnlyCollection<(int One, int Other, int Turn)> meetings, IReadOnlyCollection<(int One, int Other)> apart, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        var (last, never, turns) = (new Dictionary<(int, int), int>(), apart.Select(InOrder).ToHashSet(), meetings.Select(m => m.Turn).DefaultIfEmpty(0).Max());
        foreach (var (one, other, turn) in meetings) last[InOrder((one, other))] = Math.Max(turn, last.GetValueOrDefault(InOrder((one, other))));
        var repeat = (turns + 1L) * (members + 1L); // one repetition less is worth more than any difference of time
        long? Cost(int one, int other) => never.Contains(InOrder((one, other))) ? null : last.TryGetValue(InOrder((one, other)), out var turn) ? repeat + turn : 0;
        long Joining(int who) => Enumerable.Range(0, members).Where(other => other != who).Select(other => Cost(who, other)).OfType<long>().Order().Take(2).Sum();
        var best = Twosomes.Least(members, Cost, Joining, stop);
        var least = (Worth(best, Cost), best);
        foreach (var round in Circle(members))
        {
            if (round.SelectMany(Pairs).Any(p => Cost(p.One, p.Other) is null) || Worth(round, Cost).CompareTo(least.Item1) > 0) continue;
            return round;
        }
        return least.best;
    }

    /// <summary>The rounds of the circle method: the last one stands, the others turn around them. Where the number is odd, whoever would sit out joins the two that sit next to the middle.</summary>
    /// <param name="members">How many.</param>
    public static IEnumerable<IReadOnlyList<int[]>> Circle(int members)
    {
        for (var turn = 0; turn < members + members % 2 - 1; turn++) yield return Circle(members, turn);
    }

    /// <summary>One of these rounds. O(n).</summary>
    /// <param name="members">How many.</param>
    /// <param name="turn">Which, from 0; after the last comes the first.</param>
    public static IReadOnlyList<int[]> Circle(int members, int turn)
    {
        var (places, groups) = (members + members % 2, new List<int[]>());
        if (places == 0) return groups;
        turn %= places - 1;
        for (var at = 1; at < places / 2; at++) groups.Add([(turn + at) % (places - 1), (turn - at + places - 1) % (places - 1)]);
        if (places == members) groups.Add([turn, places - 1]);
        else if (groups.Count == 0) groups.Add([turn]);
        else groups[^1] = [.. groups[^1], turn];
        return groups;
    }

    /// <summary>How many stay alone, then what it costs: less is better.</summary>
    private static (int Alone, long Cost) Worth(IReadOnlyList<int[]> groups, Func<int, int, long?> cost) =>
        (groups.Count(g => g.Length == 1), groups.SelectMany(Pairs).Sum(p => cost(p.One, p.Other) ?? 0));

    private static IEnumerable<(int One, int Other)> Pairs(int[] some) => from one in some from other in some where one < other select (one, other);

    private static (int, int) InOrder((int One, int Other) two) => two.One <= two.Other ? two : (two.Other, two.One);
}
