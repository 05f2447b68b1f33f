namespace Mainstay.Algorithms.Graphs;

/// <summary>
/// A graph that does not change, as compressed sparse rows (Tinney and Walker 1967): where each node's arcs begin, their ends, their
/// weights. Nodes are the integers from 0; each node's arcs are sorted by their end, no end stands twice, and no arc leads back to where
/// it came from. Building takes O(nodes + arcs) time; the graph takes 12 bytes an arc and 4 a node. Any number of threads may read it.
/// </summary>
public sealed class CompressedGraph
{
    private readonly int[] offsets;
    private readonly int[] ends;
    private readonly double[] weights;
    private CompressedGraph? reversed;

    private CompressedGraph(int[] offsets, int[] ends, double[] weights, bool directed) =>
        (this.offsets, this.ends, this.weights, IsDirected) = (offsets, ends, weights, directed);

    /// <summary>How many nodes, with and without arcs.</summary>
    public int Nodes => offsets.Length - 1;

    /// <summary>How many arcs; a link of an undirected graph is two.</summary>
    public int Arcs => ends.Length;

    /// <summary>False when the graph was built of links, and so each arc stands in both directions with the same weight.</summary>
    public bool IsDirected { get; }

    /// <summary>Where the arcs of each node begin in <see cref="Ends"/>; one more than nodes.</summary>
    internal ReadOnlySpan<int> Offsets => offsets;

    /// <summary>The ends of all arcs, node after node.</summary>
    internal ReadOnlySpan<int> Ends => ends;

    /// <summary>The weights of all arcs, node after node.</summary>
    internal ReadOnlySpan<double> AllWeights => weights;

    /// <summary>The same arcs from their ends to their beginnings; an undirected graph itself. Made when first asked for, O(nodes + arcs).</summary>
    public CompressedGraph Reversed => IsDirected ? reversed ??= Turn() : this;

    /// <summary>A graph in which each arc leads one way.</summary>
    /// <param name="nodes">How many nodes, 0 or more.</param>
    /// <param name="arcs">In any order; those from a node to itself are left out.</param>
    /// <param name="repeated">What an arc weighs that stands more than once.</param>
    /// <exception cref="ArgumentException">An arc leads out of the nodes, or its weight is negative or not finite.</exception>
    public static CompressedGraph Directed(int nodes, ReadOnlySpan<Arc> arcs, Repeated repeated = Repeated.Greatest) => Build(nodes, arcs, repeated, true);

    /// <summary>A graph in which each link leads both ways with the same weight. A link said from either end is the same link, said twice.</summary>
    /// <param name="nodes">How many nodes, 0 or more.</param>
    /// <param name="links">In any order, from either end; those from a node to itself are left out.</param>
    /// <param name="repeated">What a link weighs that stands more than once.</param>
    /// <exception cref="ArgumentException">A link leads out of the nodes, or its weight is negative or not finite.</exception>
    public static CompressedGraph Undirected(int nodes, ReadOnlySpan<Arc> links, Repeated repeated = Repeated.Greatest) => Build(nodes, links, repeated, false);

    /// <summary>How many arcs leave the node.</summary>
    public int Degree(int node) => offsets[node + 1] - offsets[node];

    /// <summary>Where the node's arcs lead, ascending.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => ends.AsSpan(offsets[node], Degree(node));

    /// <summary>What the node's arcs weigh, in the order of <see cref="Neighbours"/>.</summary>
    public ReadOnlySpan<double> Weights(int node) => weights.AsSpan(offsets[node], Degree(node));

    /// <summary>
    /// The ties between nodes: an undirected graph in which each weighs what its arcs weigh together, a_ij + a_ji, without those that weigh
    /// nothing. An undirected graph keeps its weights. O(nodes + arcs), or the graph itself.
    /// </summary>
    public CompressedGraph Ties() => IsDirected || weights.AsSpan().Contains(0) ? Join() : this;

    /// <summary>The same arcs with other weights; those whose weight is not finite then are left out. O(nodes + arcs).</summary>
    internal CompressedGraph Weighed(Func<double, double> weigh)
    {
        var (begins, kept, weighed, last) = (new int[offsets.Length], new int[ends.Length], new double[ends.Length], 0);
        for (var node = 0; node < Nodes; node++)
        {
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
                if (double.IsFinite(weighed[last] = weigh(weights[arc]))) kept[last++] = ends[arc];
            begins[node + 1] = last;
        }
        return new(begins, Cut(kept, last), Cut(weighed, last), IsDirected);
    }

    private static CompressedGraph Build(int nodes, ReadOnlySpan<Arc> arcs, Repeated repeated, bool directed)
    {
        if (nodes < 0) throw new ArgumentException($"A graph has no or more nodes, not {nodes}.", nameof(nodes));
        var said = Checked(nodes, arcs, directed);
        // Sorted by the ends and then, keeping that order, by the beginnings: what is said twice stays in the order it was said in.
        var byEnd = new Arc[said.Length];
        Sort(nodes, said, byEnd, turned: true);
        var offsets = Sort(nodes, byEnd, said, turned: false);
        return Merge(offsets, said, repeated, directed);
    }

