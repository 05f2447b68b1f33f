namespace Mainstay.Algorithms.Series;

/// <summary>
/// Ties grouped by their number of repeats: the costly gamma functions of a likelihood depend on that number alone, and
/// thousands of ties share a few dozen of them. The ties themselves stay in the order given, so that sums are reproducible.
/// </summary>
internal sealed class RepeatTable
{
    public RepeatTable(ReadOnlySpan<ContactHistory> ties)
    {
        Ties = ties.ToArray();
        foreach (var tie in Ties) tie.Check();
        Repeats = [.. Ties.Select(tie => tie.Repeats).Distinct().Order()];
        Index = Array.ConvertAll(Ties, tie => Array.BinarySearch(Repeats, tie.Repeats));
    }

    public ContactHistory[] Ties { get; }

    /// <summary>The distinct numbers of repeats, rising.</summary>
    public int[] Repeats { get; }

    /// <summary>For each tie the place of its number in <see cref="Repeats"/>.</summary>
    public int[] Index { get; }
}
