namespace Mainstay.Algorithms.Graphs;

/// <summary>All shortest ways from one node after the other, as the arcs that lie on them: Brandes 2001. One thread's; allocates nothing after it was made.</summary>
internal abstract class ShortestWays(CompressedGraph graph)
{
    /// <summary>The nodes reached, the nearest first, and where the arcs of each begin among <see cref="Onwards"/>.</summary>
    protected readonly int[] Order = new int[graph.Nodes], Begins = new int[graph.Nodes + 1];

    /// <summary>The ends of the arcs that lie on shortest ways. One more, for an arc is written before it is known to be one.</summary>
    protected readonly int[] Onwards = new int[graph.Arcs + 1];

    /// <summary>How many shortest ways lead to each node.</summary>
    protected readonly double[] Ways = new double[graph.Nodes];

    private readonly double[] shares = new double[graph.Nodes];

    /// <summary>Fills the four for a source; the answer is how many nodes were reached, and how many of them, the nearest, have arcs.</summary>
    protected abstract (int Reached, int WithArcs) Follow(int source);

    /// <summary>Adds how much each node depends on from the source: what lies behind it, by its part of the ways there.</summary>
    public void AddFrom(int source, double[] sum)
    {
        var (reached, withArcs) = Follow(source);
        var (order, begins, onwards) = (Order, Begins, Onwards);
        for (var place = reached - 1; place >= withArcs; place--) shares[order[place]] = 1 / Ways[order[place]];
        for (var place = withArcs - 1; place > 0; place--)
        {
            var (node, behind) = (order[place], 0.0);
            foreach (var end in onwards.AsSpan(begins[place]..begins[place + 1])) behind += shares[end];
            var depends = Ways[node] * behind;
            sum[node] += depends;
            shares[node] = (1 + depends) / Ways[node];
        }
    }
}

/// <summary>Where each arc is one step: breadth first.</summary>
/// <param name="graph">Directed or not.</param>
/// <param name="sizes">Of each node, how many nodes it could reach at most: once so many are reached, the furthest need not be asked for arcs.</param>
internal sealed class StepWays(CompressedGraph graph, int[] sizes) : ShortestWays(graph)
{
    private readonly CompressedGraph graph = graph;
    private readonly int[] steps = new int[graph.Nodes];

    protected override (int Reached, int WithArcs) Follow(int source)
    {
        Array.Fill(steps, int.MaxValue);
        var (reached, arcs, place, all) = (1, 0, 0, sizes[source]);
        (Order[0], steps[source], Ways[source]) = (source, 0, 1);
        for (; place < reached; place++)
        {
            var node = Order[place];
            if (reached == all && steps[node] == steps[Order[reached - 1]]) break;
            Begins[place] = arcs;
            var next = steps[node] + 1;
            arcs = Choose(graph.Neighbours(node), next, arcs);
            foreach (var end in Onwards.AsSpan(Begins[place]..arcs))
            {
                if (steps[end] > next) (steps[end], Ways[end], Order[reached++]) = (next, 0, end);
                Ways[end] += Ways[node];
            }
        }
        Begins[place] = arcs;
        return (reached, place);
    }

    /// <summary>Writes down the neighbours that are no nearer than the next step, without a branch, for it would be guessed wrong too often.</summary>
    private int Choose(ReadOnlySpan<int> neighbours, int next, int arcs)
    {
        var (all, onwards) = (steps, Onwards);
        foreach (var end in neighbours)
        {
            onwards[arcs] = end;
            arcs += all[end] >= next ? 1 : 0;
        }
        return arcs;
    }
}

/// <summary>Where arcs have lengths: Dijkstra's order first, then the arcs that are as short as the shortest but for rounding.</summary>
/// <param name="lengths">Weights are lengths, more than 0.</param>
internal sealed class LengthWays(CompressedGraph lengths) : ShortestWays(lengths)
{
    private readonly CompressedGraph lengths = lengths;
    private readonly ShortestPaths paths = new(lengths);
    private readonly double[] distances = new double[lengths.Nodes];
    private readonly int[] previous = new int[lengths.Nodes], places = new int[lengths.Nodes];

    protected override (int Reached, int WithArcs) Follow(int source)
    {
        var (reached, arcs) = (paths.Settle(source, distances, previous, Order), 0);
        for (var place = 0; place < reached; place++) (places[Order[place]], Ways[Order[place]]) = (place, 0);
        Ways[source] = 1;
        for (var place = 0; place < reached; place++)
        {
            var node = Order[place];
            Begins[place] = arcs;
            arcs = Choose(node, place, arcs);
            foreach (var end in Onwards.AsSpan(Begins[place]..arcs)) Ways[end] += Ways[node];
        }
        Begins[reached] = arcs;
        return (reached, reached);
    }

    private int Choose(int node, int place, int arcs)
    {
        var neighbours = lengths.Neighbours(node);
        var weights = lengths.Weights(node);
        for (var arc = 0; arc < neighbours.Length; arc++)
        {
            var end = neighbours[arc];
            Onwards[arcs] = end;
            arcs += places[end] > place & distances[node] + weights[arc] <= distances[end] * (1 + Betweenness.Tolerance) ? 1 : 0;
        }
        return arcs;
    }
}
