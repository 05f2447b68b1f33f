namespace Mainstay.Algorithms.Matching;

/// <summary>One climb: from a random start, exchange after exchange. Those who stay together move together, in exchange for as many others.</summary>
internal sealed class GroupSearch
{
    private readonly double[] distances, sums;

    /// <summary>A gain smaller than this is rounding; to follow it could go on for ever.</summary>
    private readonly double rounding;

    private readonly int[] sizes;
    private readonly int members, groups;
    private readonly List<int[]> units;
    private readonly int[] unitOf;

    private GroupSearch(double[] distances, int members, int groups, List<int[]> units, int[] groupOf)
    {
        (this.distances, this.members, this.groups, this.units, GroupOf) = (distances, members, groups, units, groupOf);
        unitOf = new int[members];
        for (var unit = 0; unit < units.Count; unit++)
            foreach (var member in units[unit]) unitOf[member] = unit;
        (sizes, sums) = (new int[groups], new double[members * groups]);
        foreach (var group in groupOf) sizes[group]++;
        for (var one = 0; one < members; one++)
            for (var other = 0; other < members; other++) sums[one * groups + groupOf[other]] += distances[one * members + other];
        rounding = 1e-10 * (1 + distances.Select(Math.Abs).DefaultIfEmpty(0).Max() * members);
    }

    public int[] GroupOf { get; }

    /// <summary>A random start: the largest units first, each into a group that has room; null when a unit fits nowhere.</summary>
    public static GroupSearch? Start(double[] distances, int members, int groups, List<int[]> units, Random random)
    {
        var room = Enumerable.Range(0, groups).Select(g => members / groups + (g < members % groups ? 1 : 0)).ToArray();
        var groupOf = new int[members];
        var order = units.ToArray();
        random.Shuffle(order);
        foreach (var unit in order.OrderByDescending(u => u.Length))
        {
            var fitting = Enumerable.Range(0, groups).Where(g => room[g] >= unit.Length).ToArray();
            if (fitting.Length == 0) return null;
            var group = fitting[random.Next(fitting.Length)];
            room[group] -= unit.Length;
            foreach (var member in unit) groupOf[member] = group;
        }
        return new(distances, members, groups, units, groupOf);
    }

    /// <summary>For each unit in turn its best exchange, until a whole round brings nothing.</summary>
    public void Climb(CancellationToken stop)
    {
        for (var isBetter = true; isBetter;)
        {
            stop.ThrowIfCancellationRequested();
            isBetter = false;
            foreach (var unit in units) isBetter |= Exchange(unit);
        }
    }

    private bool Exchange(int[] unit)
    {
        var (gain, best) = (rounding, Array.Empty<int>());
        foreach (var others in Partners(unit))
            if (Gain(unit, others) is var found && found > gain) (gain, best) = (found, others);
        if (best.Length == 0) return false;
        var (from, to) = (GroupOf[unit[0]], GroupOf[best[0]]);
        foreach (var member in unit) Put(member, to);
        foreach (var member in best) Put(member, from);
        return true;
    }

    /// <summary>Those a unit can change places with: units as large, and for one of several also that many single ones of a group.</summary>
    private IEnumerable<int[]> Partners(int[] unit)
    {
        var group = GroupOf[unit[0]];
        foreach (var other in units)
            if (other.Length == unit.Length && GroupOf[other[0]] != group) yield return other;
        if (unit.Length == 1) yield break;
        for (var to = 0; to < groups; to++)
        {
            if (to == group) continue;
            // The single ones who lose least where they are and gain most where they go.
            var singles = Enumerable.Range(0, members).Where(m => GroupOf[m] == to && units[unitOf[m]].Length == 1).OrderByDescending(m => sums[m * groups + group] - sums[m * groups + to]).Take(unit.Length).ToArray();
            if (singles.Length == unit.Length) yield return singles;
        }
    }

    private double Gain(int[] unit, int[] others)
    {
        var (from, to) = (GroupOf[unit[0]], GroupOf[others[0]]);
        if (unit.Length == 1)
        {
            var (one, other) = (unit[0], others[0]);
            var between = distances[one * members + other];
            return (sums[other * groups + from] - between - sums[one * groups + from]) / sizes[from] + (sums[one * groups + to] - between - sums[other * groups + to]) / sizes[to];
        }
        var (left, came) = (Inside(unit, unit), Inside(others, others));
        var across = Inside(unit, others) * 2;
        var leaving = (ToGroup(others, from) - across - ToGroup(unit, from) + left + came) / sizes[from];
        return leaving + (ToGroup(unit, to) - across - ToGroup(others, to) + left + came) / sizes[to];
    }

    private double ToGroup(int[] some, int group) => some.Sum(member => sums[member * groups + group]);

    /// <summary>Half of all distances from each of some to each of others: between some and themselves, each pair once.</summary>
    private double Inside(int[] some, int[] others) => some.Sum(one => others.Sum(other => distances[one * members + other])) / 2;

    private void Put(int member, int to)
    {
        var from = GroupOf[member];
        GroupOf[member] = to;
        for (var one = 0; one < members; one++)
        {
            sums[one * groups + from] -= distances[one * members + member];
            sums[one * groups + to] += distances[one * members + member];
        }
    }
}