    private static Arc[] Checked(int nodes, ReadOnlySpan<Arc> arcs, bool directed)
    {
        var loops = 0;
        foreach (ref readonly var arc in arcs)
        {
            if ((uint)arc.From >= (uint)nodes || (uint)arc.To >= (uint)nodes) throw new ArgumentException($"An arc leads from {arc.From} to {arc.To}, and the nodes are numbered from 0 to {nodes - 1}.", nameof(arcs));
            if (!(arc.Weight >= 0) || double.IsPositiveInfinity(arc.Weight)) throw new ArgumentException($"The arc from {arc.From} to {arc.To} weighs {arc.Weight}, and a weight is finite and not negative.", nameof(arcs));
            if (arc.From == arc.To) loops++;
        }
        var (kept, next) = (new Arc[checked((arcs.Length - loops) * (directed ? 1 : 2))], 0);
        foreach (ref readonly var arc in arcs)
        {
            if (arc.From == arc.To) continue;
            kept[next++] = arc;
            if (!directed) kept[next++] = new(arc.To, arc.From, arc.Weight);
        }
        return kept;
    }

    /// <summary>Counting sort by the beginning, or turned by the end; equal ones keep their order. The answer is where each node's arcs begin.</summary>
    private static int[] Sort(int nodes, Arc[] arcs, Arc[] sorted, bool turned)
    {
        var begins = new int[nodes + 1];
        foreach (ref readonly var arc in arcs.AsSpan()) begins[(turned ? arc.To : arc.From) + 1]++;
        for (var node = 0; node < nodes; node++) begins[node + 1] += begins[node];
        var next = begins.AsSpan(0, nodes).ToArray();
        foreach (ref readonly var arc in arcs.AsSpan()) sorted[next[turned ? arc.To : arc.From]++] = arc;
        return begins;
    }

    private static CompressedGraph Merge(int[] begins, Arc[] sorted, Repeated repeated, bool directed)
    {
        var (offsets, ends, weights, last) = (new int[begins.Length], new int[sorted.Length], new double[sorted.Length], -1);
        for (var node = 0; node < begins.Length - 1; node++)
        {
            offsets[node] = last + 1;
            foreach (ref readonly var arc in sorted.AsSpan(begins[node]..begins[node + 1]))
            {
                if (last >= offsets[node] && ends[last] == arc.To) weights[last] = Together(weights[last], arc.Weight, repeated);
                else (ends[++last], weights[last]) = (arc.To, arc.Weight);
            }
        }
        offsets[^1] = last + 1;
        return new(offsets, Cut(ends, last + 1), Cut(weights, last + 1), directed);
    }

    private static double Together(double first, double second, Repeated repeated) => repeated switch
    {
        Repeated.Greatest => Math.Max(first, second),
        Repeated.Least => Math.Min(first, second),
        _ => first + second,
    };

    private static T[] Cut<T>(T[] values, int length) => values.Length == length ? values : values.AsSpan(0, length).ToArray();

    /// <summary>Each node's arcs out and in, merged.</summary>
    private CompressedGraph Join()
    {
        if (!IsDirected) return Weighed(weight => weight == 0 ? double.NaN : weight);
        var (begins, both, joined, last) = (new int[offsets.Length], new int[2 * ends.Length], new double[2 * ends.Length], 0);
        for (var node = 0; node < Nodes; node++)
        {
            var there = Neighbours(node);
            var back = Reversed.Neighbours(node);
            for (var (i, j) = (0, 0); i < there.Length || j < back.Length;)
            {
                var end = Math.Min(i < there.Length ? there[i] : int.MaxValue, j < back.Length ? back[j] : int.MaxValue);
                var weight = (i < there.Length && there[i] == end ? Weights(node)[i++] : 0) + (j < back.Length && back[j] == end ? Reversed.Weights(node)[j++] : 0);
                if (weight > 0) (both[last], joined[last++]) = (end, weight);
            }
            begins[node + 1] = last;
        }
        return new(begins, Cut(both, last), Cut(joined, last), false);
    }

    private CompressedGraph Turn()
    {
        var begins = new int[offsets.Length];
        foreach (var end in ends) begins[end + 1]++;
        for (var node = 0; node < Nodes; node++) begins[node + 1] += begins[node];
        var (next, turnedEnds, turnedWeights) = (begins.AsSpan(0, Nodes).ToArray(), new int[ends.Length], new double[ends.Length]);
        for (var node = 0; node < Nodes; node++)
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                var place = next[ends[arc]]++;
                (turnedEnds[place], turnedWeights[place]) = (node, weights[arc]);
            }
        return new(begins, turnedEnds, turnedWeights, true) { reversed = this };
    }
}
