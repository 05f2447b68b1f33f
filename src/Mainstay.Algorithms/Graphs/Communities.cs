namespace Mainstay.Algorithms.Graphs;

/// <summary>
/// Groups whose members are tied to each other more than to others: those of (nearly) the greatest modularity, Newman and Girvan 2004,
/// by the method of Blondel, Guillaume, Lambiotte and Lefebvre 2008 ("Louvain") as Traag, Waltman and van Eck 2019 have repaired it
/// ("Leiden"): single nodes move first, then parts of groups, so each group is connected; here parts grow towards the most, not by chance.
/// It starts again from what it found as long as that is worth it; at the end no single node does better elsewhere. The same groups for the same graph and seed, on every machine.
/// </summary>
/// <param name="Of">For each node the number of its group; they are numbered from 0, each by its least node.</param>
/// <param name="Count">How many groups; a node without a tie is one of its own.</param>
/// <param name="Modularity">Of these groups, in [−½, 1] at resolution 1; null without ties.</param>
public sealed record Communities(IReadOnlyList<int> Of, int Count, double? Modularity)
{
    /// <summary>A round that gains less modularity is the last.</summary>
    private const double Worthwhile = 1e-5;

    /// <summary>Two or three are enough in networks of people.</summary>
    private const int Rounds = 20;

    /// <summary>Finds the groups. Near O(arcs · log nodes) in practice.</summary>
    /// <param name="graph">Weights are strengths; a tie is what leads either way and weighs something.</param>
    /// <param name="seed">Decides in which order nodes are asked.</param>
    /// <param name="resolution">More than 0: greater than 1 for smaller groups, less for larger ones (Reichardt and Bornholdt 2006).</param>
    /// <param name="stop">Looked at every thousand nodes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not a number more than 0.</exception>
    public static Communities Find(CompressedGraph graph, int seed = 1, double resolution = 1, CancellationToken stop = default)
    {
        if (!(resolution > 0) || double.IsPositiveInfinity(resolution)) throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "A resolution is a number more than 0.");
        var ties = graph.Ties();
        var (whole, movement) = (Level.Of(ties), new Movement(seed, resolution, stop));
        int[] groups = [.. Enumerable.Range(0, ties.Nodes)];
        for (var (before, round) = (double.NegativeInfinity, 0); round < Rounds && movement.Improve(whole, groups); round++)
        {
            var now = ModularityOf(ties, groups, resolution) ?? 0;
            if (now - before < Worthwhile) break;
            before = now;
        }
        for (var round = 0; round < Rounds && movement.Settle(whole, groups);) round++;
        return new(groups, groups.Length == 0 ? 0 : groups.Max() + 1, ModularityOf(ties, groups, resolution));
    }

    /// <summary>Σ over groups of (ties within − resolution · those expected), as a part of all ties; null without ties. O(nodes + arcs).</summary>
    /// <param name="graph">Weights are strengths; a tie is what leads either way and weighs something.</param>
    /// <param name="groups">Each node's group, numbered from 0 and less than nodes.</param>
    /// <param name="resolution">More than 0.</param>
    /// <exception cref="ArgumentException">There are more or fewer groups than nodes, or a number is no group's.</exception>
    public static double? ModularityOf(CompressedGraph graph, ReadOnlySpan<int> groups, double resolution = 1)
    {
        if (groups.Length != graph.Nodes) throw new ArgumentException($"There are {graph.Nodes} nodes and {groups.Length} groups.", nameof(groups));
        foreach (var group in groups)
            if ((uint)group >= (uint)groups.Length) throw new ArgumentException($"{group} is no group; they are numbered from 0 to {groups.Length - 1}.", nameof(groups));
        var (ties, within, sums, all) = (graph.Ties(), new double[groups.Length], new double[groups.Length], 0.0);
        for (var node = 0; node < groups.Length; node++)
            for (var arc = ties.Offsets[node]; arc < ties.Offsets[node + 1]; arc++)
            {
                var weight = ties.AllWeights[arc];
                if (groups[ties.Ends[arc]] == groups[node]) within[groups[node]] += weight;
                sums[groups[node]] += weight;
                all += weight;
            }
        if (all == 0) return null;
        var modularity = 0.0;
        for (var group = 0; group < sums.Length; group++) modularity += within[group] / all - resolution * (sums[group] / all) * (sums[group] / all);
        return modularity;
    }
}
