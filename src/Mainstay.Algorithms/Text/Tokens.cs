namespace Mainstay.Algorithms.Text;

/// <summary>
/// Splits text of any script into folded tokens. Words by Unicode category, much as UAX 29 does, with an apostrophe between
/// letters dropped; e-mail addresses whole and in parts; scripts without spaces (Han, kana, Hangul, Thai, Lao, Khmer,
/// Myanmar) as overlapping pairs of letters.
/// </summary>
public static class Tokens
{
    /// <summary>A longer word is cut to this many folded UTF-16 units, a longer address to <see cref="MostOfAddress"/>.</summary>
    public const int MostOfWord = 64, MostOfAddress = 254;

    /// <summary>The tokens of <paramref name="text"/> in order of their beginning. O(n), no allocation per token.</summary>
    public static TokenEnumerator Of(ReadOnlySpan<char> text) => new(text);

    /// <summary>The folded tokens to store in an index, in order, repeated ones included.</summary>
    public static List<string> ForIndex(ReadOnlySpan<char> text)
    {
        var all = new List<string>();
        foreach (var token in Of(text)) all.Add(token.Text.ToString());
        return all;
    }

    /// <summary>The folded tokens a query asks for, in order, repeated ones included.</summary>
    public static List<string> ForQuery(ReadOnlySpan<char> text)
    {
        var asked = new List<string>();
        foreach (var token in Of(text))
            if (token.IsAsked) asked.Add(token.Text.ToString());
        return asked;
    }
}
