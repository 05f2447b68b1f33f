namespace Mainstay.Algorithms.Graphs;

/// <summary>
/// The cheapest ways from one node, the weights of the arcs being their costs: Dijkstra 1959, with a heap of four children.
/// O((nodes + arcs) log nodes) a search, which allocates nothing; the same answer on every run. One search at a time: each thread has its own.
/// </summary>
/// <param name="costs">Weights are costs; where several were said of an arc, <see cref="Repeated.Least"/> keeps the right one.</param>
public sealed class ShortestPaths(CompressedGraph costs)
{
    /// <summary>How many nodes are settled between two looks at whether to stop.</summary>
    private const int Stride = 1024;

    private readonly NodeHeap waiting = new(costs.Nodes);

    /// <summary>The costs of the cheapest ways from a node to all.</summary>
    /// <param name="source">Where they begin.</param>
    /// <param name="distances">As many as nodes; becomes the cost to each, in the weights' unit, +∞ where no way leads.</param>
    /// <param name="previous">As many as nodes; becomes the node before each on its way, −1 for the source and where no way leads.</param>
    /// <param name="stop">Looked at every thousand nodes.</param>
    /// <exception cref="ArgumentException">The source is no node, or a span has another length than there are nodes.</exception>
    public void From(int source, Span<double> distances, Span<int> previous, CancellationToken stop = default)
    {
        Begin(source, distances, previous);
        Settle(-1, distances, previous, stop);
    }

    /// <summary>The cost of the cheapest way from a node to another, null where no way leads. It ends when the target is reached: nodes further away keep what was known of them then.</summary>
    /// <param name="source">Where it begins.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="distances">As many as nodes; final for the target and all that are nearer.</param>
    /// <param name="previous">As many as nodes; final for the target and all that are nearer.</param>
    /// <param name="stop">Looked at every thousand nodes.</param>
    /// <exception cref="ArgumentException">An end is no node, or a span has another length than there are nodes.</exception>
    public double? To(int source, int target, Span<double> distances, Span<int> previous, CancellationToken stop = default)
    {
        if ((uint)target >= (uint)costs.Nodes) throw new ArgumentException($"The target {target} is no node; they are numbered from 0 to {costs.Nodes - 1}.", nameof(target));
        Begin(source, distances, previous);
        Settle(target, distances, previous, stop);
        return double.IsPositiveInfinity(distances[target]) ? null : distances[target];
    }

    /// <summary>The nodes on the way from the source to a target, both included; empty where no way leads. O(steps).</summary>
    /// <param name="source">The source of the search.</param>
    /// <param name="target">Any node.</param>
    /// <param name="previous">What the search wrote.</param>
    public static int[] Way(int source, int target, ReadOnlySpan<int> previous)
    {
        var steps = 0;
        for (var node = target; node != source; node = previous[node], steps++)
            if (previous[node] < 0) return [];
        var way = new int[steps + 1];
        for (var node = target; steps >= 0; steps--)
        {
            way[steps] = node;
            if (steps > 0) node = previous[node];
        }
        return way;
    }

    /// <summary>As <see cref="From"/>, and writes down the nodes in the order in which they are settled; the answer is how many.</summary>
    internal int Settle(int source, Span<double> distances, Span<int> previous, Span<int> order)
    {
        Begin(source, distances, previous);
        var settled = 0;
        for (; waiting.Count > 0; settled++)
        {
            var (distance, node) = waiting.Pop();
            order[settled] = node;
            Relax(node, distance, distances, previous);
        }
        return settled;
    }

    private void Begin(int source, Span<double> distances, Span<int> previous)
    {
        if ((uint)source >= (uint)costs.Nodes) throw new ArgumentException($"The source {source} is no node; they are numbered from 0 to {costs.Nodes - 1}.", nameof(source));
        if (distances.Length != costs.Nodes || previous.Length != costs.Nodes) throw new ArgumentException($"There are {costs.Nodes} nodes, {distances.Length} places for distances and {previous.Length} for those before.");
        distances.Fill(double.PositiveInfinity);
        previous.Fill(-1);
        distances[source] = 0;
        waiting.Clear();
        waiting.Push(source, 0);
    }

    private void Settle(int target, Span<double> distances, Span<int> previous, CancellationToken stop)
    {
        for (var settled = 0; waiting.Count > 0; settled++)
        {
            if (settled % Stride == 0) stop.ThrowIfCancellationRequested();
            var (distance, node) = waiting.Pop();
            if (node == target) return;
            Relax(node, distance, distances, previous);
        }
    }

    private void Relax(int node, double distance, Span<double> distances, Span<int> previous)
    {
        var neighbours = costs.Neighbours(node);
        var weights = costs.Weights(node);
        for (var arc = 0; arc < neighbours.Length; arc++)
        {
            var (end, far) = (neighbours[arc], distance + weights[arc]);
            if (!(far < distances[end])) continue;
            if (double.IsPositiveInfinity(distances[end])) waiting.Push(end, far);
            else waiting.Lower(end, far);
            distances[end] = far;
            previous[end] = node;
        }
    }
}
