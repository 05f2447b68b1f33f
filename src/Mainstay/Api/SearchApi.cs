using System.ComponentModel;
using Mainstay.Accounts;
using Mainstay.Search;

namespace Mainstay.Api;

/// <summary>What can be jumped to by typing; the command palette asks it too.</summary>
internal static class SearchApi
{
    private const int Usual = 8, Most = 50, LongestQuery = 300, OfEachOther = 2, Deepest = 10_000;

    private static readonly SearchResult Grace = new("person", Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), "Grace Hopper", "mentor · US Navy", "/people/019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01", null);

    public static void Map(ApiRoutes api) => api.Get("/search", Search, new("search", "Find people, organizations and what was written")
    {
        Chapter = "Search",
        About = "People answer to everything you wrote of them, organizations to their names: in any script, with or without accents, and typing mistakes are forgiven. The best come first. Of all kinds the beginning is answered; one `kind` is gone through by `cursor`, as far as the first 10,000. That goes on by counting: what is added or changed meanwhile may come twice or be passed over.",
        Parameters =
        [
            new("q", typeof(string), "What to look for.") { Example = "pricing" },
            new("kind", typeof(string), "Only what is of this kind, as `kinds` names it: `person`, `organization`, `candidate` and so on.") { Example = "person" },
            new("limit", typeof(int), $"How many at most, 1 to {Most}; {Usual} when not said.") { Example = Usual },
            Parameter.Cursor,
        ],
        Answer = AnswerShape.Of<SearchResults>("What was found; nothing when nothing was asked.", new SearchResults([Grace], [new("person", 1)], false, null, null)),
    });

    private static async Task<ApiAnswer> Search(ApiCall call)
    {
        var most = call.Number("limit", 1, Most) ?? Usual;
        var text = call.Asked("q")?.Trim() ?? "";
        if (text.Length > LongestQuery) text = text[..LongestQuery];
        var rooms = call.Services.GetServices<ISearchResults>().SeenBy(call.Store).ToList();
        var kind = call.Asked("kind");
        if (kind is not null && rooms.TrueForAll(r => r.Kind != kind)) throw ApiCall.Wrong("kind", "Api.NotOneOf", string.Join(", ", rooms.Select(r => r.Kind)));
        var skip = call.Cursor<Place>()?.Skip ?? 0;
        if (skip is < 0 or > Deepest || skip > 0 && kind is null) throw ApiCall.Wrong("cursor", "Api.NotACursor");
        var found = new List<(string Kind, SearchPart Part)>();
        if (text.Length > 0)
            foreach (var room in rooms)
                found.Add((room.Kind, await room.Find(call.Store, kind is null || kind == room.Kind ? new(text, skip, most) : new(text, 0, 0), call.Today, call.Stop)));
        var shown = Together(found.ConvertAll(f => f.Part.Results), most);
        var isMore = kind is not null && found.Exists(f => f.Kind == kind && f.Part.Total > skip + f.Part.Results.Count);
        return ApiAnswer.Of(new SearchResults(shown, [.. found.Where(f => f.Part.Total > 0).Select(f => new KindFound(f.Kind, f.Part.Total))],
            found.Exists(f => f.Part.Total > 0) && found.TrueForAll(f => f.Part.Total == 0 || f.Part.IsGuess),
            found.Select(f => f.Part.Meant).FirstOrDefault(m => m is not null),
            isMore && skip + most <= Deepest ? call.Next(new Place(skip + most)) : null));
    }

    /// <summary>People first, but some room is left for the others.</summary>
    private static IReadOnlyList<SearchResult> Together(List<IReadOnlyList<SearchResult>> found, int most)
    {
        if (found.Count == 0) return [];
        var others = found.Skip(1).Sum(f => Math.Min(f.Count, OfEachOther));
        var first = found[0].Take(Math.Max(most - others, most / 2)).ToList();
        return [.. first.Concat(found.Skip(1).SelectMany(f => f.Take(OfEachOther))).Concat(found[0].Skip(first.Count)).Concat(found.Skip(1).SelectMany(f => f.Skip(OfEachOther))).Take(most)];
    }

    internal sealed record SearchResults(
        [property: Description("The best first.")] IReadOnlyList<SearchResult> Results,
        [property: Description("How many of each kind there are in all; kinds of which nothing was found are left out.")] IReadOnlyList<KindFound> Kinds,
        [property: Description("Nothing has these words: what is answered has similar ones, or some of them.")] bool IsGuess,
        [property: Description("What was probably meant, where words were mistyped.")] string? Meant,
        [property: Description("The address of the part after this one, when one kind was asked for; null at the end.")] string? Next);

    internal sealed record KindFound(string Kind, int Total);

    private sealed record Place(int Skip);
}
