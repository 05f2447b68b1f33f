using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>Whom somebody means by what they typed.</summary>
/// <param name="Typed">What they typed.</param>
/// <param name="People">The one who is meant; several who may be; nobody.</param>
/// <param name="IsSure">Whether it is the one. Else they are only near.</param>
public sealed record WhoMeant(string Typed, IReadOnlyList<PersonLine> People, bool IsSure);

public static class WhoQueries
{
    private const int MostSuggested = 8, MostNames = 50;

    /// <summary>Names with commas between them, each with whom it may mean: by name, id or e-mail address, else by what comes near.</summary>
    public static async Task<IReadOnlyList<WhoMeant>> Meant(this Store store, string? typed, CancellationToken stop)
    {
        var names = (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostNames).ToList();
        if (names.Count == 0) return [];
        var all = await store.People.Select(p => new { p.Id, p.Name, p.Nickname }).ToListAsync(stop);
        var meant = new List<WhoMeant>();
        foreach (var name in names)
        {
            var email = Contacts.Email(name);
            List<Guid> exactly = Guid.TryParse(name, out var id) ? [id] : email is null ? [] : await store.ContactPoints.Where(c => c.Kind == ContactKind.Email && c.Normal == email).Select(c => c.PersonId).ToListAsync(stop);
            var answering = all.Select(p => (Line: new PersonLine(p.Id, p.Name), How: exactly.Contains(p.Id) ? -1 : PersonNames.Answers(p.Name, p.Nickname, name))).Where(p => p.How is not null).ToList();
            var closest = answering.Min(a => a.How);
            var best = answering.Where(a => a.How == closest).Select(a => a.Line).OrderBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Id).ToList();
            meant.Add(best.Count > 0 ? new(name, best.Count > MostSuggested ? best[..MostSuggested] : best, best.Count == 1) : new(name, await store.Near(name, stop), false));
        }
        return meant;
    }

    /// <summary>People of these ids who are there, in this order.</summary>
    public static async Task<IReadOnlyList<PersonLine>> Lines(this Store store, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var some = ids.Distinct().Take(Store.MostParameters).ToArray();
        if (some.Length == 0) return [];
        var names = await store.People.Where(p => some.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        return [.. some.Where(names.ContainsKey).Select(id => new PersonLine(id, names[id]))];
    }

    private static async Task<IReadOnlyList<PersonLine>> Near(this Store store, string name, CancellationToken stop) =>
        [.. (await store.PeopleFound(new SearchQuery(name) { Take = MostSuggested, WithSnippets = false }, stop)).People.Select(p => new PersonLine(p.Id, p.Name))];
}
