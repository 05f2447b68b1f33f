using System.Text.RegularExpressions;
using Mainstay.Algorithms.Text;

namespace Mainstay.Capture;

/// <summary>A word, a number or a sign of a line, and where it stands.</summary>
public sealed partial record Piece(int At, string Text)
{
    /// <summary>As it is compared: small letters without accents.</summary>
    public string Fold { get; } = Folding.Fold(Text);

    public int End => At + Text.Length;

    public bool IsWord => char.IsLetterOrDigit(Text[0]);

    public bool IsCapital => char.IsUpper(Text[0]) || (char.IsLetter(Text[0]) && !char.IsLower(Text[0]));

    /// <summary>The pieces of a line, in their order.</summary>
    public static IReadOnlyList<Piece> Of(string line) => [.. Shape().Matches(line).Select(m => new Piece(m.Index, m.Value))];

    /// <summary>An address, a number with day and month, a word with what is joined to it, else one sign.</summary>
    [GeneratedRegex(@"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|\+\d[\d ()/\-]{5,}\d|https?://[^\s,]+|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}\b)?|\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?|\d+[.,:]\d+|1:1|\bw/(?=\s)|\b[Ee]x(?=-\p{Lu})|[\p{L}\p{N}\p{M}]+(?:['’\-][\p{L}\p{N}\p{M}]+)*|[^\s]")]
    private static partial Regex Shape();
}
