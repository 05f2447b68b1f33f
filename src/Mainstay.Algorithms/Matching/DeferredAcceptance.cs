namespace Mainstay.Algorithms.Matching;

/// <summary>
/// Pairs where both sides choose: deferred acceptance with the first side asking (Gale &amp; Shapley, "College admissions and the stability of
/// marriage", 1962), for holders with several places. Of all stable outcomes it is the best one for every asker, and no asker gains by
/// hiding what they want (Roth 1982).
/// </summary>
public static class DeferredAcceptance
{
    /// <summary>The stable outcome that is best for those who ask. O(length of all lists).</summary>
    /// <param name="wishes">For each asker the holders they would have, the dearest first, each once. Who is not listed is not acceptable.</param>
    /// <param name="ranks">For each holder the askers they would have, the dearest first, each once.</param>
    /// <param name="places">For each holder how many askers they take; 0 or more.</param>
    /// <returns>For each asker their holder, or −1.</returns>
    /// <exception cref="ArgumentException">A list names somebody twice or somebody who is not there, or places are missing.</exception>
    public static int[] Best(IReadOnlyList<IReadOnlyList<int>> wishes, IReadOnlyList<IReadOnlyList<int>> ranks, ReadOnlySpan<int> places)
    {
        if (places.Length != ranks.Count) throw new ArgumentException("Every holder needs their places.", nameof(places));
        Stability.Check(wishes, ranks.Count);
        var rankOf = Stability.RanksOf(ranks, wishes.Count);
        var (holderOf, next, held) = (new int[wishes.Count], new int[wishes.Count], new PriorityQueue<int, int>[ranks.Count]);
        Array.Fill(holderOf, -1);
        for (var holder = 0; holder < held.Length; holder++) held[holder] = new();
        var waiting = new Stack<int>(Enumerable.Range(0, wishes.Count).Reverse());
        while (waiting.TryPop(out var asker))
        {
            if (next[asker] == wishes[asker].Count) continue;
            var holder = wishes[asker][next[asker]++];
            if (places[holder] <= 0 || rankOf[holder][asker] is not (>= 0 and var rank))
            {
                waiting.Push(asker);
                continue;
            }
            holderOf[asker] = holder;
            // The worst of those held comes out first.
            if (held[holder].Count < places[holder])
            {
                held[holder].Enqueue(asker, -rank);
                continue;
            }
            var refused = held[holder].EnqueueDequeue(asker, -rank);
            holderOf[refused] = -1;
            waiting.Push(refused);
        }
        return holderOf;
    }
}

/// <summary>Whether two would rather have each other than what they were given.</summary>
public static class Stability
{
    /// <summary>
    /// The pairs that would break an outcome: both would have each other, the asker likes the holder better than their own place, and the
    /// holder has room or likes the asker better than one they hold. O(length of all wishes · those held).
    /// </summary>
    /// <param name="wishes">As in <see cref="DeferredAcceptance.Best"/>.</param>
    /// <param name="ranks">As in <see cref="DeferredAcceptance.Best"/>.</param>
    /// <param name="places">As in <see cref="DeferredAcceptance.Best"/>.</param>
    /// <param name="holderOf">For each asker their holder, or −1.</param>
    /// <returns>Each pair, by asker and then by what they like better.</returns>
    public static IEnumerable<(int Asker, int Holder)> BlockingPairs(IReadOnlyList<IReadOnlyList<int>> wishes, IReadOnlyList<IReadOnlyList<int>> ranks, int[] places, int[] holderOf)
    {
        Check(wishes, ranks.Count);
        var rankOf = RanksOf(ranks, wishes.Count);
        var held = Enumerable.Range(0, wishes.Count).Where(a => holderOf[a] >= 0).ToLookup(a => holderOf[a]);
        var worst = Enumerable.Range(0, ranks.Count).Select(h => places[h] <= 0 ? -1 : held[h].Count() < places[h] ? int.MaxValue : held[h].Select(a => rankOf[h][a] < 0 ? int.MaxValue : rankOf[h][a]).DefaultIfEmpty(-1).Max()).ToArray();
        for (var asker = 0; asker < wishes.Count; asker++)
            foreach (var holder in wishes[asker])
            {
                if (holder == holderOf[asker]) break;
                if (rankOf[holder][asker] is >= 0 and var rank && rank < worst[holder]) yield return (asker, holder);
            }
    }

    /// <summary>For each holder the place of every asker on their list, from 0; −1 for who is not on it.</summary>
    internal static int[][] RanksOf(IReadOnlyList<IReadOnlyList<int>> ranks, int askers)
    {
        Check(ranks, askers);
        return [.. ranks.Select(list =>
        {
            var rankOf = new int[askers];
            Array.Fill(rankOf, -1);
            for (var rank = 0; rank < list.Count; rank++) rankOf[list[rank]] = rank;
            return rankOf;
        })];
    }

    internal static void Check(IReadOnlyList<IReadOnlyList<int>> lists, int others)
    {
        foreach (var list in lists)
            if (list.Any(o => o < 0 || o >= others) || list.Distinct().Count() != list.Count) throw new ArgumentException("A list names somebody twice, or somebody who is not there.", nameof(lists));
    }
}
