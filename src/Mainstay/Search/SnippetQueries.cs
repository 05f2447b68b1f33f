using Mainstay.Storage;

namespace Mainstay.Search;

internal static class SnippetQueries
{
    /// <summary>For each of these people the text that says most of what was looked for.</summary>
    public static async Task<Dictionary<Guid, Snippet>> SnippetsOf(this Store store, IReadOnlyList<PageLine> people, List<AskedWord> words, CancellationToken stop)
    {
        var (follower, quotes) = (store.Follower<SearchFollower>()!, new Quotes(people, words));
        foreach (var line in people) quotes.Consider(new SearchText(line.Person.Id, follower.People!.Name, line.Person.Name));
        foreach (var source in follower.Sources.OrderByDescending(s => s.Fields.Max(f => f.Weight)))
        {
            // Of what piles up only as much is read as is needed, which is less than all of one person at a time.
            var piled = source.Fields.All(f => f.Typical is null);
            var missing = quotes.MissingFrom(source.Fields);
            if (!piled) await foreach (var text in source.TextsOf(store, missing, stop)) quotes.Consider(text);
            else foreach (var person in missing) await quotes.Consider(source.TextsOf(store, [person], stop));
        }
        return quotes.Snippets();
    }
}

/// <summary>Chooses a text to quote for each of the people found.</summary>
internal sealed class Quotes(IReadOnlyList<PageLine> people, List<AskedWord> words)
{
    private const int LongEnough = 20;

    private readonly WantedWords wanted = new(words);
    private readonly Dictionary<Guid, uint> fields = people.ToDictionary(p => p.Person.Id, p => p.Ranked.Fields);
    private readonly Dictionary<Guid, (double Worth, SearchText Text)> best = [];

    /// <summary>Those for whom one of these fields may say more than what there is.</summary>
    public List<Guid> MissingFrom(IReadOnlyList<SearchField> of) =>
        [.. fields.Where(p => of.Any(f => Has(p.Value, f) && wanted.Most(f) > best.GetValueOrDefault(p.Key).Worth)).Select(p => p.Key)];

    /// <summary>Takes the text if it says more; true when no text of its field can say more still.</summary>
    public bool Consider(SearchText text)
    {
        if (!Has(fields[text.Person], text.Field)) return false;
        var worth = wanted.WorthOf(text, best.GetValueOrDefault(text.Person).Worth);
        if (worth > best.GetValueOrDefault(text.Person).Worth) best[text.Person] = (worth, text);
        return worth >= wanted.Most(text.Field);
    }

    /// <summary>Looks through the texts of one person, until there is nothing better to be had or, if there is something, for long enough.</summary>
    public async Task Consider(IAsyncEnumerable<SearchText> pile)
    {
        var read = 0;
        await foreach (var text in pile)
            if (Consider(text) || (++read >= LongEnough && best.ContainsKey(text.Person))) break;
    }

    public Dictionary<Guid, Snippet> Snippets() => best.ToDictionary(b => b.Key, b => Search.Snippets.Of(b.Value.Text, wanted));

    private static bool Has(uint bits, SearchField field) => (bits >> field.Code & 1) != 0;
}
