using Mainstay.Search;
using Mainstay.Storage;

namespace Mainstay.People;

/// <summary>People to jump to, by anything written of them.</summary>
internal sealed class FoundPeopleSource(IEnumerable<IPersonFacts> rooms) : ISearchResults
{
    private static readonly string[] Beside = ["roles", "organization"];

    public string Kind => "person";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var (people, answer) = await store.PeopleFound(new(wish.Text) { Skip = wish.Skip, Take = wish.Take }, stop);
        var listed = await store.WithFacts(people, rooms.Where(r => r.Names.Any(Beside.Contains)), today, stop);
        var snippets = answer.Hits.ToDictionary(h => h.PersonId, h => h.Snippet);
        return new([.. listed.Select(p => Result(p, snippets.GetValueOrDefault(p.Id)))], answer.Total, answer.IsGuess, answer.Meant);
    }

    private SearchResult Result(ListedPerson person, Snippet? snippet) => snippet is { Field: not "name" }
        ? new(Kind, person.Id, person.Name, Subtitle(person), $"/people/{person.Id}", snippet.Text) { SnippetField = snippet.Field, SnippetMarks = snippet.Marks }
        : new(Kind, person.Id, person.Name, Subtitle(person), $"/people/{person.Id}", null) { TitleMarks = snippet?.Text == person.Name ? snippet.Marks : [] };

    private static string? Subtitle(ListedPerson person) =>
        string.Join(" · ", Beside.Select(f => PersonFacts.Said(f, person.Facts.GetValueOrDefault(f))).Where(w => w.Length > 0)) is { Length: > 0 } words ? words : null;
}
