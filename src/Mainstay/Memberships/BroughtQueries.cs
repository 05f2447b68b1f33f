using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Memberships;

/// <summary>Gathers what memberships brought: who is known from there, and what came through them since joining.</summary>
public sealed class BroughtQueries(IEnumerable<IBringsMore> others, IEnumerable<IHeldThere> halls)
{
    public async Task<Brought> By(Store store, MembershipLine line, CancellationToken stop) => (await By(store, [line], stop))[line.It.Id];

    public async Task<IReadOnlyDictionary<Guid, Brought>> By(Store store, IReadOnlyCollection<MembershipLine> lines, CancellationToken stop)
    {
        if (lines.Count == 0) return new Dictionary<Guid, Brought>();
        var held = new List<HeldThere>();
        foreach (var hall in halls) held.AddRange(await hall.HeldBy(store, [.. lines.Select(l => l.It.OrganizationId).Distinct()], stop));
        var known = await KnownFrom(store, lines, held, stop);
        var everybody = known.Values.SelectMany(k => k).Select(k => k.Person.Id).Distinct().ToList();
        var (supports, came) = (await SupportsOf(store, everybody, stop), await CameThrough(store, everybody, stop));
        var more = new List<MoreBrought>();
        foreach (var other in others) more.Add(new(other.Fact, other.Evidence, await other.CameThrough(store, everybody, stop)));
        return lines.ToDictionary(l => l.It.Id, l =>
        {
            var people = known[l.It.Id].ConvertAll(k => k with { Supports = [.. supports[k.Person.Id]] });
            var ids = people.Select(p => p.Person.Id).ToHashSet();
            List<CameThrough> Since(IEnumerable<CameThrough> all) => [.. all.Where(c => ids.Contains(c.Person.Id) && c.On >= l.It.JoinedOn).OrderByDescending(c => c.On)];
            List<CameThrough> OfKind(Kind kind) => Since(came.Where(c => c.Kind == kind).Select(c => c.It));
            return new Brought(people, OfKind(Kind.Door), OfKind(Kind.Received), OfKind(Kind.Given), more.ConvertAll(m => m with { Items = Since(m.Items) })) { Held = [.. held.Where(h => h.Organization == l.It.OrganizationId && !(h.On < l.It.JoinedOn))] };
        });
    }

    /// <summary>Who has or had a place there, of whom it is written that we met there, and whom the owner met at what it held; each once, by name.</summary>
    private static async Task<Dictionary<Guid, List<PersonFrom>>> KnownFrom(Store store, IReadOnlyCollection<MembershipLine> lines, List<HeldThere> held, CancellationToken stop)
    {
        var (organizations, people) = (lines.Select(l => l.It.OrganizationId).Distinct().ToList(), store.People);
        var places = await (from place in store.Affiliations
                            join person in people on place.PersonId equals person.Id
                            where place.OrganizationId != null && organizations.Contains(place.OrganizationId.Value)
                            orderby place.Until != null, place.Position
                            select new { place.OrganizationId, person.Id, person.Name, person.SortKey, place.Title, place.Department, place.Since, place.Until }).ToListAsync(stop);
        var met = await people.Where(p => p.HowMet != null || p.MetWhere != null).Select(p => new { p.Id, p.Name, p.SortKey, p.HowMet, p.MetWhere }).ToListAsync(stop);
        var keys = await SortKeys(store, [.. held.SelectMany(h => h.Met).Select(p => p.Id).Distinct()], stop);
        return lines.ToDictionary(l => l.It.Id, l => places.Where(p => p.OrganizationId == l.It.OrganizationId)
            .Select(p => (p.SortKey, From: new PersonFrom(new(p.Id, p.Name), new AffiliationDetails(l.Organization, p.Title, p.Department, p.Since, p.Until).InWords(), [])))
            .Concat(met.Select(p => (p.SortKey, p.Id, p.Name, Text: new[] { p.MetWhere, p.HowMet }.OfType<string>().FirstOrDefault(t => Brought.IsNamedIn(t, l.Organization)))).Where(p => p.Text is not null)
                .Select(p => (p.SortKey, From: new PersonFrom(new(p.Id, p.Name), new("Memberships.YouMet", Short(p.Text!)), []))))
            .Concat(held.Where(h => h.Organization == l.It.OrganizationId).SelectMany(h => h.Met, (h, p) => (SortKey: keys.GetValueOrDefault(p.Id, p.Name), From: new PersonFrom(p, new("Memberships.YouMetAt", h.Name, h.On), []))))
            .DistinctBy(p => p.From.Person.Id).OrderBy(p => p.SortKey, StringComparer.Ordinal).Select(p => p.From).ToList());
    }

    private static async Task<Dictionary<Guid, string>> SortKeys(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var keys = new Dictionary<Guid, string>();
        foreach (var some in people.Chunk(Store.MostParameters))
            foreach (var person in await store.People.Where(p => some.Contains(p.Id)).Select(p => new { p.Id, p.SortKey }).ToListAsync(stop)) keys[person.Id] = person.SortKey;
        return keys;
    }

    private static string Short(string text) => Texts.Shortened(text, 120);

    /// <summary>For which needs they were said to be able to help.</summary>
    private static async Task<ILookup<Guid, string>> SupportsOf(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var (said, needs) = (new List<(Guid Person, string Topic)>(), store.Needs);
        foreach (var some in people.Chunk(Store.MostParameters))
            said.AddRange((await (from supporter in store.Supporters
                                  where some.Contains(supporter.PersonId) && supporter.Ability > Ability.None
                                  join need in needs on supporter.NeedId equals need.Id
                                  orderby need.Importance descending, need.Id
                                  select new { supporter.PersonId, need.Topic }).ToListAsync(stop)).Select(s => (s.PersonId, s.Topic)));
        return said.ToLookup(s => s.Person, s => s.Topic);
    }

    private enum Kind { Door, Received, Given }

    private static async Task<List<(Kind Kind, CameThrough It)>> CameThrough(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var (came, all) = (new List<(Kind, CameThrough)>(), store.People);
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var doors = await (from door in store.Opportunities where some.Contains(door.PersonId) join person in all on door.PersonId equals person.Id orderby door.Id select new { person.Id, person.Name, door.What, door.On }).ToListAsync(stop);
            var favours = await (from favour in store.Favours where some.Contains(favour.PersonId) join person in all on favour.PersonId equals person.Id orderby favour.Id select new { person.Id, person.Name, favour.What, favour.On, favour.Way }).ToListAsync(stop);
            came.AddRange(doors.Select(d => (Kind.Door, new CameThrough(new(d.Id, d.Name), d.What, d.On))));
            came.AddRange(favours.Select(f => (f.Way == Way.Received ? Kind.Received : Kind.Given, new CameThrough(new(f.Id, f.Name), f.What, f.On))));
        }
        return came;
    }
}
