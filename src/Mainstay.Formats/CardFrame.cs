using System.Text;

namespace Mainstay.Formats;

/// <summary>A logical line as a piece of the card's buffer, or a card nested at this place.</summary>
internal readonly record struct CardItem(int Start, int Length, long Number, CardFrame? Child)
{
    /// <summary>Where the line begins in its physical one, from 1.</summary>
    public int Column { get; init; } = 1;

    /// <summary>So many of its bytes stand on that physical line.</summary>
    public int First { get; init; }

    /// <summary>The column of what stands behind these bytes of the line; 1 when it stands on a further physical line.</summary>
    public int ColumnBehind(ReadOnlySpan<byte> bytes, Encoding charset) => bytes.Length >= First ? 1 : Column + (Ascii.IsValid(bytes) ? bytes.Length : charset.GetCharCount(bytes));
}

/// <summary>A card while it is being read: between its BEGIN and its END.</summary>
internal sealed class CardFrame(long line, CardFrame? parent, bool cued)
{
    public long Line { get; } = line;

    public CardFrame? Parent { get; } = parent;

    /// <summary>An AGENT stood before it, so that it is certainly nested and not a card whose predecessor lacks its END.</summary>
    public bool Cued { get; } = cued;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public List<CardItem> Items { get; } = [];

    /// <summary>vCard 2.1: folding keeps the white space.</summary>
    public bool IsOld { get; set; }

    public bool Ended { get; set; }

    /// <summary>It has no BEGIN; only its END will tell that it is a card at all.</summary>
    public bool Headless { get; init; }

    /// <summary>The first physical line with NULs in it, which were left out; 0 without.</summary>
    public long NulLine { get; set; }

    /// <summary>How many nested cards it holds that no AGENT announced.</summary>
    public int Uncued { get; set; }

    /// <summary>What every line of it begins with, when the whole card is indented.</summary>
    public byte[] Indent { get; init; } = [];
}
