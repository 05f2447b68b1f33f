using Mainstay.Storage;

namespace Mainstay.Search;

/// <summary>A room whose things can be jumped to by typing: people, organizations.</summary>
public interface ISearchResults
{
    /// <summary>So many at most, the best first.</summary>
    Task<IReadOnlyList<SearchResult>> Find(Store store, string text, int most, DateOnly today, CancellationToken stop);
}

/// <summary>Something that answers to what was typed.</summary>
/// <param name="Kind"><c>person</c> or <c>organization</c>.</param>
/// <param name="Id">Which.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Subtitle">What else helps to know it again.</param>
/// <param name="Href">The page about it.</param>
/// <param name="Snippet">The text that was found, when that is not the title.</param>
public sealed record SearchResult(string Kind, Guid Id, string Title, string? Subtitle, string Href, string? Snippet);
