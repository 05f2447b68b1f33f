using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Algorithms.Text;

namespace Mainstay.Capture;

/// <summary>A word, a number or a sign of a line, and where it stands; a word with the quotation marks that stand at it.</summary>
public sealed partial record Piece(int At, string Text)
{
    /// <summary>The marks between which something is quoted, in English and German.</summary>
    private static readonly char[] Marks = [.. "\"“”„«»‘’‚‹›'"];

    /// <summary>Without the quotation marks that stand at it.</summary>
    public string Word { get; } = Bare(Text);

    /// <summary>As it is compared: small letters without accents and quotation marks.</summary>
    public string Fold { get; } = Bare(Text) switch { "w/" or "W/" => "with", "f/u" or "F/U" => "followup", var word => Folding.Fold(word) };

    public int End => At + Text.Length;

    public bool IsWord => char.IsLetterOrDigit(Word[0]) || (Word.Length > 1 && char.GetUnicodeCategory(Word[0]) == UnicodeCategory.CurrencySymbol);

    public bool IsCapital => char.IsUpper(Word[0]) || (char.IsLetter(Word[0]) && !char.IsLower(Word[0]));

    /// <summary>Something quoted begins with it.</summary>
    public bool Opens => Word[0] != Text[0];

    /// <summary>Something quoted ends with it.</summary>
    public bool Closes => Word[^1] != Text[^1] || (Text.Length == 1 && Array.IndexOf(Marks, Text[0]) >= 0);

    /// <summary>The pieces of a line, in their order.</summary>
    public static IReadOnlyList<Piece> Of(string line) => [.. Shape().Matches(line).Select(m => new Piece(m.Index, m.Value))];

    private static string Bare(string text) => text.Trim(Marks) is { Length: > 0 } word ? word : text;

    /// <summary>An address, a sum of money, a number with day and month, a word with what is joined to it, each with the quotation marks at it; else one sign.</summary>
    [GeneratedRegex(@"[""“”„«»‘’‚‹›']*(?:[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|\+\d[\d ()/\-]{5,}\d|https?://[^\s,]+|(?<!\d)\d{4}-\d{2}-\d{2}(?![\d-])|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}\b)?|\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?|\p{Sc}\d+(?:[.,]\d+)*[\p{L}]?|\d+[.,:]\d+|1:1|\bw/(?=\s)|\b[Ff]/[Uu]\b|\b[Ee]x(?=-\p{Lu})|[\p{L}\p{N}\p{M}]+(?:['’\-][\p{L}\p{N}\p{M}]+)*)[""“”„«»‘’‚‹›']*|[^\s]")]
    private static partial Regex Shape();
}
