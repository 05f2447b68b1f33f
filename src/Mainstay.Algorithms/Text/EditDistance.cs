using System.Buffers;

namespace Mainstay.Algorithms.Text;

/// <summary>
/// How many typing mistakes lie between two texts: inserted, dropped or changed units, or two neighbours exchanged, where
/// no unit is touched twice (the "optimal string alignment" form of Damerau and Levenshtein).
/// </summary>
public static class EditDistance
{
    /// <summary>
    /// The distance in UTF-16 units if it is at most <paramref name="bound"/> ≥ 0, else null. O(bound · shorter length),
    /// no allocation for texts up to about 250 units.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative.</exception>
    public static int? Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bound);
        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        var suffix = 0;
        while (suffix < Math.Min(a.Length, b.Length) && a[^(suffix + 1)] == b[^(suffix + 1)]) suffix++;
        a = a[..^suffix];
        b = b[..^suffix];
        bound = Math.Min(bound, Math.Max(a.Length, b.Length));
        if (Math.Abs(a.Length - b.Length) > bound) return null;
        if (a.IsEmpty || b.IsEmpty) return Math.Max(a.Length, b.Length);
        var width = b.Length + 1;
        if (width <= 256) return Within(a, b, bound, stackalloc int[3 * width]);
        var rented = ArrayPool<int>.Shared.Rent(3 * width);
        var distance = Within(a, b, bound, rented);
        ArrayPool<int>.Shared.Return(rented);
        return distance;
    }

    /// <summary>Fills the table row by row, only the band of cells that can still be within the bound.</summary>
    private static int? Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int bound, Span<int> rows)
    {
        var (width, beyond) = (b.Length + 1, bound + 1);
        var earlier = rows[..width];
        var before = rows[width..(2 * width)];
        var current = rows[(2 * width)..(3 * width)];
        for (var j = 0; j < width; j++) before[j] = Math.Min(j, beyond);
        earlier.Fill(beyond);
        for (var i = 1; i <= a.Length; i++)
        {
            var (low, high) = (Math.Max(1, i - bound), Math.Min(b.Length, i + bound));
            current[low - 1] = low == 1 ? Math.Min(i, beyond) : beyond;
            var best = current[low - 1];
            for (var j = low; j <= high; j++)
            {
                var cell = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cell = Math.Min(cell, Math.Min(before[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cell = Math.Min(cell, earlier[j - 2] + 1);
                best = Math.Min(best, current[j] = Math.Min(cell, beyond));
            }
            if (high < b.Length) current[high + 1] = beyond;
            if (best > bound) return null;
            var spare = earlier;
            earlier = before;
            before = current;
            current = spare;
        }
        return before[b.Length] <= bound ? before[b.Length] : null;
    }
}
