namespace Mainstay.Intake;

/// <summary>A recognised file, or a recognised part of one, ready to be read row by row.</summary>
/// <param name="File">Its name as the owner knows it.</param>
/// <param name="Format">What it was recognised as.</param>
/// <param name="Source">The kind of source, within which identities and fingerprints are compared.</param>
/// <param name="Rows">Reads it from the beginning, each time it is called.</param>
public sealed record Reading(string File, string Format, string Source, Func<ReadingContext, IEnumerable<Incoming>> Rows)
{
    /// <summary>Tells of contacts; those are read after the people.</summary>
    public bool HasTouches { get; init; }

    /// <summary>How much of it is read, 0 to 1, while it is being read; null when that cannot be said.</summary>
    public Func<double?> Share { get; init; } = () => null;

    /// <summary>It is a whole network, which is loaded as it is. Such a reading has no rows, and is the only one.</summary>
    public WholeSource? Whole { get; init; }

    /// <summary>The identities of the cards in it, and the names in them.</summary>
    public Func<IReadOnlyDictionary<string, string>>? Cards { get; init; }

    /// <summary>The owner's own profiles, as far as this file gives them away.</summary>
    public Func<IEnumerable<string>> OwnProfiles { get; init; } = () => [];
}

/// <summary>What a reading may need to know that is not in its file.</summary>
public sealed record ReadingContext
{
    /// <summary>Keep what was written in messages.</summary>
    public bool WithText { get; init; }

    /// <summary>The owner's day.</summary>
    public required DateOnly Today { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public IReadOnlySet<string> OwnProfiles { get; init; } = new HashSet<string>();

    /// <summary>Whether a profile belongs to somebody who is here already; the owner is not.</summary>
    public Func<string, bool> IsSomebodyElse { get; init; } = _ => false;

    /// <summary>The name in the card of this identity, in any file of the import or in one that came before; null when there is none.</summary>
    public Func<string, string?> NameInCard { get; init; } = _ => null;
}
