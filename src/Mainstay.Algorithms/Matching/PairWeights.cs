namespace Mainstay.Algorithms.Matching;

/// <summary>Which rows may be paired with which columns, and how good each pair would be. A pair that is not there is not possible at all.</summary>
public sealed class PairWeights
{
    private readonly List<int> starts = [0], columns = [];
    private readonly List<long> weights = [];

    /// <param name="columns">How many columns there are; 0 or more.</param>
    public PairWeights(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Columns = columns;
    }

    public int Columns { get; }

    public int Rows => starts.Count - 1;

    /// <summary>How many pairs are possible.</summary>
    public int Count => columns.Count;

    /// <summary>Adds the next row.</summary>
    /// <param name="pairs">The columns it may be paired with, each once, and what each pair weighs: more is better, one of 0 or less is never made.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A column stands twice.</exception>
    public void AddRow(IEnumerable<(int Column, long Weight)> pairs)
    {
        var first = columns.Count;
        foreach (var (column, weight) in pairs)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column, nameof(pairs));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns, nameof(pairs));
            columns.Add(column);
            weights.Add(weight);
        }
        if (Of(first).Distinct().Count() != columns.Count - first) throw new ArgumentException("A column stands twice in a row.", nameof(pairs));
        starts.Add(columns.Count);
    }

    /// <summary>The columns of a row, in the order in which they were added.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(columns)[starts[row]..starts[row + 1]];

    /// <summary>What the pairs of a row weigh, in the same order.</summary>
    public ReadOnlySpan<long> WeightsOf(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(weights)[starts[row]..starts[row + 1]];

    /// <summary>What a pair weighs; null when it is not possible. O(pairs of the row).</summary>
    public long? WeightOf(int row, int column) => ColumnsOf(row).IndexOf(column) is >= 0 and var at ? WeightsOf(row)[at] : null;

    private IEnumerable<int> Of(int first) => columns.Skip(first);
}
