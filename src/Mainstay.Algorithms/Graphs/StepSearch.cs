namespace Mainstay.Algorithms.Graphs;

/// <summary>
/// The most probable path to one target in at most so many steps: labels in layers, a node's label in a layer being the best way to it
/// in that many steps (Bellman 1958). A label counts only when it is better than all in fewer steps, so no way has a loop; rounding
/// keeps order, so the answer is the best also among the products as doubles.
/// </summary>
/// <remarks>
/// What cannot reach the target in the steps left, or not with the probability already at hand, is not followed: the fewest steps and
/// the greatest probability from each node to the target are found once, backwards. O(steps · arcs) a search at worst; after the first it allocates only its answer.
/// </remarks>
internal sealed class StepSearch
{
    /// <summary>More than a product of millions of factors can lose by rounding, and by what is less than the least normal number.</summary>
    private const double Slack = 1 + 1e-9, Least = 1e-300;

    private readonly CompressedGraph graph;
    private readonly int target, maxSteps;
    private readonly CancellationToken stop;
    private readonly int[] fewest, seen, barred, labelOf;
    private readonly double[] onwards, best;
    private Label[] labels = new Label[64];
    private int search, count;

    public StepSearch(CompressedGraph probabilities, int source, int target, int maxSteps, CancellationToken stop)
    {
        (graph, this.target, this.maxSteps, this.stop) = (probabilities, target, maxSteps, stop);
        var nodes = probabilities.Nodes;
        (seen, barred, labelOf, best) = (new int[nodes], new int[nodes], new int[nodes], new double[nodes]);
        (fewest, onwards) = (new int[nodes], new double[nodes]);
        Measure();
        WeighOnwards(source);
    }

    /// <summary>A node reached, by way of which label, and how probably.</summary>
    private record struct Label(int Node, int Before, double Probability);

    /// <summary>The best path that begins with the root and does not go on from it to one of the taken; null when none is as probable as the floor.</summary>
    public Branch? Best(ReadOnlySpan<int> root, ReadOnlySpan<double> products, int[] taken, double floor)
    {
        (count, search) = (0, search + 1);
        foreach (var node in root) barred[node] = search;
        var least = floor;
        Add(new(root[^1], -1, products[^1]));
        var layer = 0;
        for (var left = maxSteps - root.Length; left >= 0 && layer < count; left--)
        {
            stop.ThrowIfCancellationRequested();
            var next = count;
            for (var label = layer; label < next; label++)
                if (labels[label].Node != target) Extend(label, next, left, label == 0 ? taken : [], ref least);
            layer = next;
        }
        return seen[target] == search && best[target] >= floor ? Path(root, products, taken) : null;
    }

    /// <summary>Takes every arc from a label, when that is better than what was known.</summary>
    private void Extend(int label, int next, int left, ReadOnlySpan<int> taken, ref double least)
    {
        var (node, _, probability) = labels[label];
        var neighbours = graph.Neighbours(node);
        var weights = graph.Weights(node);
        for (var arc = 0; arc < neighbours.Length; arc++)
        {
            var (end, product) = (neighbours[arc], probability * weights[arc]);
            if (fewest[end] > left || weights[arc] == 0 || product * onwards[end] + Least < least || barred[end] == search) continue;
            if (seen[end] == search && !Better(label, next, end, product)) continue;
            if (taken.Contains(end)) continue;
            if (seen[end] == search && labelOf[end] >= next) labels[labelOf[end]] = new(end, label, product);
            else
            {
                labelOf[end] = count;
                Add(new(end, label, product));
            }
            (seen[end], best[end]) = (search, product);
            if (end == target) least = Math.Max(least, product);
        }
    }

    private bool Better(int label, int next, int end, double product) =>
        product > best[end] || product == best[end] && labelOf[end] >= next && IsBefore(label, labels[labelOf[end]].Before);

    /// <summary>Whether, of two labels of one layer, the first is the end of the way with the lesser node where they part.</summary>
    private bool IsBefore(int first, int second)
    {
        var before = false;
        while (first != second)
        {
            before = labels[first].Node < labels[second].Node;
            (first, second) = (labels[first].Before, labels[second].Before);
        }
        return before;
    }

    private void Add(Label label)
    {
        if (count == labels.Length) Array.Resize(ref labels, 2 * count);
        labels[count++] = label;
    }

    private Branch Path(ReadOnlySpan<int> root, ReadOnlySpan<double> products, int[] taken)
    {
        var steps = 0;
        for (var label = labelOf[target]; label > 0; label = labels[label].Before) steps++;
        var (nodes, all) = (new int[root.Length + steps], new double[root.Length + steps]);
        root.CopyTo(nodes);
        products.CopyTo(all);
        var place = nodes.Length - 1;
        for (var label = labelOf[target]; label > 0; label = labels[label].Before, place--) (nodes[place], all[place]) = (labels[label].Node, labels[label].Probability);
        return new(nodes, all, root.Length - 1, taken);
    }

    /// <summary>The fewest steps from each node to the target, backwards and breadth first.</summary>
    private void Measure()
    {
        Array.Fill(fewest, int.MaxValue);
        var (back, queue, head) = (graph.Reversed, new List<int> { target }, 0);
        fewest[target] = 0;
        for (; head < queue.Count && fewest[queue[head]] < maxSteps; head++)
        {
            var node = queue[head];
            var neighbours = back.Neighbours(node);
            var weights = back.Weights(node);
            for (var arc = 0; arc < neighbours.Length; arc++)
            {
                if (weights[arc] == 0 || fewest[neighbours[arc]] != int.MaxValue) continue;
                fewest[neighbours[arc]] = fewest[node] + 1;
                queue.Add(neighbours[arc]);
            }
        }
    }

    /// <summary>The greatest probability from each node to the target, in any number of steps, with slack: Dijkstra backwards, through nodes that a path may come through.</summary>
    private void WeighOnwards(int source)
    {
        var (back, waiting) = (graph.Reversed, new NodeHeap(graph.Nodes));
        waiting.Push(target, -1);
        onwards[target] = 1;
        while (waiting.Count > 0)
        {
            stop.ThrowIfCancellationRequested();
            var (key, node) = waiting.Pop();
            if (node == source) continue;
            var neighbours = back.Neighbours(node);
            var weights = back.Weights(node);
            for (var arc = 0; arc < neighbours.Length; arc++)
            {
                var (end, product) = (neighbours[arc], -key * weights[arc]);
                if (fewest[end] >= maxSteps || product <= onwards[end]) continue;
                if (onwards[end] == 0) waiting.Push(end, -product);
                else waiting.Lower(end, -product);
                onwards[end] = product;
            }
        }
        foreach (ref var product in onwards.AsSpan()) product *= Slack;
    }
}
