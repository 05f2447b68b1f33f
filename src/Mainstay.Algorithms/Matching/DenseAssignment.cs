using System.Numerics;

namespace Mainstay.Algorithms.Matching;

/// <summary>
/// The linear assignment problem on a full table: Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear
/// assignment problems", Computing 38 (1987); the search for the shortest path goes over whole vectors at a time.
/// </summary>
public static class DenseAssignment
{
    /// <summary>Gives every row a column of its own so that the costs together are least. O(rows² · columns).</summary>
    /// <param name="costs">Row by row; the costs of a whole assignment must stay within ±2^60.</param>
    /// <param name="rows">0 or more.</param>
    /// <param name="columns">At least as many as rows.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>For each row its column.</returns>
    /// <exception cref="ArgumentException">The table is not of this size, or has fewer columns than rows.</exception>
    public static int[] Least(ReadOnlySpan<long> costs, int rows, int columns, CancellationToken stop = default)
    {
        if (columns < rows) throw new ArgumentException("There are fewer columns than rows.", nameof(columns));
        if (costs.Length != (long)rows * columns) throw new ArgumentException("The table is not of this size.", nameof(costs));
        if (rows == 0) return [];
        var search = new Search(costs, rows, columns);
        if (rows == columns) search.ReduceColumns();
        search.ReduceRows(stop);
        search.AugmentAll(stop);
        return search.ColumnOf;
    }

