namespace Mainstay.Algorithms.Graphs;

/// <summary>
/// What holds a graph together: the links and the nodes whose loss parts those that were connected. Tarjan 1972 (depth first, lowest reach),
/// without recursion, so any length of way is fine. O(nodes + arcs).
/// </summary>
/// <param name="Links">From the lesser end, in order; each weighs what its arcs weigh together.</param>
/// <param name="Nodes">Ascending: the articulation points.</param>
public sealed record Bridges(IReadOnlyList<Arc> Links, IReadOnlyList<int> Nodes)
{
    /// <summary>The bridges of a graph.</summary>
    /// <param name="graph">A tie is what leads either way and weighs something.</param>
    /// <param name="stop">Looked at before each part of the graph and every thousand nodes.</param>
    public static Bridges Of(CompressedGraph graph, CancellationToken stop = default)
    {
        var walk = new Walk(graph.Ties(), stop);
        for (var node = 0; node < graph.Nodes; node++) walk.From(node);
        return new([.. walk.Links.OrderBy(link => (link.From, link.To))], [.. Enumerable.Range(0, graph.Nodes).Where(node => walk.Parts[node])]);
    }

    private sealed class Walk(CompressedGraph ties, CancellationToken stop)
    {
        private readonly int[] found = new int[ties.Nodes], lowest = new int[ties.Nodes], before = new int[ties.Nodes], next = ties.Offsets[..^1].ToArray();
        private int time;

        public List<Arc> Links { get; } = [];

        public bool[] Parts { get; } = new bool[ties.Nodes];

        public void From(int root)
        {
            if (found[root] > 0) return;
            var (node, branches) = (root, 0);
            Find(root, -1);
            while (node >= 0)
            {
                if (Onwards(node) is { } end)
                {
                    node = end;
                    continue;
                }
                var back = before[node];
                if (back >= 0) Return(node, back);
                if (back == root) branches++;
                node = back;
            }
            Parts[root] = branches > 1; // nothing lies before it, so what counts is whether it has several branches
        }

        /// <summary>Takes the node's arcs that were not taken yet, up to one that leads to a node not found before; null when none does.</summary>
        private int? Onwards(int node)
        {
            while (next[node] < ties.Offsets[node + 1])
            {
                var end = ties.Ends[next[node]++];
                if (found[end] == 0)
                {
                    Find(end, node);
                    return end;
                }
                if (end != before[node]) lowest[node] = Math.Min(lowest[node], found[end]);
            }
            return null;
        }

        private void Find(int node, int from)
        {
            if (time % 1024 == 0) stop.ThrowIfCancellationRequested();
            (found[node], before[node]) = (++time, from);
            lowest[node] = time;
        }

        private void Return(int node, int back)
        {
            lowest[back] = Math.Min(lowest[back], lowest[node]);
            if (lowest[node] >= found[back]) Parts[back] = true;
            if (lowest[node] > found[back]) Links.Add(new(Math.Min(node, back), Math.Max(node, back), ties.Weights(node)[ties.Neighbours(node).BinarySearch(back)]));
        }
    }
}
