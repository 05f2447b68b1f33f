using Mainstay.Storage;

namespace Mainstay.Search;

/// <summary>Somebody who can be found. Its id is the person's; there is none for people in the trash.</summary>
public sealed class SearchPerson : IOwned
{
    public Guid SpaceId { get; set; }

    public required Guid Id { get; init; }

    /// <summary>A small number that stands for the person in the index; never given twice.</summary>
    public int Number { get; init; }

    public required string Name { get; set; }

    public required string SortKey { get; set; }
}

/// <summary>Which words of one source a person has: what is compared when their texts change.</summary>
public sealed class SearchDocument : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    /// <summary>The lowest field code of the source.</summary>
    public int Source { get; init; }

    public required byte[] Packed { get; set; }
}

/// <summary>Where a word stands: the packed <see cref="Postings"/> of one block of people.</summary>
public sealed class SearchTerm : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The folded word, or a whole name behind <see cref="Terms.WholeMark"/>.</summary>
    public required string Normal { get; init; }

    /// <summary>People are grouped by number, so that a word everybody has is not rewritten whole.</summary>
    public int Block { get; init; }

    public required byte[] Packed { get; set; }
}

/// <summary>The words that have three letters in a row: where mistyped words are looked for.</summary>
public sealed class SearchTrigram : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public long Trigram { get; init; }

    /// <summary>Sorted, one a line.</summary>
    public required string Words { get; set; }
}

/// <summary>How far the index of a space has come. One row in a space; none, or another version, means that it must be built.</summary>
public sealed class SearchState : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int Version { get; set; }

    public int NextNumber { get; set; }
}

/// <summary>How far an index has come.</summary>
/// <param name="Version">Of how words are cut.</param>
/// <param name="People">How many can be found.</param>
/// <param name="Numbers">All their numbers are below this.</param>
internal sealed record IndexSize(int Version, int People, int Numbers);
