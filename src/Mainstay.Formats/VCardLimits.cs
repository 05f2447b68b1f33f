namespace Mainstay.Formats;

/// <summary>What a reader refuses, and says so, instead of letting one file take all memory. All inclusive.</summary>
public sealed record VCardLimits
{
    /// <summary>Bytes of one card, unfolded, with the cards nested in it. 20 MB.</summary>
    public int CardBytes { get; init; } = 20_000_000;

    /// <summary>Bytes of one file. 2 GB.</summary>
    public long FileBytes { get; init; } = 2_000_000_000;

    /// <summary>How deep cards may be nested in a card.</summary>
    public int Nesting { get; init; } = 16;

    /// <summary>Properties of one card (unfolded lines), with those of the cards nested in it.</summary>
    public int CardLines { get; init; } = 100_000;

    public static VCardLimits Default { get; } = new();
}
