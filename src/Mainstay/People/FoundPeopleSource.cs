using Mainstay.Search;
using Mainstay.Storage;

namespace Mainstay.People;

/// <summary>People to jump to, by anything written of them.</summary>
internal sealed class FoundPeopleSource(IEnumerable<IPersonFacts> rooms) : ISearchResults
{
    private static readonly string[] Beside = ["roles", "organization"];

    public async Task<IReadOnlyList<SearchResult>> Find(Store store, string text, int most, DateOnly today, CancellationToken stop)
    {
        var (people, answer) = await store.PeopleFound(new(text) { Take = most }, stop);
        var listed = await store.WithFacts(people, rooms.Where(r => r.Names.Any(Beside.Contains)), today, stop);
        var snippets = answer.Hits.ToDictionary(h => h.PersonId, h => h.Snippet is { Field: not "name" } snippet ? snippet.Text : null);
        return [.. listed.Select(p => new SearchResult("person", p.Id, p.Name, Subtitle(p), $"/people/{p.Id}", snippets.GetValueOrDefault(p.Id)))];
    }

    private static string? Subtitle(ListedPerson person) =>
        string.Join(" · ", Beside.Select(f => PersonFacts.InWords(person.Facts.GetValueOrDefault(f))).Where(w => w.Length > 0)) is { Length: > 0 } words ? words : null;
}