    private readonly ref struct Search
    {
        /// <summary>Farther than anything; its double is still a number.</summary>
        private const long Far = long.MaxValue / 2 - 1;

        private readonly ReadOnlySpan<long> costs;
        private readonly int columns;
        private readonly int[] rowOf;
        private readonly List<int> free;

        /// <summary>What a column is worth: its price is lowered while it is wanted by more than one. Only a column that is taken has another price than 0, unless all will be taken.</summary>
        private readonly long[] prices;

        private readonly long[] distances, before, reached;

        /// <summary>1 where a column is taken: of two as near, the free one comes first, for it ends the search.</summary>
        private readonly long[] taken;

        public Search(ReadOnlySpan<long> costs, int rows, int columns)
        {
            this.costs = costs;
            this.columns = columns;
            ColumnOf = new int[rows];
            Array.Fill(ColumnOf, -1);
            rowOf = new int[columns];
            Array.Fill(rowOf, -1);
            prices = new long[columns];
            (distances, before, reached, taken) = (new long[columns], new long[columns], new long[columns], new long[columns]);
            free = [.. Enumerable.Range(0, rows)];
        }

        public int[] ColumnOf { get; }

        private ReadOnlySpan<long> Line(int row) => costs.Slice(row * columns, columns);

        /// <summary>On a square table each column begins at its least cost, and takes the row of it where that row is still free.</summary>
        public void ReduceColumns()
        {
            var least = new int[columns];
            Array.Fill(prices, long.MaxValue);
            for (var row = 0; row < ColumnOf.Length; row++)
            {
                var line = Line(row);
                for (var column = 0; column < columns; column++)
                    if (line[column] < prices[column]) (prices[column], least[column]) = (line[column], row);
            }
            var times = new int[ColumnOf.Length];
            for (var column = columns - 1; column >= 0; column--)
                if (times[least[column]]++ == 0) (rowOf[column], ColumnOf[least[column]]) = (least[column], column);
            free.Clear();
            for (var row = 0; row < ColumnOf.Length; row++)
            {
                if (times[row] == 0) free.Add(row);
                else if (times[row] == 1 && columns > 1) prices[ColumnOf[row]] -= LeastBut(row, ColumnOf[row]);
            }
        }

        /// <summary>How much more the row's next best column would cost.</summary>
        private long LeastBut(int row, int but)
        {
            var line = Line(row);
            var least = long.MaxValue;
            for (var column = 0; column < columns; column++)
                if (column != but) least = Math.Min(least, line[column] - prices[column]);
            return least;
        }

        /// <summary>Each free row takes its best column and lowers its price to where the second best is as good; who had it looks again. Twice over all.</summary>
        public void ReduceRows(CancellationToken stop)
        {
            if (columns < 2) return;
            for (var pass = 0; pass < 2; pass++)
            {
                var waiting = free.ToArray();
                free.Clear();
                var (at, steps) = (0, 0L);
                while (at < waiting.Length)
                {
                    stop.ThrowIfCancellationRequested();
                    var row = waiting[at++];
                    var (best, second) = TwoBest(row);
                    var isBetter = best.Cost < second.Cost;
                    if (isBetter) prices[best.Column] -= second.Cost - best.Cost;
                    var column = isBetter || rowOf[best.Column] < 0 ? best.Column : second.Column;
                    var ousted = rowOf[column];
                    (rowOf[column], ColumnOf[row]) = (row, column);
                    if (ousted < 0) continue;
                    ColumnOf[ousted] = -1;
                    if (isBetter && steps++ < 10L * columns) waiting[--at] = ousted; // a war of prices may go on for ever so long
                    else free.Add(ousted);
                }
            }
        }

        private ((long Cost, int Column) Best, (long Cost, int Column) Second) TwoBest(int row)
        {
            var line = Line(row);
            var (best, second) = ((Cost: long.MaxValue, Column: -1), (Cost: long.MaxValue, Column: -1));
            var column = 0;
            // Most columns are worse than the second best so far: they are passed over a vector at a time.
            for (; column < columns; column++)
            {
                if (second.Column >= 0)
                {
                    var limit = new Vector<long>(second.Cost);
                    while (column + Vector<long>.Count <= columns && Vector.GreaterThanOrEqualAll(new Vector<long>(line[column..]) - new Vector<long>(prices, column), limit)) column += Vector<long>.Count;
                    if (column >= columns) break;
                }
                var cost = line[column] - prices[column];
                if (cost >= second.Cost) continue;
                if (cost < best.Cost) (best, second) = ((cost, column), best);
                else second = (cost, column);
            }
            return (best, second);
        }

        public void AugmentAll(CancellationToken stop)
        {
            for (var column = 0; column < columns; column++) taken[column] = rowOf[column] < 0 ? 0 : 1;
            foreach (var row in free)
            {
                stop.ThrowIfCancellationRequested();
                Augment(row);
            }
        }

        /// <summary>The shortest way from a free row to a free column (Dijkstra); all rows on it move by one.</summary>
        private void Augment(int start)
        {
            Array.Fill(distances, Far);
            Array.Clear(reached);
            var (row, far, least) = (start, 0L, -1);
            while (true)
            {
                // What the way to this row has cost, less what the row pays where it is.
                var paid = least < 0 ? 0 : Line(row)[least] - prices[least] - far;
                least = Relax(row, paid);
                far = distances[least];
                if (rowOf[least] < 0) break;
                reached[least] = -1;
                row = rowOf[least];
            }
            for (var column = 0; column < columns; column++)
                if (reached[column] != 0) prices[column] += distances[column] - far;
            taken[least] = 1;
            for (var column = least; ;)
            {
                var from = (int)before[column];
                rowOf[column] = from;
                (ColumnOf[from], column) = (column, ColumnOf[from]);
                if (from == start) break;
            }
        }

        /// <summary>Shortens the ways that go through this row; the column nearest of those not reached.</summary>
        private int Relax(int row, long paid)
        {
            var line = Line(row);
            var (nearest, at, column) = (new Vector<long>(long.MaxValue), new Vector<long>(-1), 0);
            var (paying, from, steps, index) = (new Vector<long>(paid), new Vector<long>(row), new Vector<long>(Vector<long>.Count), Vector<long>.Indices);
            for (; column + Vector<long>.Count <= columns; column += Vector<long>.Count, index += steps)
            {
                var (distance, done) = (new Vector<long>(distances, column), new Vector<long>(reached, column));
                var way = new Vector<long>(line[column..]) - new Vector<long>(prices, column) - paying;
                var shorter = Vector.AndNot(Vector.LessThan(way, distance), done);
                if (Vector.EqualsAny(shorter, new Vector<long>(-1)))
                {
                    distance = Vector.ConditionalSelect(shorter, way, distance);
                    distance.CopyTo(distances, column);
                    Vector.ConditionalSelect(shorter, from, new Vector<long>(before, column)).CopyTo(before, column);
                }
                var key = distance + distance + new Vector<long>(taken, column);
                var nearer = Vector.AndNot(Vector.LessThan(key, nearest), done);
                nearest = Vector.ConditionalSelect(nearer, key, nearest);
                at = Vector.ConditionalSelect(nearer, index, at);
            }
            var (least, found) = (long.MaxValue, -1);
            for (var lane = 0; lane < Vector<long>.Count; lane++)
                if (at[lane] >= 0 && (nearest[lane] < least || nearest[lane] == least && at[lane] < found)) (least, found) = (nearest[lane], (int)at[lane]);
            for (; column < columns; column++)
            {
                if (reached[column] != 0) continue;
                var way = line[column] - prices[column] - paid;
                if (way < distances[column]) (distances[column], before[column]) = (way, row);
                var key = 2 * distances[column] + taken[column];
                if (key < least) (least, found) = (key, column);
            }
            return found;
        }
    }
}
