using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

/// <summary>An organization in the list of all: how many people are there, and how many were.</summary>
public sealed record OrganizationLine(Guid Id, string Name, int Now, int Before);

/// <summary>Which organizations are looked for, in which order, and from where on.</summary>
public sealed record OrganizationsAsked
{
    public string? Query { get; init; }

    /// <summary>Those with most people first; else by name.</summary>
    public bool ByPeople { get; init; }

    /// <summary>How many to leave out.</summary>
    public int From { get; init; }

    /// <summary>Only those after this place.</summary>
    public OrganizationPlace? After { get; init; }

    public int Most { get; init; } = 50;
}

/// <summary>Somebody who is or was in an organization.</summary>
public sealed record PersonThere(Guid Id, string Name, string? Title, string? Department, string? Since, string? Until);

/// <summary>The people of an organization, a page of them.</summary>
public sealed record PeopleOfOrganization(IReadOnlyList<PersonThere> People, int Now, int Before);

public static class OrganizationPageQueries
{
    /// <summary>A page of organizations, and how many answer in all. With a name, those whose name begins so or has a word that does.</summary>
    public static async Task<(IReadOnlyList<OrganizationLine> Lines, int Total)> OrganizationList(this Store store, OrganizationsAsked asked, CancellationToken stop)
    {
        var organizations = store.Organizations.AsNoTracking().Called(asked.Query);
        var total = await organizations.CountAsync(stop);
        if (asked.ByPeople) return (await store.ByPeople(organizations, asked, stop), total);
        if (asked.After is { } place) organizations = organizations.Where(o => o.SortKey.CompareTo(place.SortKey) > 0);
        var page = await organizations.OrderBy(o => o.SortKey).Skip(asked.From).Take(asked.Most).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        var counts = await store.PeopleIn(page.Count <= Store.MostParameters ? [.. page.Select(o => o.Id)] : null, stop);
        return (page.ConvertAll(o => Line(o.Id, o.Name, counts)), total);
    }

    /// <summary>The one organization of a name, an id, or the beginning of a name. Several or none is a refusal that says so.</summary>
    public static async Task<Organization> FindOrganization(this Store store, string nameOrId, CancellationToken stop)
    {
        if (Guid.TryParse(nameOrId, out var id)) return await store.OrganizationOf(id, stop);
        var key = PersonNames.Key(nameOrId);
        if (await store.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.SortKey == key, stop) is { } exactly) return exactly;
        return (await store.OrganizationsNamed(nameOrId, 0, 10, stop)).Organizations switch
        {
            [var one] => await store.OrganizationOf(one.Id, stop),
            [] => throw new NotFound("Organizations.NoneCalled", nameOrId),
            var several => throw new Conflict("Organizations.SeveralCalled", nameOrId, several.Select(o => o.Name)),
        };
    }

    /// <summary>People who are there now by name, then those who were.</summary>
    public static async Task<PeopleOfOrganization> PeopleOfOrganization(this Store store, Guid id, int from, int most, CancellationToken stop)
    {
        await store.OrganizationOf(id, stop);
        var there = from place in store.Affiliations
                    join person in store.People on place.PersonId equals person.Id
                    where place.OrganizationId == id
                    select new { place, person };
        var now = await there.CountAsync(t => t.place.Until == null, stop);
        var before = await there.CountAsync(t => t.place.Until != null, stop);
        var page = await there.OrderBy(t => t.place.Until != null).ThenBy(t => t.person.SortKey).ThenBy(t => t.place.Id).Skip(from).Take(most)
            .Select(t => new PersonThere(t.person.Id, t.person.Name, t.place.Title, t.place.Department, t.place.Since, t.place.Until)).ToListAsync(stop);
        return new(page, now, before);
    }

    private static async Task<IReadOnlyList<OrganizationLine>> ByPeople(this Store store, IQueryable<Organization> organizations, OrganizationsAsked asked, CancellationToken stop)
    {
        var counts = await store.PeopleIn(null, stop);
        var all = await organizations.Select(o => new { o.Id, o.Name, o.SortKey }).ToListAsync(stop);
        return [.. all.Select(o => (Line: Line(o.Id, o.Name, counts), o.SortKey)).Where(o => asked.After is not { } place || IsAfter(place, o.Line, o.SortKey))
            .OrderByDescending(o => o.Line.Now).ThenByDescending(o => o.Line.Before).ThenBy(o => o.SortKey, StringComparer.Ordinal).Skip(asked.From).Take(asked.Most).Select(o => o.Line)];
    }

    private static bool IsAfter(OrganizationPlace place, OrganizationLine line, string key) =>
        (line.Now, line.Before).CompareTo((place.Now, place.Before)) is var nearer && (nearer < 0 || (nearer == 0 && string.CompareOrdinal(key, place.SortKey) > 0));

    private static OrganizationLine Line(Guid id, string name, Dictionary<Guid, (int Now, int Before)> counts) => new(id, name, counts.GetValueOrDefault(id).Now, counts.GetValueOrDefault(id).Before);

    private static async Task<Dictionary<Guid, (int Now, int Before)>> PeopleIn(this Store store, Guid[]? ids, CancellationToken stop)
    {
        var places = store.Affiliations.Where(a => a.OrganizationId != null);
        if (ids is not null) places = places.Where(a => ids.Contains(a.OrganizationId!.Value));
        var counts = await (from place in places
                            join person in store.People on place.PersonId equals person.Id
                            group place by new { place.OrganizationId, IsOver = place.Until != null } into g
                            select new { g.Key.OrganizationId, g.Key.IsOver, Count = g.Select(p => p.PersonId).Distinct().Count() }).ToListAsync(stop);
        return counts.GroupBy(c => c.OrganizationId!.Value).ToDictionary(g => g.Key, g => (g.Where(c => !c.IsOver).Sum(c => c.Count), g.Where(c => c.IsOver).Sum(c => c.Count)));
    }
}
