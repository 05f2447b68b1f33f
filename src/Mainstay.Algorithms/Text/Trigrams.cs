namespace Mainstay.Algorithms.Text;

/// <summary>
/// Sets of three neighbouring units of a token, padded with two spaces ahead and one behind as PostgreSQL's pg_trgm does,
/// so that beginnings weigh more. A trigram is its three UTF-16 units in the low 48 bits of a number, first unit highest;
/// a set is an array of distinct ones, rising.
/// </summary>
public static class Trigrams
{
    private const ulong Mask = 0xFFFF_FFFF_FFFF;

    /// <summary>The set of <paramref name="token"/> (fold it first): at most its length + 1, none for an empty one. O(n log n).</summary>
    public static ulong[] Of(ReadOnlySpan<char> token)
    {
        if (token.IsEmpty) return [];
        var all = new ulong[token.Length + 1];
        var window = (ulong)' ' << 16 | ' ';
        for (var i = 0; i < all.Length; i++)
        {
            window = (window << 16 | (i < token.Length ? token[i] : ' ')) & Mask;
            all[i] = window;
        }
        Array.Sort(all);
        return Distinct(all);
    }

    /// <summary>The three units as text, as an index stores them.</summary>
    public static string Spell(ulong trigram) => string.Create(3, trigram, (units, packed) =>
        (units[0], units[1], units[2]) = ((char)(packed >> 32), (char)(packed >> 16), (char)packed));

    /// <summary>How many two sets have in common. O(n + m).</summary>
    public static int Common(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        int i = 0, j = 0, common = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) (common, i, j) = (common + 1, i + 1, j + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return common;
    }

    /// <summary>Common over all, in [0, 1] (Jaccard); null when both sets are empty. O(n + m).</summary>
    public static double? Jaccard(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var common = Common(a, b);
        return a.Length + b.Length == 0 ? null : common / (double)(a.Length + b.Length - common);
    }

    /// <summary>Twice the common over the sum of sizes, in [0, 1] (Dice); null when both sets are empty. O(n + m).</summary>
    public static double? Dice(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b) =>
        a.Length + b.Length == 0 ? null : 2.0 * Common(a, b) / (a.Length + b.Length);

    private static ulong[] Distinct(ulong[] sorted)
    {
        var kept = 1;
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] != sorted[kept - 1]) sorted[kept++] = sorted[i];
        return kept == sorted.Length ? sorted : sorted[..kept];
    }
}
