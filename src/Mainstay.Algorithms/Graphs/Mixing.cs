using Mainstay.Algorithms.Support;

namespace Mainstay.Algorithms.Graphs;

/// <summary>How many ties lead to other groups and how many stay in one's own: Krackhardt and Stern 1988.</summary>
/// <param name="External">Ties to other groups.</param>
/// <param name="Internal">Ties within a group.</param>
/// <param name="Expected">The index if anybody were tied to anybody alike, in [−1, 1]: the sizes of the groups alone move it. Null where there are not two.</param>
public readonly record struct Mixing(long External, long Internal, double? Expected)
{
    /// <summary>The E–I index (external − internal) / (external + internal), in [−1, 1]; null without ties.</summary>
    public double? Index => Diversity.ExternalInternal(External, Internal);

    /// <summary>The mixing of all. O(nodes + arcs).</summary>
    /// <param name="graph">A tie is what leads either way and weighs something; how much does not matter.</param>
    /// <param name="groups">Each node's group, by any number.</param>
    /// <exception cref="ArgumentException">There are more or fewer groups than nodes.</exception>
    public static Mixing Of(CompressedGraph graph, ReadOnlySpan<int> groups)
    {
        Check(graph, groups);
        var (ties, external, sizes, alike) = (graph.Ties(), 0L, new Dictionary<int, long>(), 0L);
        for (var node = 0; node < groups.Length; node++)
        {
            foreach (var other in ties.Neighbours(node)) external += groups[node] == groups[other] ? 0 : 1;
            alike += sizes[groups[node]] = sizes.GetValueOrDefault(groups[node]) + 1;
        }
        var pairs = groups.Length * (groups.Length - 1L) / 2;
        return new(external / 2, (ties.Arcs - external) / 2, pairs == 0 ? null : 1 - 2.0 * (alike - groups.Length) / pairs);
    }

    /// <summary>The mixing of one node's ties. O(nodes + arcs).</summary>
    /// <param name="graph">A tie is what leads either way and weighs something; how much does not matter.</param>
    /// <param name="groups">Each node's group, by any number.</param>
    /// <param name="node">Whose ties.</param>
    /// <exception cref="ArgumentException">There are more or fewer groups than nodes, or it is no node.</exception>
    public static Mixing At(CompressedGraph graph, ReadOnlySpan<int> groups, int node)
    {
        Check(graph, groups);
        if ((uint)node >= (uint)graph.Nodes) throw new ArgumentException($"{node} is no node; they are numbered from 0 to {graph.Nodes - 1}.", nameof(node));
        var (ties, external) = (graph.Ties(), 0L);
        foreach (var other in ties.Neighbours(node)) external += groups[node] == groups[other] ? 0 : 1;
        var others = groups.Length - 1;
        return new(external, ties.Degree(node) - external, others == 0 ? null : 1 - 2.0 * (groups.Count(groups[node]) - 1) / others);
    }

    private static void Check(CompressedGraph graph, ReadOnlySpan<int> groups)
    {
        if (groups.Length != graph.Nodes) throw new ArgumentException($"There are {graph.Nodes} nodes and {groups.Length} groups.", nameof(groups));
    }
}
