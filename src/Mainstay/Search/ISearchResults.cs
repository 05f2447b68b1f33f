using System.Text.Json.Serialization;
using Mainstay.Storage;

namespace Mainstay.Search;

/// <summary>A room whose things can be found by typing: people, organizations, candidates.</summary>
public interface ISearchResults
{
    /// <summary>What it finds: <c>person</c>, <c>organization</c> or <c>candidate</c>.</summary>
    string Kind { get; }

    /// <summary>A part of what answers, the best first.</summary>
    Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop);

    /// <summary>So many at most, the best first.</summary>
    async Task<IReadOnlyList<SearchResult>> Find(Store store, string text, int most, DateOnly today, CancellationToken stop) => (await Find(store, new SearchWish(text, 0, most), today, stop)).Results;
}

/// <summary>What was typed, and which part of the answer is wanted.</summary>
public sealed record SearchWish(string Text, int Skip, int Take);

/// <summary>A part of what answers to what was typed.</summary>
/// <param name="Results">This part, the best first.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="IsGuess">Nothing has these words: it has similar ones, or some of them.</param>
/// <param name="Meant">What was probably meant, when words were mistyped.</param>
public sealed record SearchPart(IReadOnlyList<SearchResult> Results, int Total, bool IsGuess = false, string? Meant = null);

/// <summary>Something that answers to what was typed.</summary>
/// <param name="Kind"><c>person</c>, <c>organization</c> or <c>candidate</c>.</param>
/// <param name="Id">Which.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Subtitle">What else helps to know it again.</param>
/// <param name="Href">The page about it.</param>
/// <param name="Snippet">The text that was found, when that is not the title.</param>
public sealed record SearchResult(string Kind, Guid Id, string Title, string? Subtitle, string Href, string? Snippet)
{
    /// <summary>Which parts of the title were looked for.</summary>
    [JsonIgnore]
    public IReadOnlyList<Mark> TitleMarks { get; init; } = [];

    /// <summary>What kind of text the snippet is from: the name of its field.</summary>
    [JsonIgnore]
    public string? SnippetField { get; init; }

    /// <summary>Which parts of the snippet were looked for.</summary>
    [JsonIgnore]
    public IReadOnlyList<Mark> SnippetMarks { get; init; } = [];
}
