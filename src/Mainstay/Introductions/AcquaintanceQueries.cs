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

    private readonly Remembered<Roll> rolls = new(version, MostKnown);

    /// <summary>Everybody, and who of them know each other; what was found before, as long as nothing was written since.</summary>
    public Task<WhoKnowsWhom> All(Store store, DateOnly today, CancellationToken stop) => remembered.Get(store, today, async () =>
    {
        var roll = await Everybody(store, today, stop);
        var said = await store.Acquaintances.AsNoTracking().ToListAsync(stop);
        return WhoKnowsWhom.From(roll.Names, said, await store.Signs(roll, roll.Names, null, today, stop));
    }, stop);

    /// <summary>Whom one person knows, without looking at all the others.</summary>
    public async Task<WhoKnowsWhom> Of(Store store, Guid person, DateOnly today, CancellationToken stop)
    {
        var roll = await Everybody(store, today, stop);
        if (!roll.Names.ContainsKey(person)) throw new NotFound("People.NotThere");
        var said = await store.Acquaintances.AsNoTracking().Where(a => a.FirstId == person || a.SecondId == person).ToListAsync(stop);
        var names = await store.Around(roll, person, [.. said.Select(a => a.Other(person))], stop);
        return WhoKnowsWhom.From(names, said, await store.Signs(roll, names, person, today, stop));
    }

    /// <summary>Names are looked for in all of them, which no index helps with: they are read once, as long as nothing was written since.</summary>
    private Task<Roll> Everybody(Store store, DateOnly today, CancellationToken stop) => rolls.Get(store, today, async () =>
    {
        var people = await store.People.OrderBy(p => p.Id).Select(p => new { p.Id, p.Name, p.MetThroughId, p.MetThroughName }).ToListAsync(stop);
        return new Roll(people.ToDictionary(p => p.Id, p => p.Name), [.. people.Where(p => p.MetThroughId is not null || p.MetThroughName is not null).Select(p => new MetThrough(p.Id, p.MetThroughId, p.MetThroughName))]);
    }, stop);
}

/// <summary>Everybody by name, nobody from the trash, and through whom the owner met them.</summary>
internal sealed record Roll(IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<MetThrough> Through)
{
    private readonly ILookup<string, Guid> called = Names.ToLookup(n => n.Value, n => n.Key, StringComparer.Ordinal);

    /// <summary>Everybody who is called exactly so.</summary>
    public IEnumerable<Guid> Called(string name) => called[name];
}

/// <summary>Somebody whom the owner met through somebody: a person who is here, or a name.</summary>
internal sealed record MetThrough(Guid Person, Guid? ThroughId, string? ThroughName);

internal static class AroundQueries
{
    /// <summary>Those of whom there may be a sign that they know a person, and that person, by name.</summary>
    public static async Task<Dictionary<Guid, string>> Around(this Store store, Roll roll, Guid person, IReadOnlyCollection<Guid> said, CancellationToken stop)
    {
        var (touched, places, relations, name) = (store.TouchPeople, store.Affiliations, store.Relations, roll.Names[person]);
        var theirs = await relations.Where(r => r.PersonId == person).Select(r => new { r.OtherId, r.Name }).ToListAsync(stop);
        // Lists, not questions about each row: SQLite would ask them of the touches of everybody.
        var near = await touched.Where(t => touched.Where(m => m.PersonId == person).Select(m => m.TouchId).Contains(t.TouchId)).Select(t => t.PersonId)
            .Union(places.Where(a => a.OrganizationId != null && places.Where(m => m.PersonId == person).Select(m => m.OrganizationId).Contains(a.OrganizationId)).Select(a => a.PersonId))
            .Union(relations.Where(r => r.OtherId == person || (r.OtherId == null && r.Name == name)).Select(r => r.PersonId)).ToListAsync(stop);
        var through = roll.Through.FirstOrDefault(t => t.Person == person);
        // Whoever is called the same counts too: a name that several bear is nobody's sign.
        string?[] named = [name, through?.ThroughName, .. theirs.Where(r => r.OtherId is null).Select(r => r.Name)];
        return near.Concat(said).Append(person).Concat(theirs.Select(r => r.OtherId).Append(through?.ThroughId).OfType<Guid>())
            .Concat(roll.Through.Where(t => t.ThroughId == person || t.ThroughName == name).Select(t => t.Person))
            .Concat(named.OfType<string>().SelectMany(roll.Called))
            .Distinct().Where(roll.Names.ContainsKey).ToDictionary(id => id, id => roll.Names[id]);
    }
}
