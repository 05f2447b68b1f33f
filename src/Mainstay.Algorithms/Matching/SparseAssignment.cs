namespace Mainstay.Algorithms.Matching;

/// <summary>The same as <see cref="DenseAssignment"/> where each row has few possible pairs: over lists, with a queue, and every row may stay alone at no cost.</summary>
internal sealed class SparseAssignment
{
    private const int Alone = -2, Free = -1;

    private readonly PairWeights pairs;
    private readonly ColumnSlots slots;
    private readonly long spread;
    private readonly int[] slotOf, rowOf;
    private readonly long[] prices;

    private readonly long[] distances;
    private readonly int[] before;
    private readonly bool[] reached;
    private readonly List<int> touched = [];
    private readonly PriorityQueue<int, (long Distance, int Slot)> queue = new();

    private SparseAssignment(PairWeights pairs, ColumnSlots slots, long spread)
    {
        (this.pairs, this.slots, this.spread) = (pairs, slots, spread);
        slotOf = new int[pairs.Rows];
        Array.Fill(slotOf, Free);
        (rowOf, prices, distances, before, reached) = (new int[slots.Count], new long[slots.Count], new long[slots.Count], new int[slots.Count], new bool[slots.Count]);
        Array.Fill(rowOf, Free);
        Array.Fill(distances, long.MaxValue);
    }

    /// <summary>For each row its place, or a negative number where it stays alone.</summary>
    public static int[] Best(PairWeights pairs, ColumnSlots slots, long spread, CancellationToken stop)
    {
        var search = new SparseAssignment(pairs, slots, spread);
        foreach (var row in search.ReduceRows(stop))
        {
            search.Augment(row, stop);
        }
        return search.slotOf;
    }

    /// <summary>Each row takes its best place and lowers its price to where the next best is as good; who had it looks again, for so long. The rows that are left free.</summary>
    private List<int> ReduceRows(CancellationToken stop)
    {
        var (waiting, free) = (new Stack<int>(Enumerable.Range(0, pairs.Rows).Reverse()), new List<int>());
        for (var steps = 0L; waiting.TryPop(out var row);)
        {
            stop.ThrowIfCancellationRequested();
            var (best, second) = TwoBest(row);
            if (best.Slot == Alone)
            {
                slotOf[row] = Alone;
                continue;
            }
            var ousted = rowOf[best.Slot];
            if (ousted >= 0 && (best.Cost == second || steps++ > 20L * pairs.Rows))
            {
                free.Add(row);
                continue;
            }
            prices[best.Slot] -= second - best.Cost;
            (rowOf[best.Slot], slotOf[row]) = (row, best.Slot);
            if (ousted < 0) continue;
            slotOf[ousted] = Free;
            waiting.Push(ousted);
        }
        return free;
    }

    /// <summary>The best place at the prices of now, staying alone being one, and what the next best costs.</summary>
    private ((long Cost, int Slot) Best, long Second) TwoBest(int row)
    {
        var (best, second) = ((Cost: 0L, Slot: Alone), long.MaxValue);
        var columns = pairs.ColumnsOf(row);
        var weights = pairs.WeightsOf(row);
        for (var at = 0; at < columns.Length; at++)
            for (int place = 0, slot = slots.First(columns[at]); place < slots.Places(columns[at]); place++, slot++)
            {
                var cost = place * spread - weights[at] - prices[slot];
                if (cost < best.Cost || cost == best.Cost && IsFree(slot) && best.Slot >= 0 && !IsFree(best.Slot)) (best, second) = ((cost, slot), best.Cost);
                else if (cost < second) second = cost;
            }
        return (best, second);
    }

    /// <summary>The shortest way from a free row to a free place, or to a row that will rather stay alone (Dijkstra); all rows on it move by one.</summary>
    private void Augment(int start, CancellationToken stop)
    {
        var (row, paid, far) = (start, 0L, 0L);
        var (end, alone, lonely) = (Free, long.MaxValue, start);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (-paid < alone) (alone, lonely) = (-paid, row);
            Relax(row, paid, alone);
            while (queue.TryPeek(out var stale, out _) && reached[stale]) queue.Dequeue();
            if (!queue.TryDequeue(out var nearest, out _) || distances[nearest] >= alone)
            {
                far = alone;
                break;
            }
            far = distances[nearest];
            if (rowOf[nearest] < 0)
            {
                end = nearest;
                break;
            }
            reached[nearest] = true;
            row = rowOf[nearest];
            paid = CostOf(row, nearest) - prices[nearest] - far;
        }
        foreach (var slot in touched)
            if (reached[slot]) prices[slot] += distances[slot] - far;
        Move(start, end, lonely);
        Forget();
    }

    private void Relax(int row, long paid, long alone)
    {
        var columns = pairs.ColumnsOf(row);
        var weights = pairs.WeightsOf(row);
        for (var at = 0; at < columns.Length; at++)
            for (int place = 0, slot = slots.First(columns[at]); place < slots.Places(columns[at]); place++, slot++)
            {
                var way = place * spread - weights[at] - prices[slot] - paid;
                if (reached[slot] || way >= distances[slot] || way >= alone) continue;
                if (distances[slot] == long.MaxValue) touched.Add(slot);
                (distances[slot], before[slot]) = (way, row);
                queue.Enqueue(slot, (way, IsFree(slot) ? slot : slot + slots.Count)); // of two as near, the free one comes first, for it ends the search
            }
    }

    private void Move(int start, int end, int lonely)
    {
        var slot = end;
        if (end < 0)
        {
            (slot, slotOf[lonely]) = (slotOf[lonely], Alone);
            if (lonely == start) return;
        }
        while (true)
        {
            var from = before[slot];
            rowOf[slot] = from;
            (slotOf[from], slot) = (slot, slotOf[from]);
            if (from == start) return;
        }
    }

    private bool IsFree(int slot) => rowOf[slot] < 0;

    private void Forget()
    {
        foreach (var slot in touched) (distances[slot], reached[slot]) = (long.MaxValue, false);
        touched.Clear();
        queue.Clear();
    }

    private long CostOf(int row, int slot)
    {
        var column = slots.ColumnOf(slot);
        return (slot - slots.First(column)) * spread - pairs.WeightsOf(row)[pairs.ColumnsOf(row).IndexOf(column)];
    }
}
