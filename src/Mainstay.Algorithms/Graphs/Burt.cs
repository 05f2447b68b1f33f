using System.Buffers;

namespace Mainstay.Algorithms.Graphs;

/// <summary>Where a node stands among its contacts.</summary>
/// <param name="Contacts">How many it has, 1 or more.</param>
/// <param name="Constraint">How much its contacts lead back to each other, more than 0; more than 1 in some small weighted graphs, and not clamped.</param>
/// <param name="EffectiveSize">How many contacts it has that do not lead to its other ones, at most <paramref name="Contacts"/>.</param>
/// <param name="Hierarchy">How much the constraint comes from one contact: 0 when from all alike, 1 when from one alone; null with fewer than two contacts.</param>
public readonly record struct Brokerage(int Contacts, double Constraint, double EffectiveSize, double? Hierarchy)
{
    /// <summary>The effective size as a part of the contacts, at most 1.</summary>
    public double Efficiency => EffectiveSize / Contacts;
}

/// <summary>
/// Structural holes: Burt 1992, Structural Holes, §2. Ties are strengths; those of a directed graph are a_ij + a_ji, and what weighs nothing is no tie.
/// Of a node without a tie nothing can be said, and so it is null. Any number of threads may ask.
/// </summary>
/// <remarks>
/// With p_ij the part of i's ties that j has: c_ij = (p_ij + Σ_q p_iq·p_qj)², constraint = Σ_j c_ij, effective size = Σ_j (1 − Σ_q p_iq·m_jq) with
/// m_jq the tie of j and q as a part of j's strongest, hierarchy = Σ_j r_j·ln r_j / (n·ln n) with r_j = c_ij / mean c_ij over n contacts.
/// </remarks>
public sealed class Burt
{
    private readonly CompressedGraph ties;
    private readonly double[] parts, sums, strongest;

    /// <summary>Makes ready. O(nodes + arcs).</summary>
    /// <param name="graph">Weights are strengths.</param>
    public Burt(CompressedGraph graph)
    {
        ties = graph.Ties();
        (parts, sums, strongest) = (new double[ties.Arcs], new double[ties.Nodes], new double[ties.Nodes]);
        for (var node = 0; node < ties.Nodes; node++)
        {
            var weights = ties.Weights(node);
            foreach (var weight in weights) (sums[node], strongest[node]) = (sums[node] + weight, Math.Max(strongest[node], weight));
            for (var arc = 0; arc < weights.Length; arc++) parts[ties.Offsets[node] + arc] = weights[arc] / sums[node];
        }
    }

    /// <summary>A node's standing; null without a tie. O(nodes + the contacts' contacts).</summary>
    /// <exception cref="ArgumentException">It is no node.</exception>
    public Brokerage? At(int node)
    {
        Check(node);
        using var desk = new Desk(ties.Nodes);
        return At(node, desk);
    }

    /// <summary>What each contact adds to a node's constraint, c_ij, in the order of its neighbours that have a tie with it; empty without a tie. O(nodes + the contacts' contacts).</summary>
    /// <exception cref="ArgumentException">It is no node.</exception>
    public (int Contact, double Constraint)[] Contacts(int node)
    {
        Check(node);
        using var desk = new Desk(ties.Nodes);
        Explore(node, desk);
        var contacts = new (int, double)[ties.Degree(node)];
        for (var contact = 0; contact < contacts.Length; contact++) contacts[contact] = (ties.Neighbours(node)[contact], Local(node, contact, desk));
        return contacts;
    }

    /// <summary>The standing of every node, on all cores and the same on any number of them. O(nodes + Σ degree²).</summary>
    /// <param name="standings">As many as nodes; null becomes that of a node without a tie.</param>
    /// <param name="stop">Looked at every hundred nodes or so.</param>
    /// <exception cref="ArgumentException">There are more or fewer places than nodes.</exception>
    public void All(Span<Brokerage?> standings, CancellationToken stop = default)
    {
        if (standings.Length != ties.Nodes) throw new ArgumentException($"There are {ties.Nodes} nodes and {standings.Length} places.", nameof(standings));
        var all = new Brokerage?[ties.Nodes];
        Portions.Run(ties.Nodes, 64, () => new Desk(ties.Nodes), (desk, first, end) =>
        {
            for (var node = first; node < end; node++) all[node] = At(node, desk);
        }, stop);
        all.CopyTo(standings);
    }

    private void Check(int node)
    {
        if ((uint)node >= (uint)ties.Nodes) throw new ArgumentException($"{node} is no node; they are numbered from 0 to {ties.Nodes - 1}.", nameof(node));
    }

    private Brokerage? At(int node, Desk desk)
    {
        var contacts = ties.Degree(node);
        if (contacts == 0) return null;
        var redundancy = Explore(node, desk);
        var constraint = 0.0;
        for (var contact = 0; contact < contacts; contact++) constraint += Local(node, contact, desk);
        return new(contacts, constraint, contacts - redundancy, Hierarchy(node, constraint, desk));
    }

    private double Local(int node, int contact, Desk desk)
    {
        var part = parts[ties.Offsets[node] + contact] + desk.Indirect[ties.Neighbours(node)[contact]];
        return part * part;
    }

    private double? Hierarchy(int node, double constraint, Desk desk)
    {
        var contacts = ties.Degree(node);
        if (contacts < 2) return null;
        var (mean, sum) = (constraint / contacts, 0.0);
        for (var contact = 0; contact < contacts; contact++)
        {
            var ratio = Local(node, contact, desk) / mean;
            if (ratio > 0) sum += ratio * Math.Log(ratio);
        }
        return sum / (contacts * Math.Log(contacts));
    }

    /// <summary>Goes from each contact q to each other contact j: gathers p_iq·p_qj for each j on the desk; the answer is all of p_ij·m_qj together.</summary>
    private double Explore(int node, Desk desk)
    {
        var neighbours = ties.Neighbours(node);
        var (indirect, part) = (desk.Indirect, desk.Part);
        for (var contact = 0; contact < neighbours.Length; contact++)
        {
            part[neighbours[contact]] = parts[ties.Offsets[node] + contact];
            indirect[neighbours[contact]] = 0;
        }
        var redundancy = 0.0;
        foreach (var broker in neighbours)
        {
            var (through, seen, first) = (part[broker], 0.0, ties.Offsets[broker]);
            var others = ties.Neighbours(broker);
            var shares = parts.AsSpan(first, others.Length);
            for (var other = 0; other < others.Length; other++)
            {
                // Multiplied by a part of 0 where the other is no contact, which costs less than asking.
                indirect[others[other]] += through * shares[other];
                seen += part[others[other]] * shares[other];
            }
            redundancy += seen * sums[broker] / strongest[broker];
        }
        foreach (var neighbour in neighbours) part[neighbour] = 0;
        return redundancy;
    }

    /// <summary>What one thread writes on: for each node, i's part in it (0 for all between questions), and what leads to it through others (meaningless for who is no contact).</summary>
    private sealed class Desk(int nodes) : IDisposable
    {
        public double[] Part { get; } = Zeros(nodes);

        public double[] Indirect { get; } = Zeros(nodes);

        public void Dispose()
        {
            ArrayPool<double>.Shared.Return(Part);
            ArrayPool<double>.Shared.Return(Indirect);
        }

        private static double[] Zeros(int nodes)
        {
            var zeros = ArrayPool<double>.Shared.Rent(nodes);
            zeros.AsSpan(0, nodes).Clear();
            return zeros;
        }
    }
}
