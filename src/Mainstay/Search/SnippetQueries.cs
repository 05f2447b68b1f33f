using Mainstay.Storage;

namespace Mainstay.Search;

internal static class SnippetQueries
{
    /// <summary>For each of these people the text that says most of what was looked for.</summary>
    public static async Task<Dictionary<Guid, Snippet>> SnippetsOf(this Store store, IReadOnlyList<PageLine> people, List<AskedWord> words, CancellationToken stop)
    {
        var (wanted, best) = (new WantedWords(words), new Dictionary<Guid, (double Worth, SearchText Text)>());
        foreach (var source in store.Follower<SearchFollower>()!.Sources)
        {
            var bits = source.Fields.Aggregate(0u, (all, f) => all | 1u << f.Code);
            var fields = people.Where(p => (p.Ranked.Fields & bits) != 0).ToDictionary(p => p.Person.Id, p => p.Ranked.Fields);
            foreach (var text in fields.Count == 0 ? [] : await source.TextsOf(store, fields.Keys, stop))
            {
                if ((fields[text.Person] >> text.Field.Code & 1) == 0) continue;
                var worth = wanted.WorthOf(text, best.TryGetValue(text.Person, out var before) ? before.Worth : 0);
                if (worth > before.Worth) best[text.Person] = (worth, text);
            }
        }
        return best.ToDictionary(b => b.Key, b => Snippets.Of(b.Value.Text, wanted));
    }
}
