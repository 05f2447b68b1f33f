using Mainstay.Search;

namespace Mainstay.Api;

/// <summary>What can be jumped to by typing.</summary>
internal static class SearchApi
{
    private const int Usual = 8, Most = 50, LongestQuery = 300, OfEachOther = 2;

    public static void Map(ApiRoutes api) => api.Get("/search", Search);

    private static async Task<object> Search(ApiCall call)
    {
        var most = call.Number("limit", 1, Most) ?? Usual;
        var text = call.Asked("q")?.Trim() ?? "";
        var found = new List<IReadOnlyList<SearchResult>>();
        if (text.Length > 0)
            foreach (var room in call.Services.GetServices<ISearchResults>()) found.Add(await room.Find(call.Store, text.Length > LongestQuery ? text[..LongestQuery] : text, most, call.Today, call.Stop));
        return new { Results = Together(found, most) };
    }

    /// <summary>People first, but some room is left for the others.</summary>
    private static IReadOnlyList<SearchResult> Together(List<IReadOnlyList<SearchResult>> found, int most)
    {
        if (found.Count == 0) return [];
        var others = found.Skip(1).Sum(f => Math.Min(f.Count, OfEachOther));
        var first = found[0].Take(Math.Max(most - others, most / 2)).ToList();
        return [.. first.Concat(found.Skip(1).SelectMany(f => f.Take(OfEachOther))).Concat(found[0].Skip(first.Count)).Concat(found.Skip(1).SelectMany(f => f.Skip(OfEachOther))).Take(most)];
    }
}
