namespace Mainstay.Algorithms.Graphs;

/// <summary>A path without a loop, and how probable it is.</summary>
/// <param name="Nodes">From the source to the target, both included.</param>
/// <param name="Probability">The product of the arcs' probabilities from the source on, in (0, 1].</param>
public sealed record ProbablePath(int[] Nodes, double Probability);

/// <summary>
/// The most probable loopless paths between two nodes: Yen 1971 in the form of Lawler 1972, which searches no part of the paths twice.
/// Each search is exact also where the number of steps is limited (see <see cref="StepSearch"/>). O(paths · steps) searches at most.
/// </summary>
public static class BestPaths
{
    /// <summary>
    /// The best paths, the most probable first; of equally probable ones that with fewer steps, then that with the lesser node where
    /// they part. The order, and which of equals are among the best, is the same on every run; it is by the products as doubles,
    /// multiplied from the source on. From a node to itself there is one path, without a step.
    /// </summary>
    /// <param name="probabilities">Each arc's weight is its probability in [0, 1]; one of probability 0 leads nowhere.</param>
    /// <param name="source">Where they begin.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="count">How many are wanted, 0 or more; fewer come when there are no more.</param>
    /// <param name="maxSteps">How many arcs a path may have, 0 or more.</param>
    /// <param name="atLeast">Paths less probable than this are left out.</param>
    /// <param name="stop">Looked at in each search.</param>
    /// <exception cref="ArgumentException">An end is no node, a number is negative, or an arc's weight is no probability.</exception>
    public static IReadOnlyList<ProbablePath> Find(CompressedGraph probabilities, int source, int target, int count, int maxSteps, double atLeast = 0, CancellationToken stop = default)
    {
        Check(probabilities, source, target);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(maxSteps);
        if (double.IsNaN(atLeast)) throw new ArgumentException("The least probability is a number.", nameof(atLeast));
        if (source == target) return count > 0 && atLeast <= 1 ? [new([source], 1)] : [];

        var search = new StepSearch(probabilities, source, target, Math.Min(maxSteps, probabilities.Nodes - 1), stop);
        var (found, waiting) = (new List<ProbablePath>(), new List<Branch>());
        Wait(waiting, search.Best([source], [1], [], atLeast), count);
        while (waiting.Count > 0)
        {
            var best = waiting[0];
            waiting.RemoveAt(0);
            found.Add(new(best.Nodes, best.Probability));
            for (var spur = best.Spur; spur < best.Nodes.Length - 1; spur++)
            {
                var wanted = count - found.Count;
                if (wanted == 0) break;
                int[] taken = spur == best.Spur ? [.. best.Taken, best.Nodes[spur + 1]] : [best.Nodes[spur + 1]];
                var floor = waiting.Count < wanted ? atLeast : Math.Max(atLeast, waiting[^1].Probability);
                Wait(waiting, search.Best(best.Nodes.AsSpan(0, spur + 1), best.Products.AsSpan(0, spur + 1), taken, floor), wanted);
            }
        }
        return found;
    }

    private static void Check(CompressedGraph probabilities, int source, int target)
    {
        if ((uint)source >= (uint)probabilities.Nodes) throw new ArgumentException($"The source {source} is no node; they are numbered from 0 to {probabilities.Nodes - 1}.", nameof(source));
        if ((uint)target >= (uint)probabilities.Nodes) throw new ArgumentException($"The target {target} is no node; they are numbered from 0 to {probabilities.Nodes - 1}.", nameof(target));
        foreach (var probability in probabilities.AllWeights)
            if (probability > 1) throw new ArgumentException($"An arc weighs {probability}, and a probability is 1 at most.", nameof(probabilities));
    }

    /// <summary>Puts a branch among those that wait, the best first, and forgets those that cannot be wanted any more: each leads to nothing better than itself.</summary>
    private static void Wait(List<Branch> waiting, Branch? branch, int wanted)
    {
        if (branch is not null)
        {
            var place = waiting.BinarySearch(branch);
            waiting.Insert(place < 0 ? ~place : place, branch);
        }
        if (waiting.Count > wanted) waiting.RemoveRange(wanted, waiting.Count - wanted);
    }
}

/// <summary>The best path of a set of paths: those that begin with its nodes up to the spur and do not go on to one of the taken.</summary>
/// <param name="Nodes">The path.</param>
/// <param name="Products">The probability of each beginning of it; 1 for the source alone.</param>
/// <param name="Spur">The place in <paramref name="Nodes"/> up to which all paths of the set agree.</param>
/// <param name="Taken">The nodes no path of the set goes on to from the spur.</param>
internal sealed record Branch(int[] Nodes, double[] Products, int Spur, int[] Taken) : IComparable<Branch>
{
    public double Probability => Products[^1];

    public int CompareTo(Branch? other)
    {
        if (other is null) return -1;
        if (Probability != other.Probability) return other.Probability.CompareTo(Probability);
        if (Nodes.Length != other.Nodes.Length) return Nodes.Length.CompareTo(other.Nodes.Length);
        return Nodes.AsSpan().SequenceCompareTo(other.Nodes);
    }
}
