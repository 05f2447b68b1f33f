using Mainstay.Algorithms.Graphs;

namespace Mainstay.Insights;

/// <summary>The recorded links between those who have any, without the owner. Its nodes are numbered anew.</summary>
internal sealed class StructureGraph
{
    /// <summary>So many steps of a search are taken for a page; in a larger network betweenness is an estimate.</summary>
    private const double MostSteps = 1.2e7;

    /// <summary>From so many people it is estimated at least.</summary>
    private const int LeastSources = 48;

    /// <summary>Who know each other only by sight know each other.</summary>
    private const double Sight = .01;

    /// <summary>So many contacts of somebody are compared.</summary>
    private const int MostCompared = 20;

    private readonly Dictionary<int, int> nodes;

    public StructureGraph(StructureFacts facts, CancellationToken stop)
    {
        int[] linked = [.. facts.Links.SelectMany(l => new[] { l.First, l.Second }).Distinct().Order()];
        nodes = linked.Select((number, node) => (number, node)).ToDictionary(n => n.number, n => n.node);
        People = [.. linked.Select(number => facts.People[number])];
        Links = CompressedGraph.Undirected(linked.Length, [.. facts.Links.Select(l => new Arc(nodes[l.First], nodes[l.Second], Math.Max(l.Strength, Sight)))]);
        var (scores, parts, standings) = (new double[linked.Length], new int[linked.Length], new Brokerage?[linked.Length]);
        Sources = Math.Min(Math.Max(1, linked.Length), Math.Max(LeastSources, (int)Math.Min(int.MaxValue, MostSteps / Math.Max(1, Links.Arcs))));
        Betweenness.ByStrength(Links, Sources, scores, stop);
        PartCount = Components.Of(Links, parts);
        new Burt(Links).All(standings, stop);
        (Between, Parts, Standings, Bridges) = ([.. scores.Select(s => Betweenness.Normalised(s, Links) ?? 0)], parts, standings, Bridges.Of(Links, stop));
    }

    /// <summary>Who the nodes are.</summary>
    public IReadOnlyList<StructurePerson> People { get; }

    public CompressedGraph Links { get; }

    /// <summary>On how much of the ways between two others each node lies, 0 to 1.</summary>
    public IReadOnlyList<double> Between { get; }

    /// <summary>From the ways of how many people that is reckoned: of fewer than there are, it is an estimate.</summary>
    public int Sources { get; }

    /// <summary>Which part each node belongs to; between parts no link is recorded.</summary>
    public IReadOnlyList<int> Parts { get; }

    public int PartCount { get; }

    public IReadOnlyList<Brokerage?> Standings { get; }

    public Bridges Bridges { get; }

    /// <summary>How many of the owner's people know somebody, by their number among all.</summary>
    public int Mutual(int number) => nodes.TryGetValue(number, out var node) ? Links.Degree(node) : 0;

    /// <summary>Who of the owner's people know somebody, the best first, by the number among all.</summary>
    public IEnumerable<StructurePerson> KnownTo(int number) => nodes.TryGetValue(number, out var node) ? Nearest(node).Select(n => People[n]) : [];

    /// <summary>Whom a node knows, the best first.</summary>
    public IEnumerable<int> Nearest(int node) => Enumerable.Range(0, Links.Degree(node)).OrderByDescending(arc => Links.Weights(node)[arc]).Select(arc => Links.Neighbours(node)[arc]);

    /// <summary>The best known two of a node's contacts that are not recorded to know each other; null when the first of them all do.</summary>
    public (int One, int Other)? Strangers(int node)
    {
        int[] near = [.. Nearest(node).Take(MostCompared)];
        for (var other = 1; other < near.Length; other++)
            for (var one = 0; one < other; one++)
                if (Links.Neighbours(near[one]).BinarySearch(near[other]) < 0) return (near[one], near[other]);
        return null;
    }

    /// <summary>What a node's part falls into without it, the largest first.</summary>
    public List<List<int>> Without(int node)
    {
        var (seen, pieces) = (new HashSet<int> { node }, new List<List<int>>());
        foreach (var first in Links.Neighbours(node))
            if (seen.Add(first)) pieces.Add(Reached(first, seen));
        return [.. pieces.OrderByDescending(p => p.Count).ThenBy(p => p[0])];
    }

    /// <summary>Who of these knows most of them.</summary>
    public int Around(IReadOnlyCollection<int> some)
    {
        var within = some.ToHashSet();
        return some.MaxBy(node => (Together(node, within), -node));
    }

    private double Together(int node, HashSet<int> within)
    {
        var sum = 0.0;
        for (var arc = 0; arc < Links.Degree(node); arc++)
            if (within.Contains(Links.Neighbours(node)[arc])) sum += Links.Weights(node)[arc];
        return sum;
    }

    private List<int> Reached(int first, HashSet<int> seen)
    {
        var found = new List<int> { first };
        for (var at = 0; at < found.Count; at++)
            foreach (var next in Links.Neighbours(found[at]))
                if (seen.Add(next)) found.Add(next);
        found.Sort();
        return found;
    }
}
