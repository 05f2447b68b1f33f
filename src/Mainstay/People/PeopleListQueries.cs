using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>A person in a list, with what the rooms know of them. Every fact is there; what is not known is null.</summary>
public sealed record ListedPerson(Guid Id, string Name, string SortKey, IReadOnlyDictionary<string, object?> Facts)
{
    /// <summary>Where their picture is, if there is one.</summary>
    public string? Photo { get; init; }
}

public static class PeopleListQueries
{
    /// <summary>Everybody, by family name.</summary>
    public static Task<List<Person>> Everybody(this Store store, CancellationToken stop) => store.People.AsNoTracking().OrderBy(p => p.SortKey).ThenBy(p => p.Id).ToListAsync(stop);

    /// <summary>People found by anything written of them, the best first.</summary>
    public static async Task<(IReadOnlyList<Person> People, SearchAnswer Answer)> PeopleFound(this Store store, SearchQuery query, CancellationToken stop)
    {
        var answer = await store.Search(query, stop);
        var people = new Dictionary<Guid, Person>(answer.Hits.Count);
        foreach (var some in answer.Hits.Select(h => h.PersonId).Chunk(Store.MostParameters))
            foreach (var person in await store.People.AsNoTracking().Where(p => some.Contains(p.Id)).ToListAsync(stop)) people.Add(person.Id, person);
        return ([.. answer.Hits.Select(h => people.GetValueOrDefault(h.PersonId)).OfType<Person>()], answer);
    }

    /// <summary>Adds to people, in their order, what every room knows of them.</summary>
    public static async Task<IReadOnlyList<ListedPerson>> WithFacts(this Store store, IReadOnlyList<Person> people, IEnumerable<IPersonFacts> rooms, DateOnly today, CancellationToken stop)
    {
        var ids = people.Select(p => p.Id).ToList();
        var facts = ids.ToDictionary(id => id, _ => new OrderedDictionary<string, object?>());
        foreach (var room in rooms)
        {
            var known = await room.Facts(store, ids, today, stop);
            foreach (var id in ids)
                foreach (var name in room.Names) facts[id][name] = known.TryGetValue(id, out var of) ? of.GetValueOrDefault(name) : null;
        }
        return [.. people.Select(p => new ListedPerson(p.Id, p.Name, p.SortKey, facts[p.Id]) { Photo = PersonPhoto.Href(p.Id, p.PhotoHash) })];
    }
}

/// <summary>What the record itself tells a list of people: the roles they hold today.</summary>
internal sealed class RoleFactsQueries : IPersonFacts
{
    public IReadOnlyList<string> Names => ["roles"];

    public IReadOnlyList<FactShape> Shapes => [new("roles", typeof(IReadOnlyList<string>), "What they are to you today.")];

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, object?>>> Facts(Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop)
    {
        var roles = new List<Role>();
        foreach (var some in people.Chunk(Store.MostParameters))
            roles.AddRange(await RolesOfSome.For(store)(store, some).ToListAsync(stop));
        var held = roles.ToLookup(r => r.PersonId, r => new RoleDetails(r.Name, r.Since, r.Until));
        return people.ToDictionary(id => id, id => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { ["roles"] = held[id].RolesOn(today) });
    }

    /// <summary>The roles of some people, the main one of each first.</summary>
    internal static readonly Question<Func<Store, Guid[], IAsyncEnumerable<Role>>> RolesOfSome = new(() =>
        EF.CompileAsyncQuery<Store, Guid[], Role>((store, ids) => store.Set<Role>().AsNoTracking().Where(r => ids.Contains(r.PersonId)).OrderBy(r => r.Position)));
}
