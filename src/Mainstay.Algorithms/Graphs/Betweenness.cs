namespace Mainstay.Algorithms.Graphs;

/// <summary>
/// On how many shortest ways between two others a node lies, where several are equally short as the part of them: Freeman 1977, by the
/// algorithm of Brandes 2001. In an undirected graph each pair counts once. On all cores, with the same bits on any number of them:
/// sources are parted in a fixed way, and what the parts give is added up in their order.
/// </summary>
/// <remarks>Numbers of shortest ways are doubles: where more than 10³⁰⁸ lead between two nodes nothing can be said, and the scores are not finite.</remarks>
public static class Betweenness
{
    /// <summary>Lengths that differ by less than this part are the same: sums of the same lengths in another order differ by their rounding.</summary>
    public const double Tolerance = 1e-12;

    private const int Parts = 16;

    /// <summary>Each arc is one step, whatever it weighs. O(nodes · arcs) time, O(16 · nodes + cores · arcs) memory.</summary>
    /// <param name="graph">Directed or not.</param>
    /// <param name="scores">As many as nodes; becomes the number of pairs of others, 0 or more.</param>
    /// <param name="stop">Looked at before each source.</param>
    /// <exception cref="ArgumentException">There are more or fewer places than nodes.</exception>
    public static void BySteps(CompressedGraph graph, Span<double> scores, CancellationToken stop = default)
    {
        var sizes = Sizes(graph);
        Sum(graph, scores, () => new StepWays(graph, sizes), stop);
    }

    /// <summary>An arc of strength w is 1/w long, and one that weighs nothing leads nowhere. O(nodes · arcs · log nodes) time, O(16 · nodes + cores · arcs) memory.</summary>
    /// <param name="graph">Directed or not; weights are strengths.</param>
    /// <param name="scores">As many as nodes; becomes the number of pairs of others, 0 or more.</param>
    /// <param name="stop">Looked at before each source.</param>
    /// <exception cref="ArgumentException">There are more or fewer places than nodes.</exception>
    public static void ByStrength(CompressedGraph graph, Span<double> scores, CancellationToken stop = default)
    {
        var lengths = graph.Weighed(strength => 1 / strength);
        Sum(graph, scores, () => new LengthWays(lengths), stop);
    }

    /// <summary>
    /// As <see cref="ByStrength(CompressedGraph, Span{double}, CancellationToken)"/>, estimated from the ways that begin at so many nodes, spread evenly
    /// over their numbers: Brandes and Pich 2007. Exact when there are no more nodes than that. O(sources · arcs · log nodes) time.
    /// </summary>
    /// <param name="graph">Directed or not; weights are strengths.</param>
    /// <param name="sources">From how many nodes ways are followed, 1 or more.</param>
    /// <param name="scores">As many as nodes; becomes the number of pairs of others, 0 or more, as far as it can be told.</param>
    /// <param name="stop">Looked at before each source.</param>
    /// <exception cref="ArgumentException">There are more or fewer places than nodes, or no source.</exception>
    public static void ByStrength(CompressedGraph graph, int sources, Span<double> scores, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sources, 1);
        var lengths = graph.Weighed(strength => 1 / strength);
        var from = Math.Min(sources, graph.Nodes);
        Sum(graph, scores, () => new LengthWays(lengths), stop, from);
        if (from < graph.Nodes)
            foreach (ref var score in scores) score *= (double)graph.Nodes / from;
    }

    /// <summary>A score as a part of the most that a node can have in such a graph, in [0, 1]; null with fewer than three nodes.</summary>
    public static double? Normalised(double score, CompressedGraph graph) =>
        graph.Nodes < 3 ? null : score * (graph.IsDirected ? 1 : 2) / ((graph.Nodes - 1.0) * (graph.Nodes - 2.0));

    private static void Sum(CompressedGraph graph, Span<double> scores, Func<ShortestWays> ways, CancellationToken stop, int? from = null)
    {
        var sources = from ?? graph.Nodes;
        if (scores.Length != graph.Nodes) throw new ArgumentException($"There are {graph.Nodes} nodes and {scores.Length} places.", nameof(scores));
        var sums = new double[Math.Min(Parts, sources)][];
        Portions.Run(sums.Length, 1, ways, (mine, part, _) =>
        {
            var sum = new double[graph.Nodes];
            for (var source = part; source < sources; source += Parts)
            {
                stop.ThrowIfCancellationRequested();
                mine.AddFrom((int)((long)source * graph.Nodes / sources), sum);
            }
            sums[part] = sum;
        }, stop);
        scores.Clear();
        foreach (var sum in sums)
            for (var node = 0; node < scores.Length; node++) scores[node] += sum[node];
        if (graph.IsDirected) return;
        foreach (ref var score in scores) score /= 2;
    }

    /// <summary>Of each node, how many nodes there are that it could reach at most.</summary>
    private static int[] Sizes(CompressedGraph graph)
    {
        var parts = new int[graph.Nodes];
        var counts = new int[Components.Of(graph, parts)];
        foreach (var part in parts) counts[part]++;
        foreach (ref var part in parts.AsSpan()) part = counts[part];
        return parts;
    }
}
