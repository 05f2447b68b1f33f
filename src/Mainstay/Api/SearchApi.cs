using System.ComponentModel;
using Mainstay.Accounts;
using Mainstay.Search;

namespace Mainstay.Api;

/// <summary>What can be jumped to by typing; the command palette asks it too.</summary>
internal static class SearchApi
{
    private const int Usual = 8, Most = 50, LongestQuery = 300, OfEachOther = 2;

    private static readonly SearchResult Grace = new("person", Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), "Grace Hopper", "mentor · US Navy", "/people/019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01", null);

    public static void Map(ApiRoutes api) => api.Get("/search", Search, new("search", "Find people and organizations")
    {
        Chapter = "Search",
        About = "People answer to everything you wrote of them, organizations to their names: in any script, with or without accents, and typing mistakes are forgiven. The best come first.",
        Parameters =
        [
            new("q", typeof(string), "What to look for.") { Example = "pricing" },
            new("limit", typeof(int), $"How many at most, 1 to {Most}; {Usual} when not said.") { Example = Usual },
        ],
        Answer = AnswerShape.Of<SearchResults>("What was found; nothing when nothing was asked.", new SearchResults([Grace])),
    });

    private static async Task<ApiAnswer> Search(ApiCall call)
    {
        var most = call.Number("limit", 1, Most) ?? Usual;
        var text = call.Asked("q")?.Trim() ?? "";
        var found = new List<IReadOnlyList<SearchResult>>();
        if (text.Length > 0)
            foreach (var room in call.Services.GetServices<ISearchResults>().SeenBy(call.Store)) found.Add(await room.Find(call.Store, text.Length > LongestQuery ? text[..LongestQuery] : text, most, call.Today, call.Stop));
        return ApiAnswer.Of(new SearchResults(Together(found, most)));
    }

    /// <summary>People first, but some room is left for the others.</summary>
    private static IReadOnlyList<SearchResult> Together(List<IReadOnlyList<SearchResult>> found, int most)
    {
        if (found.Count == 0) return [];
        var others = found.Skip(1).Sum(f => Math.Min(f.Count, OfEachOther));
        var first = found[0].Take(Math.Max(most - others, most / 2)).ToList();
        return [.. first.Concat(found.Skip(1).SelectMany(f => f.Take(OfEachOther))).Concat(found[0].Skip(first.Count)).Concat(found.Skip(1).SelectMany(f => f.Skip(OfEachOther))).Take(most)];
    }

    internal sealed record SearchResults([property: Description("The best first.")] IReadOnlyList<SearchResult> Results);
}
