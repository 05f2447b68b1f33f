using Mainstay.Storage;

namespace Mainstay.Search;

internal static class SnippetQueries
{
    /// <summary>Of what piles up the first few are looked at, and of those of whom there is nothing yet to quote more, and at last all.</summary>
    private static readonly (int Skip, int Take)[] Parts = [(0, 30), (30, 300), (330, 1_000_000)];

    /// <summary>For each of these people the text that says most of what was looked for.</summary>
    public static async Task<Dictionary<Guid, Snippet>> SnippetsOf(this Store store, IReadOnlyList<PageLine> people, List<AskedWord> words, CancellationToken stop)
    {
        var (follower, quotes) = (store.Follower<SearchFollower>()!, new Quotes(people, words));
        foreach (var line in people) quotes.Consider(new SearchText(line.Person.Id, follower.People!.Name, line.Person.Name));
        foreach (var source in follower.Sources.OrderByDescending(s => s.Fields.Max(f => f.Weight)))
            foreach (var (skip, take) in source.Fields.All(f => f.Typical is null) ? Parts : [(0, int.MaxValue)])
            {
                var missing = quotes.MissingFrom(source.Fields, skip > 0);
                if (missing.Count == 0) break;
                await foreach (var text in source.PartOf(store, missing, new(quotes.FieldsOf(missing), skip, take), stop)) quotes.Consider(text);
            }
        return quotes.Snippets();
    }
}

/// <summary>Chooses a text to quote for each of the people found.</summary>
internal sealed class Quotes(IReadOnlyList<PageLine> people, List<AskedWord> words)
{
    private readonly WantedWords wanted = new(words);
    private readonly Dictionary<Guid, uint> fields = people.ToDictionary(p => p.Person.Id, p => p.Ranked.Fields);
    private readonly Dictionary<Guid, (double Worth, SearchText Text)> best = [];

    /// <summary>Those for whom one of these fields may say more than what there is; or only those of whom there is nothing at all.</summary>
    public List<Guid> MissingFrom(IReadOnlyList<SearchField> of, bool withNothing) =>
        [.. fields.Where(p => of.Any(f => Has(p.Value, f) && (withNothing ? !best.ContainsKey(p.Key) : wanted.Most(f) > best.GetValueOrDefault(p.Key).Worth))).Select(p => p.Key)];

    /// <summary>In which fields any of them has words of the query, as bits.</summary>
    public uint FieldsOf(IEnumerable<Guid> of) => of.Aggregate(0u, (all, person) => all | fields[person]);

    /// <summary>Takes the text if it says more.</summary>
    public void Consider(SearchText text)
    {
        if (!Has(fields[text.Person], text.Field)) return;
        var worth = wanted.WorthOf(text, best.GetValueOrDefault(text.Person).Worth);
        if (worth > best.GetValueOrDefault(text.Person).Worth) best[text.Person] = (worth, text);
    }

    public Dictionary<Guid, Snippet> Snippets() => best.ToDictionary(b => b.Key, b => Search.Snippets.Of(b.Value.Text, wanted));

    private static bool Has(uint bits, SearchField field) => (bits >> field.Code & 1) != 0;
}
