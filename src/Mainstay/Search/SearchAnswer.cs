namespace Mainstay.Search;

/// <summary>What is looked for, and which part of the answer is wanted.</summary>
public sealed record SearchQuery(string Text)
{
    public int Skip { get; init; }

    public int Take { get; init; } = 20;

    /// <summary>Only among these people; everybody when null.</summary>
    public IReadOnlyCollection<Guid>? Among { get; init; }

    /// <summary>Each hit quotes the text that says most. Quotes are looked for person by person: who shows none should not ask for them.</summary>
    public bool WithSnippets { get; init; } = true;
}

/// <summary>The people found, the best first.</summary>
/// <param name="Hits">This part of them.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="IsGuess">Nobody has these words: they are people with similar words, or with some of them.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Total, bool IsGuess)
{
    /// <summary>The query with similar words in the place of mistyped ones; null when it is not known what was meant.</summary>
    public string? Meant { get; init; }

    public bool HasMore(SearchQuery query) => query.Skip + Hits.Count < Total;
}

/// <summary>Everybody who was found, without order.</summary>
/// <param name="Scores">How well; larger is better.</param>
/// <param name="IsGuess">Nobody has these words: they are people with similar words, or with some of them.</param>
public sealed record ScoresFound(IReadOnlyDictionary<Guid, double> Scores, bool IsGuess);

/// <summary>A person, and why they were found.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Score">Larger is better; people with the same score are sorted by name.</param>
/// <param name="Fields">Where the words stand, by the names of the fields, the weightiest first.</param>
/// <param name="Snippet">The text that says most; null when none was asked for, or it has changed in this moment.</param>
public sealed record SearchHit(Guid PersonId, string Name, double Score, IReadOnlyList<string> Fields, Snippet? Snippet);

/// <summary>A piece of a text, in one line.</summary>
/// <param name="Field">The name of the field it is from.</param>
/// <param name="Text">The piece, with … where something was left out.</param>
/// <param name="Marks">Which parts of it were looked for, in order, in UTF-16 units.</param>
public sealed record Snippet(string Field, string Text, IReadOnlyList<Mark> Marks);

public readonly record struct Mark(int Start, int Length);
