namespace Mainstay.Algorithms.Graphs;

/// <summary>
/// How often two contacts of somebody know each other: Watts and Strogatz 1998. Weights do not matter, but what weighs nothing is no tie.
/// O(nodes + Σ degree²), on all cores, with the same bits on any number of them.
/// </summary>
/// <param name="Nodes">For each node the part of the pairs of its contacts that are tied, in [0, 1]; null with fewer than two contacts.</param>
/// <param name="Mean">Over all nodes, those with fewer than two contacts counting 0, in [0, 1]; null without nodes.</param>
/// <param name="Transitivity">The part of all pairs with a common contact that are tied, in [0, 1]; null without such pairs.</param>
public sealed record Clustering(IReadOnlyList<double?> Nodes, double? Mean, double? Transitivity)
{
    /// <summary>The clustering of a graph.</summary>
    /// <param name="graph">A tie is what leads either way and weighs something.</param>
    /// <param name="stop">Looked at every hundred nodes or so.</param>
    public static Clustering Of(CompressedGraph graph, CancellationToken stop = default)
    {
        var ties = graph.Ties();
        var closed = new long[ties.Nodes];
        Portions.Run(ties.Nodes, 64, () => new bool[ties.Nodes], (near, first, end) =>
        {
            for (var node = first; node < end; node++) closed[node] = Closed(ties, node, near);
        }, stop);
        var (nodes, sum, tied, all) = (new double?[ties.Nodes], 0.0, 0L, 0L);
        for (var node = 0; node < nodes.Length; node++)
        {
            var pairs = (long)ties.Degree(node) * (ties.Degree(node) - 1) / 2;
            if (pairs == 0) continue;
            nodes[node] = (double)closed[node] / pairs;
            sum += (double)closed[node] / pairs;
            (tied, all) = (tied + closed[node], all + pairs);
        }
        return new(nodes, nodes.Length == 0 ? null : sum / nodes.Length, all == 0 ? null : (double)tied / all);
    }

    /// <summary>How many pairs of a node's contacts are tied.</summary>
    private static long Closed(CompressedGraph ties, int node, bool[] near)
    {
        var closed = 0L;
        foreach (var neighbour in ties.Neighbours(node)) near[neighbour] = true;
        foreach (var neighbour in ties.Neighbours(node))
            foreach (var other in ties.Neighbours(neighbour)) closed += near[other] ? 1 : 0;
        foreach (var neighbour in ties.Neighbours(node)) near[neighbour] = false;
        return closed / 2;
    }
}
