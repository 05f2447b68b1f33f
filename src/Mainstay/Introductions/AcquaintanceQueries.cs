using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Looks up who knows whom.</summary>
public sealed class AcquaintanceQueries(DataVersion version)
{
    /// <summary>So many owners' networks are remembered.</summary>
    private const int MostKnown = 20;

    private readonly Remembered<WhoKnowsWhom> remembered = new(version, MostKnown);

    /// <summary>Everybody, and who of them know each other; what was found before, as long as nothing was written since.</summary>
    public Task<WhoKnowsWhom> All(Store store, DateOnly today, CancellationToken stop) => remembered.Get(store, today, async () =>
    {
        var names = await store.People.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var said = await store.Acquaintances.AsNoTracking().ToListAsync(stop);
        return WhoKnowsWhom.From(names, said, await store.Signs(names, null, today, stop));
    }, stop);

    /// <summary>Whom one person knows, without looking at all the others.</summary>
    public async Task<WhoKnowsWhom> Of(Store store, Guid person, DateOnly today, CancellationToken stop)
    {
        var said = await store.Acquaintances.AsNoTracking().Where(a => a.FirstId == person || a.SecondId == person).ToListAsync(stop);
        var names = await store.Around(person, [.. said.Select(a => a.Other(person))], stop);
        return WhoKnowsWhom.From(names, said, await store.Signs(names, person, today, stop));
    }
}

internal static class AroundQueries
{
    /// <summary>Those of whom there may be a sign that they know a person, and that person, by name.</summary>
    public static async Task<Dictionary<Guid, string>> Around(this Store store, Guid person, IReadOnlyCollection<Guid> said, CancellationToken stop)
    {
        var it = await store.People.Where(p => p.Id == person).Select(p => new { p.Name, p.MetThroughId, p.MetThroughName }).FirstOrDefaultAsync(stop) ?? throw new NotFound("People.NotThere");
        var (touched, places, relations, people) = (store.TouchPeople, store.Affiliations, store.Relations, store.People);
        var named = await relations.Where(r => r.PersonId == person && r.OtherId == null).Select(r => r.Name).ToListAsync(stop);
        if (it.MetThroughName is { } through) named.Add(through);
        var near = touched.Where(t => touched.Any(m => m.PersonId == person && m.TouchId == t.TouchId)).Select(t => t.PersonId)
            .Union(places.Where(a => places.Any(m => m.PersonId == person && m.OrganizationId == a.OrganizationId)).Select(a => a.PersonId))
            .Union(relations.Where(r => r.PersonId == person && r.OtherId != null).Select(r => r.OtherId!.Value))
            .Union(relations.Where(r => r.OtherId == person || (r.OtherId == null && r.Name == it.Name)).Select(r => r.PersonId))
            .Union(people.Where(p => p.MetThroughId == person || p.MetThroughName == it.Name).Select(p => p.Id));
        // Whoever is called the same counts too: a name that several bear is nobody's sign.
        var known = await people.Where(p => p.Id == person || p.Id == it.MetThroughId || p.Name == it.Name || named.Contains(p.Name) || near.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        foreach (var some in said.Where(id => !known.ContainsKey(id)).Chunk(Store.MostParameters))
            foreach (var other in await people.Where(p => some.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(stop)) known[other.Id] = other.Name;
        return known;
    }
}
