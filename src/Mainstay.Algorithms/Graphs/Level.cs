namespace Mainstay.Algorithms.Graphs;

/// <summary>A graph whose nodes stand for groups of nodes: rows as in <see cref="CompressedGraph"/>, and for each node how strong its ties are, those within it included.</summary>
internal sealed class Level
{
    private readonly int[] offsets, ends;
    private readonly double[] weights;

    private Level(int[] offsets, int[] ends, double[] weights, double[] strengths) =>
        (this.offsets, this.ends, this.weights, Strengths) = (offsets, ends, weights, strengths);

    public int Nodes => Strengths.Length;

    /// <summary>The weight of all arcs at each node.</summary>
    public double[] Strengths { get; }

    /// <summary>The weight of all arcs.</summary>
    public double All { get; private init; }

    public ReadOnlySpan<int> Neighbours(int node) => ends.AsSpan(offsets[node]..offsets[node + 1]);

    public ReadOnlySpan<double> Weights(int node) => weights.AsSpan(offsets[node]..offsets[node + 1]);

    /// <summary>The lowest level: each node for itself.</summary>
    public static Level Of(CompressedGraph ties)
    {
        var (strengths, all) = (new double[ties.Nodes], 0.0);
        for (var node = 0; node < ties.Nodes; node++)
        {
            foreach (var weight in ties.Weights(node)) strengths[node] += weight;
            all += strengths[node];
        }
        return new(ties.Offsets.ToArray(), ties.Ends.ToArray(), ties.AllWeights.ToArray(), strengths) { All = all };
    }

    /// <summary>The level above: a node for each group, and what leads from one to another together. O(nodes + arcs).</summary>
    /// <param name="groups">Each node's group, numbered from 0.</param>
    /// <param name="count">How many groups there are.</param>
    public Level Gather(int[] groups, int count)
    {
        var (members, begins) = Sorted(groups, count);
        var (rows, joined, sums, strengths, last) = (new int[count + 1], new int[ends.Length], new double[ends.Length], new double[count], 0);
        var places = new int[count];
        for (var group = 0; group < count; group++)
        {
            foreach (var node in members.AsSpan(begins[group]..begins[group + 1]))
            {
                strengths[group] += Strengths[node];
                for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
                {
                    var other = groups[ends[arc]];
                    if (other == group) continue;
                    if (places[other] <= rows[group]) (joined[last], sums[last], places[other]) = (other, 0, ++last);
                    sums[places[other] - 1] += weights[arc];
                }
            }
            rows[group + 1] = last;
        }
        return new(rows, joined.AsSpan(0, last).ToArray(), sums.AsSpan(0, last).ToArray(), strengths) { All = All };
    }

    private static (int[] Members, int[] Begins) Sorted(int[] groups, int count)
    {
        var (members, begins) = (new int[groups.Length], new int[count + 1]);
        foreach (var group in groups) begins[group + 1]++;
        for (var group = 0; group < count; group++) begins[group + 1] += begins[group];
        var next = begins.AsSpan(0, count).ToArray();
        for (var node = 0; node < groups.Length; node++) members[next[groups[node]]++] = node;
        return (members, begins);
    }
}
