namespace Mainstay.Algorithms.Text;

/// <summary>
/// Brings together what a reader takes for the same: case, accents, widths, ligatures, kana, digits of any script. The
/// result is for comparing, never for showing. Independent of culture and machine, up to the Unicode version that .NET
/// knows; text folded once stays as it is when folded again.
/// </summary>
/// <remarks>
/// Compatibility decomposition (NFKD, UAX 15), lower case of the invariant culture, accents and Semitic vowel points
/// dropped, and by hand: ß ss, æ ae, œ oe, ø o, ł l, đ ð d, þ th, dotless ı i, ə e, final ς σ, ґ г, the Arabic letters
/// that keyboards interchange, katakana to hiragana, any dash to a hyphen, any apostrophe to the plain one, any space or
/// control to a space. Half a surrogate pair becomes U+FFFD. Indic and Thai vowel signs stay.
/// </remarks>
public static class Folding
{
    /// <summary>The folded form of <paramref name="text"/>; the same string when nothing changes. O(n).</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text)) return text.AsSpan().ContainsAnyInRange('A', 'Z') ? text.ToLowerInvariant() : text;
        using var writer = Write(text);
        return writer.Text.SequenceEqual(text) ? text : writer.Text.ToString();
    }

    /// <summary>The folded form of <paramref name="text"/>. O(n).</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        using var writer = Write(text);
        return writer.Text.ToString();
    }

    /// <summary>Whether folding is no more than lower case: printable ASCII without the backtick.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains('`');

    private static FoldWriter Write(ReadOnlySpan<char> text)
    {
        var writer = new FoldWriter(Math.Max(16, text.Length + text.Length / 8));
        for (var i = 0; i < text.Length;)
        {
            var codePoint = CodePoints.At(text, i, out var length);
            writer.Append(codePoint, i);
            i += length;
        }
        return writer;
    }
}
