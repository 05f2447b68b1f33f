using Mainstay.Algorithms.Graphs;
using Mainstay.Introductions;

namespace Mainstay.Insights;

/// <summary>Turns who knows whom into numbers, and finds the groups among them.</summary>
internal static class NetworkDrawing
{
    /// <summary>Of the method that finds groups: the same network has the same groups, whoever looks.</summary>
    private const int Seed = 1;

    private const double Cent = 100;

    public static int PerCent(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * Cent);

    /// <summary>Everybody's number: their place by id.</summary>
    public static Dictionary<Guid, int> Numbers(IEnumerable<Guid> people) => people.Order().Select((id, number) => (id, number)).ToDictionary(p => p.id, p => p.number);

    public static List<NetworkLink> Links(WhoKnowsWhom known, IReadOnlyDictionary<Guid, int> numbers) =>
    [
        .. known.Pairs.Select(p => (One: numbers[p.FirstId], Other: numbers[p.SecondId], p.Strength, p.IsSaid))
            .Select(l => new NetworkLink(Math.Min(l.One, l.Other), Math.Max(l.One, l.Other), PerCent(l.Strength), l.IsSaid))
            .OrderBy(l => l.First).ThenBy(l => l.Second),
    ];

    /// <summary>Nobody is left out because they know others only by sight.</summary>
    public static CompressedGraph Graph(int people, IReadOnlyList<NetworkLink> links) => CompressedGraph.Undirected(people, [.. links.Select(l => new Arc(l.First, l.Second, Math.Max(l.Strength, 1)))]);

    /// <summary>The groups of those who know anybody, the largest first; nobody stands in two.</summary>
    public static List<NetworkGroup> Groups(CompressedGraph graph, CancellationToken stop)
    {
        var found = Communities.Find(graph, Seed, stop: stop);
        return
        [
            .. Enumerable.Range(0, graph.Nodes).Where(p => graph.Degree(p) > 0).GroupBy(p => found.Of[p])
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
                .Select((g, number) => new NetworkGroup(number, [.. g], Around(graph, found, [.. g]))),
        ];
    }

    /// <summary>Who of a group has the most in common with it.</summary>
    private static int Around(CompressedGraph graph, Communities found, IReadOnlyList<int> group)
    {
        var (around, most) = (group[0], -1.0);
        foreach (var person in group)
        {
            var within = 0.0;
            for (var i = 0; i < graph.Degree(person); i++)
                if (found.Of[graph.Neighbours(person)[i]] == found.Of[person]) within += graph.Weights(person)[i];
            if (within > most) (around, most) = (person, within);
        }
        return around;
    }
}
