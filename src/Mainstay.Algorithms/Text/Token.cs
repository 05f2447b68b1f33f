namespace Mainstay.Algorithms.Text;

/// <summary>How a token came about, which decides whether a query asks for it.</summary>
public enum TokenKind
{
    /// <summary>A whole word or number.</summary>
    Word,

    /// <summary>A whole e-mail address; its words follow as <see cref="Part"/>.</summary>
    Address,

    /// <summary>Two neighbouring letters of a script written without spaces.</summary>
    Pair,

    /// <summary>A letter of such a script that stands alone.</summary>
    Alone,

    /// <summary>The last letter of such a run: indexed so that every single letter begins some token; a query leaves it out.</summary>
    Last,

    /// <summary>A piece of a word or address that was given whole: indexed, but a query leaves it out.</summary>
    Part,
}

/// <summary>A piece of text to be found by.</summary>
/// <remarks>Valid until the enumeration goes on: take <c>Text.ToString()</c> to keep it.</remarks>
public readonly ref struct Token
{
    internal Token(ReadOnlySpan<char> text, int start, int end, TokenKind kind)
    {
        Text = text;
        Start = start;
        Length = end - start;
        Kind = kind;
    }

    /// <summary>The folded form, never empty.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Where it begins in the original, in UTF-16 units.</summary>
    public int Start { get; }

    /// <summary>How much of the original it covers, in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>How it came about.</summary>
    public TokenKind Kind { get; }

    /// <summary>Whether a query asks for it; an index holds every token.</summary>
    public bool IsAsked => Kind is not (TokenKind.Last or TokenKind.Part);
}
