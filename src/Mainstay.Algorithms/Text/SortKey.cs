using System.Text;

namespace Mainstay.Algorithms.Text;

/// <summary>
/// A key by which names sort the same everywhere: compare its UTF-8 bytes (SQLite's BINARY, PostgreSQL's "C"; in memory
/// <see cref="Compare"/>). No national order: å sorts with a. Store it, and rebuild the stored ones when the form changes.
/// </summary>
public static class SortKey
{
    /// <summary>The most UTF-16 units of a key.</summary>
    public const int Most = 256;

    /// <summary>Whole numbers are filled with zeros to this many digits, so that "Circle 2" comes ahead of "Circle 10".</summary>
    public const int Digits = 8;

    /// <summary>
    /// The key of a name given in parts, the most important first ("Lovelace", "Ada"); empty parts are left out. Each
    /// part is folded, keeps its letters and digits with single spaces between, and ends in a double space, which sorts
    /// ahead of everything: all of "Li" come ahead of all of "Li Wei". Without any letter the folded text itself. O(n).
    /// </summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            if (string.IsNullOrWhiteSpace(part)) continue;
            if (key.Length > 0) key.Append("  ");
            Append(key, Folding.Fold(part));
        }
        return Cut(key);
    }

    /// <summary>The order of keys as their UTF-8 bytes have it, which differs from ordinal strings beyond U+FFFF.</summary>
    public static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var common = a.CommonPrefixLength(b);
        if (common == a.Length || common == b.Length) return a.Length.CompareTo(b.Length);
        return Rank(a[common]).CompareTo(Rank(b[common]));
    }

    /// <summary>Surrogates stand for code points above all others.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;

    private static void Append(StringBuilder key, string folded)
    {
        var start = key.Length;
        for (var i = 0; i < folded.Length;)
        {
            var kind = CodePoints.Kind(CodePoints.At(folded, i, out var length));
            if (kind == CodePointKind.Digit) i = AppendNumber(key, folded, i);
            else
            {
                if (kind is CodePointKind.Letter or CodePointKind.Unspaced or CodePointKind.Extend) key.Append(folded, i, length);
                else if (kind == CodePointKind.Separator && key.Length > start && key[^1] != ' ') key.Append(' ');
                i += length;
            }
        }
        while (key.Length > start && key[^1] == ' ') key.Length--;
        if (key.Length == start) key.Append(folded.AsSpan().Trim());
    }

    private static int AppendNumber(StringBuilder key, string folded, int start)
    {
        var end = start;
        while (end < folded.Length && char.IsAsciiDigit(folded[end])) end++;
        if (end == start) end += char.IsHighSurrogate(folded[start]) ? 2 : 1;
        key.Append('0', Math.Max(0, Digits - (end - start))).Append(folded, start, end - start);
        return end;
    }

    private static string Cut(StringBuilder key)
    {
        if (key.Length > Most) key.Length = char.IsHighSurrogate(key[Most - 1]) ? Most - 1 : Most;
        return key.ToString();
    }
}
