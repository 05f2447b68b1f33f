namespace Mainstay.Algorithms.Matching;

/// <summary>
/// Pairs every row with at most one column so that the pairs weigh as much as possible together; a column takes as many rows as it has
/// places. Exact, for the weights are whole numbers. The same question gives the same answer every time.
/// </summary>
public static class Assignment
{
    /// <summary>From what part of all pairs on a table of all of them is faster than lists.</summary>
    private const double Dense = 0.2;

    /// <summary>No larger table than this many numbers of eight bytes.</summary>
    private const long LargestTable = 40_000_000;

    /// <summary>
    /// The best pairs by successive shortest paths with prices (Jonker &amp; Volgenant 1987), over a table where most pairs are possible and over
    /// lists where few are. O(n³) at worst, far less in practice.
    /// </summary>
    /// <param name="pairs">What each possible pair weighs. The weights of all rows together, each at its largest, must stay below 2^60.</param>
    /// <param name="places">For each column how many rows it takes; 0 or more.</param>
    /// <param name="spread">What the second place of a column costs, the third twice as much, and so on: with equal pairs, the load is spread. 0 or more.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>For each row its column, or −1.</returns>
    /// <exception cref="ArgumentException">Places are missing or too many.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column has fewer than 0 places, or <paramref name="spread"/> is negative.</exception>
    public static int[] Best(PairWeights pairs, ReadOnlySpan<int> places, long spread = 0, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spread);
        var slots = Slots(pairs, places);
        var table = (long)pairs.Rows * Math.Max(slots.Count, pairs.Rows);
        var possible = Possible(pairs, slots);
        var found = possible >= Dense * table && table <= LargestTable ? OnTable(pairs, slots, spread, stop) : SparseAssignment.Best(pairs, slots, spread, stop);
        return [.. found.Select(slot => slot < 0 ? -1 : slots.ColumnOf(slot))];
    }

    /// <summary>What the pairs weigh together.</summary>
    public static long Total(PairWeights pairs, ReadOnlySpan<int> columnOf)
    {
        var total = 0L;
        for (var row = 0; row < columnOf.Length; row++)
            if (columnOf[row] >= 0) total = checked(total + (pairs.WeightOf(row, columnOf[row]) ?? throw new ArgumentException("A pair that is not possible was made.", nameof(columnOf))));
        return total;
    }

    private static ColumnSlots Slots(PairWeights pairs, ReadOnlySpan<int> places)
    {
        if (places.Length != pairs.Columns) throw new ArgumentException("Every column needs its places.", nameof(places));
        var wanted = new int[pairs.Columns];
        for (var row = 0; row < pairs.Rows; row++)
            foreach (var column in pairs.ColumnsOf(row)) wanted[column]++;
        return new(places, wanted);
    }

    private static long Possible(PairWeights pairs, ColumnSlots slots)
    {
        var possible = 0L;
        for (var row = 0; row < pairs.Rows; row++)
            foreach (var column in pairs.ColumnsOf(row)) possible += slots.Places(column);
        return possible;
    }

    /// <summary>What is not possible costs nothing on the table, like being left alone: a row that gets it is left alone.</summary>
    internal static int[] OnTable(PairWeights pairs, ColumnSlots slots, long spread, CancellationToken stop)
    {
        var width = Math.Max(slots.Count, pairs.Rows);
        var costs = new long[pairs.Rows * width];
        for (var row = 0; row < pairs.Rows; row++)
        {
            var columns = pairs.ColumnsOf(row);
            var weights = pairs.WeightsOf(row);
            var line = costs.AsSpan(row * width, width);
            for (var at = 0; at < columns.Length; at++)
                for (int place = 0, slot = slots.First(columns[at]); place < slots.Places(columns[at]); place++, slot++)
                    line[slot] = Math.Min(0, place * spread - weights[at]);
        }
        var found = DenseAssignment.Least(costs, pairs.Rows, width, stop);
        for (var row = 0; row < found.Length; row++)
            if (costs[row * width + found[row]] == 0) found[row] = -1;
        return found;
    }
}

/// <summary>The places of all columns, one after the other: never more of a column than rows want it.</summary>
internal sealed class ColumnSlots
{
    private readonly int[] starts, columns;

    public ColumnSlots(ReadOnlySpan<int> places, ReadOnlySpan<int> wanted)
    {
        starts = new int[places.Length + 1];
        for (var column = 0; column < places.Length; column++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(places[column], nameof(places));
            starts[column + 1] = starts[column] + Math.Min(places[column], wanted[column]);
        }
        columns = new int[starts[^1]];
        for (var column = 0; column < places.Length; column++) columns.AsSpan(starts[column]..starts[column + 1]).Fill(column);
    }

    public int Count => columns.Length;

    public int First(int column) => starts[column];

    public int Places(int column) => starts[column + 1] - starts[column];

    public int ColumnOf(int slot) => columns[slot];
}
