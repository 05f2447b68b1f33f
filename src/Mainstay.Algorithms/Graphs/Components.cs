namespace Mainstay.Algorithms.Graphs;

/// <summary>The parts of a graph between which no arc leads, whichever way: union by the lesser root with halving of paths (Tarjan and van Leeuwen 1984). O(nodes + arcs · α).</summary>
public static class Components
{
    /// <summary>Numbers the parts from 0, each by its least node.</summary>
    /// <param name="graph">Weights do not matter; an arc joins its ends whichever way it leads.</param>
    /// <param name="parts">As many as nodes; becomes the number of each node's part.</param>
    /// <returns>How many parts there are.</returns>
    /// <exception cref="ArgumentException">There are more or fewer places than nodes.</exception>
    public static int Of(CompressedGraph graph, Span<int> parts)
    {
        if (parts.Length != graph.Nodes) throw new ArgumentException($"There are {graph.Nodes} nodes and {parts.Length} places.", nameof(parts));
        for (var node = 0; node < parts.Length; node++) parts[node] = node;
        for (var node = 0; node < parts.Length; node++)
            foreach (var end in graph.Neighbours(node))
            {
                var (one, other) = (Root(parts, node), Root(parts, end));
                parts[Math.Max(one, other)] = Math.Min(one, other);
            }
        return Number(parts);
    }

    private static int Root(Span<int> parts, int node)
    {
        while (parts[node] != node) node = parts[node] = parts[parts[node]];
        return node;
    }

    /// <summary>A root is the least of its part, so whatever a node points to was numbered before it: as its complement, to tell numbers from nodes.</summary>
    private static int Number(Span<int> parts)
    {
        var count = 0;
        for (var node = 0; node < parts.Length; node++) parts[node] = parts[node] == node ? ~count++ : parts[parts[node]];
        foreach (ref var part in parts) part = ~part;
        return count;
    }
}
