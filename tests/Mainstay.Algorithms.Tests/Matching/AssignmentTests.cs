using System.Text.Json;
using FsCheck.Fluent;
using Mainstay.Algorithms.Matching;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Matching;

public sealed class AssignmentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int> Tables => [0, 1, 2];

    public static TheoryData<int> WithPlaces => [0, 1];

    [Theory, MemberData(nameof(Tables))]
    public void Costs_what_scipy_finds(int at)
    {
        var one = ReferenceNumbers.Read("matching").GetProperty("cases")[at];
        var cost = Rows(one.GetProperty("cost"));

        var columns = DenseAssignment.Least([.. cost.SelectMany(row => row)], cost.Length, cost[0].Length, Stop);

        Assert.Equal(columns.Length, columns.Distinct().Count());
        Assert.Equal(one.GetProperty("optimal_cost").GetInt64(), columns.Select((column, row) => cost[row][column]).Sum());
        var best = Assignment.Best(Weights(cost, (_, _) => true), Enumerable.Repeat(1, cost[0].Length).ToArray(), stop: Stop);
        Assert.Equal(one.GetProperty("max_value").GetInt64(), best.Select((column, row) => cost[row][column]).Sum());
    }

    [Theory, MemberData(nameof(WithPlaces))]
    public void Weighs_what_minimum_cost_flow_finds_with_places_and_exclusions(int at)
    {
        var one = ReferenceNumbers.Read("matching").GetProperty("capacitated")[at];
        var excluded = Rows(one.GetProperty("excluded")).Select(pair => (pair[0], pair[1])).ToHashSet();
        var pairs = Weights(Rows(one.GetProperty("score")), (row, column) => !excluded.Contains((row, column)));
        int[] places = [.. one.GetProperty("capacity").EnumerateArray().Select(c => c.GetInt32())];

        foreach (var found in Both(pairs, places, 0))
        {
            Assert.Equal(one.GetProperty("optimal_total").GetInt64(), Assignment.Total(pairs, found));
            Assert.All(found.Where(c => c >= 0).GroupBy(c => c), g => Assert.True(g.Count() <= places[g.Key]));
        }
    }

    [Fact]
    public void Nobody_and_nothing_is_nothing()
    {
        Assert.Empty(Assignment.Best(new(3), [1, 1, 1], stop: Stop));
        var none = new PairWeights(0);
        none.AddRow([]);
        Assert.Equal([-1], Assignment.Best(none, [], stop: Stop));
        var full = new PairWeights(1);
        full.AddRow([(0, 5)]);
        Assert.Equal([-1], Assignment.Best(full, [0], stop: Stop));
        Assert.Throws<ArgumentOutOfRangeException>(() => Assignment.Best(full, [-1], stop: Stop));
        Assert.Throws<ArgumentException>(() => Assignment.Best(full, [], stop: Stop));
        Assert.Throws<ArgumentException>(() => full.AddRow([(0, 1), (0, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => full.AddRow([(1, 1)]));
        Assert.Throws<ArgumentException>(() => DenseAssignment.Least([1, 2], 2, 1, Stop));
        Assert.Throws<OperationCanceledException>(() => Assignment.Best(Square(30), [.. Enumerable.Repeat(1, 30)], stop: new(true)));
    }

    [Fact]
    public void A_pair_that_is_worth_nothing_is_not_made()
    {
        var pairs = new PairWeights(2);
        pairs.AddRow([(0, 0), (1, -5)]);
        pairs.AddRow([(0, 3), (1, 4)]);

        Assert.All(Both(pairs, [1, 1], 0), found => Assert.Equal([-1, 1], found));
    }

    [Fact]
    public void With_equal_pairs_the_load_is_spread()
    {
        var pairs = new PairWeights(3);
        for (var row = 0; row < 6; row++) pairs.AddRow([(0, 10), (1, 10), (2, 10)]);

        Assert.All(Both(pairs, [6, 6, 6], 1), found => Assert.Equal([2, 2, 2], found.GroupBy(c => c).Select(g => g.Count())));
        Assert.All(Both(pairs, [6, 0, 0], 11), found => Assert.Equal(1, found.Count(c => c == 0)));
    }

    [Fact]
    public void Lists_and_the_table_weigh_as_much_as_every_possibility() => Hold(Problems, problem =>
    {
        var (pairs, places, spread) = problem;
        var best = Everything(pairs, places, spread, 0, [.. Enumerable.Repeat(-1, pairs.Rows)]);
        return Both(pairs, places, spread).All(found => Worth(pairs, found, spread) == best && found.Where(c => c >= 0).GroupBy(c => c).All(g => g.Count() <= places[g.Key]));
    });

    [Fact]
    public void A_large_table_and_its_lists_weigh_the_same()
    {
        var pairs = Square(150);
        int[] places = [.. Enumerable.Range(0, 150).Select(c => c % 3)];

        var totals = Both(pairs, places, 0).Select(found => Assignment.Total(pairs, found)).ToList();

        Assert.Equal(totals[0], totals[1]);
    }

    private static PairWeights Square(int size)
    {
        var (random, pairs) = (new Random(8), new PairWeights(size));
        for (var row = 0; row < size; row++) pairs.AddRow(Enumerable.Range(0, size).Select(c => (c, (long)random.Next(1, 100))));
        return pairs;
    }

    private static FsCheck.Gen<(PairWeights, int[], long)> Problems =>
        from rows in Gen.Choose(0, 5)
        from columns in Gen.Choose(1, 4)
        from weights in Gen.Choose(-2, 6).ArrayOf(rows * columns)
        from there in Gen.Choose(0, 3).ArrayOf(rows * columns)
        from places in Gen.Choose(0, 3).ArrayOf(columns)
        from spread in Gen.Choose(0, 2)
        select (Made(rows, columns, weights, there), places, (long)spread);

    private static PairWeights Made(int rows, int columns, int[] weights, int[] there)
    {
        var pairs = new PairWeights(columns);
        for (var row = 0; row < rows; row++) pairs.AddRow(Enumerable.Range(0, columns).Where(c => there[row * columns + c] > 0).Select(c => (c, (long)weights[row * columns + c])));
        return pairs;
    }

    /// <summary>By lists and on a table, whichever would be taken.</summary>
    private static List<int[]> Both(PairWeights pairs, int[] places, long spread)
    {
        var wanted = new int[pairs.Columns];
        for (var row = 0; row < pairs.Rows; row++)
            foreach (var column in pairs.ColumnsOf(row)) wanted[column]++;
        var slots = new ColumnSlots(places, wanted);
        int[] Columns(int[] found) => [.. found.Select(slot => slot < 0 ? -1 : slots.ColumnOf(slot))];
        return [Columns(Assignment.OnTable(pairs, slots, spread, default)), Columns(SparseAssignment.Best(pairs, slots, spread, default))];
    }

    private static long Worth(PairWeights pairs, int[] found, long spread) =>
        Assignment.Total(pairs, found) - found.Where(c => c >= 0).GroupBy(c => c).Sum(g => spread * g.Count() * (g.Count() - 1) / 2);

    private static long Everything(PairWeights pairs, int[] places, long spread, int row, int[] found)
    {
        if (row == pairs.Rows) return Worth(pairs, found, spread);
        found[row] = -1;
        var best = Everything(pairs, places, spread, row + 1, found);
        foreach (var column in pairs.ColumnsOf(row).ToArray())
        {
            if (found.Take(row).Count(c => c == column) >= places[column]) continue;
            found[row] = column;
            best = Math.Max(best, Everything(pairs, places, spread, row + 1, found));
        }
        found[row] = -1;
        return best;
    }

    private static PairWeights Weights(long[][] scores, Func<int, int, bool> isThere)
    {
        var pairs = new PairWeights(scores[0].Length);
        for (var row = 0; row < scores.Length; row++) pairs.AddRow(Enumerable.Range(0, scores[row].Length).Where(c => isThere(row, c)).Select(c => (c, scores[row][c])));
        return pairs;
    }

    private static long[][] Rows(JsonElement rows) => [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(n => n.GetInt64()).ToArray())];
}
