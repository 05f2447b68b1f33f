namespace Mainstay.Algorithms.Graphs;

/// <summary>Nodes that move to the group of a neighbour as long as that raises the modularity, and parts of groups alike: Traag, Waltman and van Eck 2019.</summary>
internal sealed class Movement(int seed, double resolution, CancellationToken stop)
{
    /// <summary>A gain less than this part of a node's ties is rounding.</summary>
    private const double Slight = 1e-12;

    /// <summary>Nobody is asked so often on average; should rounding ever send nodes round in a ring, it ends here.</summary>
    private const int Patience = 100;

    private ulong state = (ulong)seed;

    /// <summary>Moves single nodes, then parts of groups, then parts made of those, and so on; says whether any moved. Groups become numbered by their least node, and each is connected.</summary>
    public bool Improve(Level level, int[] groups)
    {
        var moved = Settle(level, groups);
        var (upper, current, places) = (level, groups, Each(level.Nodes));
        while (true)
        {
            var parts = Each(upper.Nodes);
            Move(upper, parts, current);
            var count = Part(upper, parts);
            if (count == upper.Nodes) break;
            upper = upper.Gather(parts, count);
            current = Above(parts, count, current);
            moved |= Move(upper, current, null);
            Part(upper, current);
            foreach (ref var place in places.AsSpan()) place = parts[place];
        }
        for (var node = 0; node < places.Length; node++) places[node] = current[places[node]];
        places.CopyTo(groups, 0);
        Part(level, groups);
        return moved;
    }

    /// <summary>Moves single nodes; says whether any moved. Groups become numbered by their least node, and each is connected.</summary>
    public bool Settle(Level level, int[] groups)
    {
        var moved = Move(level, groups, null);
        Part(level, groups);
        return moved;
    }

    private static int[] Each(int nodes)
    {
        var each = new int[nodes];
        for (var node = 0; node < nodes; node++) each[node] = node;
        return each;
    }

    /// <summary>The group of each part.</summary>
    private static int[] Above(int[] parts, int count, int[] groups)
    {
        var above = new int[count];
        for (var node = 0; node < parts.Length; node++) above[parts[node]] = groups[node];
        return above;
    }

    /// <summary>Moves single nodes as long as any does better elsewhere, each within its bounds if there are some; says whether any moved.</summary>
    private bool Move(Level level, int[] groups, int[]? bounds)
    {
        var (sums, queue, queued, near) = (new double[level.Nodes], Shuffled(level.Nodes), new bool[level.Nodes], new Near(level.Nodes));
        for (var node = 0; node < level.Nodes; node++) sums[groups[node]] += level.Strengths[node];
        Array.Fill(queued, true);
        var (moved, head, waiting, patience) = (false, 0, level.Nodes, (long)Patience * level.Nodes);
        for (; waiting > 0 && patience > 0; waiting--, patience--)
        {
            if (patience % 1024 == 0) stop.ThrowIfCancellationRequested();
            var node = queue[head];
            head = head + 1 == queue.Length ? 0 : head + 1;
            queued[node] = false;
            var better = Better(level, groups, sums, near, node, bounds);
            if (better == groups[node]) continue;
            groups[node] = better;
            moved = true;
            foreach (var neighbour in level.Neighbours(node))
            {
                if (queued[neighbour] || groups[neighbour] == better) continue;
                var tail = head + waiting - 1;
                queue[tail >= queue.Length ? tail - queue.Length : tail] = neighbour;
                queued[neighbour] = true;
                waiting++;
            }
        }
        return moved;
    }

    /// <summary>Takes the node out of its group, and puts it into the one where it adds most to the modularity; its own among equals.</summary>
    private int Better(Level level, int[] groups, double[] sums, Near near, int node, int[]? bounds)
    {
        var (own, strength) = (groups[node], level.Strengths[node]);
        var neighbours = level.Neighbours(node);
        var weights = level.Weights(node);
        near.Begin(own);
        for (var arc = 0; arc < neighbours.Length; arc++)
            if (bounds is null || bounds[neighbours[arc]] == bounds[node]) near.Add(groups[neighbours[arc]], weights[arc]);
        sums[own] -= strength;
        var expected = resolution * strength / level.All;
        var (best, gain) = (own, near.Weight(own) - expected * sums[own] + Slight * strength);
        foreach (var group in near.Groups)
        {
            var other = near.Weight(group) - expected * sums[group];
            if (other > gain) (best, gain) = (group, other);
        }
        sums[best] += strength;
        return best;
    }

    /// <summary>Numbers the groups anew by their least node, each connected part of one on its own; the answer is how many there are.</summary>
    private static int Part(Level level, int[] groups)
    {
        var (numbers, queue, count) = (new int[level.Nodes], new int[level.Nodes], 0);
        for (var first = 0; first < level.Nodes; first++)
        {
            if (numbers[first] > 0) continue;
            var (head, tail) = (0, 1);
            (queue[0], numbers[first]) = (first, ++count);
            for (; head < tail; head++)
                foreach (var neighbour in level.Neighbours(queue[head]))
                    if (numbers[neighbour] == 0 && groups[neighbour] == groups[first]) (queue[tail++], numbers[neighbour]) = (neighbour, count);
        }
        for (var node = 0; node < level.Nodes; node++) groups[node] = numbers[node] - 1;
        return count;
    }

    /// <summary>Fisher and Yates, by the numbers of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private int[] Shuffled(int nodes)
    {
        var order = Each(nodes);
        for (var place = nodes - 1; place > 0; place--)
        {
            var other = (int)Math.BigMul(Next(), (ulong)place + 1, out _);
            (order[place], order[other]) = (order[other], order[place]);
        }
        return order;
    }

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    /// <summary>How much of a node's ties leads to each group near it. Whose stamp is old counts 0, so nothing is cleared.</summary>
    private sealed class Near(int nodes)
    {
        private readonly (double Weight, int Stamp)[] weights = new (double, int)[nodes];
        private readonly int[] groups = new int[nodes];
        private int stamp, count;

        public ReadOnlySpan<int> Groups => groups.AsSpan(0, count);

        public double Weight(int group) => weights[group].Weight;

        public void Begin(int own)
        {
            (stamp, count) = (stamp + 1, 0);
            weights[own] = (0, stamp);
        }

        public void Add(int group, double weight)
        {
            ref var place = ref weights[group];
            if (place.Stamp == stamp) place.Weight += weight;
            else
            {
                place = (weight, stamp);
                groups[count++] = group;
            }
        }
    }
}
