using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Organizations;

public static class OrganizationsQueries
{
    /// <summary>The affiliations of many people, each in its order; those with nothing are missing.</summary>
    public static async Task<IReadOnlyDictionary<Guid, List<AffiliationDetails>>> AffiliationsOf(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var all = new Dictionary<Guid, List<AffiliationDetails>>();
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var rows = await Places.For(store)(store, some).ToListAsync(stop);
            foreach (var person in rows.GroupBy(r => r.Person))
                all.Add(person.Key, [.. person.Select(a => a.Details)]);
        }
        return all;
    }

    /// <summary>Where people belong, each place in its order.</summary>
    internal static readonly Question<Func<Store, Guid[], IAsyncEnumerable<HeldPlace>>> Places = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) => store.Set<Affiliation>().AsNoTracking().Where(a => ids.Contains(a.PersonId))
        .LeftJoin(store.Set<Organization>(), a => a.OrganizationId, o => o.Id, (a, o) => new { a.PersonId, a.Position, a.OrganizationId, Name = o == null ? null : o.Name, a.Title, a.Department, a.Since, a.Until })
        .OrderBy(a => a.PersonId).ThenBy(a => a.Position).Select(a => new HeldPlace(a.PersonId, a.OrganizationId, new AffiliationDetails(a.Name, a.Title, a.Department, a.Since, a.Until)))));

    /// <summary>Organizations whose name begins so or has a word that does, with how many people belong to each; those with most people first.</summary>
    public static async Task<(IReadOnlyList<ListedOrganization> Organizations, int Total)> OrganizationsNamed(this Store store, string text, int skip, int take, CancellationToken stop)
    {
        var (affiliations, people) = (store.Affiliations, store.People);
        if (PersonNames.Key(text).Length == 0) return ([], 0);
        var all = store.Organizations.Called(text);
        var found = await all.Select(o => new { o.Id, o.Name, People = affiliations.Where(a => a.OrganizationId == o.Id && people.Any(p => p.Id == a.PersonId)).Select(a => a.PersonId).Distinct().Count() })
            .OrderByDescending(o => o.People).ThenBy(o => o.Id).Skip(skip).Take(take).ToListAsync(stop);
        var total = skip == 0 && found.Count < take ? found.Count : await all.CountAsync(stop);
        return (found.ConvertAll(o => new ListedOrganization(o.Id, o.Name, o.People)), total);
    }

    /// <summary>Those whose name begins so or has a word that does; all of them when nothing is typed.</summary>
    internal static IQueryable<Organization> Called(this IQueryable<Organization> organizations, string? text)
    {
        var typed = PersonNames.Key(text ?? "");
        var within = " " + typed;
        return typed.Length == 0 ? organizations : organizations.Where(o => o.SortKey.StartsWith(typed) || o.SortKey.Contains(within));
    }
}

/// <summary>An organization in a list, and how many people belong to it.</summary>
public sealed record ListedOrganization(Guid Id, string Name, int People);

/// <summary>What lists of people show of organizations.</summary>
internal sealed class OrganizationFactsQueries : IPersonFacts
{
    public IReadOnlyList<string> Names => ["organization"];

    public IReadOnlyList<FactShape> Shapes => [new("organization", typeof(string), "Where they work or belong today.") { MayBeNull = true }];

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, object?>>> Facts(Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop)
    {
        var affiliations = await store.AffiliationsOf(people, stop);
        return affiliations.Where(a => a.Value.Current()?.Organization is not null)
            .ToDictionary(a => a.Key, a => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { ["organization"] = a.Value.Current()!.Organization });
    }
}

/// <summary>A place of a person's, and which organization it is in.</summary>
internal sealed record HeldPlace(Guid Person, Guid? Organization, AffiliationDetails Details);

/// <summary>What this room looked up for the letter, for its own panel.</summary>
internal sealed record HeldPlaces(IReadOnlyList<HeldPlace> Places);

/// <summary>A person's places, on their record.</summary>
internal sealed class AffiliationPartsQueries : IPersonParts
{
    public IReadOnlyList<FactShape> Shapes => [new("affiliations", typeof(IReadOnlyList<AffiliationDetails>), "Their places in organizations, the current one first.")];

    public async Task<IReadOnlyList<PersonPart>> Parts(Store store, Guid person, DateOnly today, int most, CancellationToken stop)
    {
        var places = await OrganizationsQueries.Places.For(store)(store, [person]).ToListAsync(stop);
        List<AffiliationDetails> affiliations = places.ConvertAll(p => p.Details);
        return
        [
            new("affiliations", affiliations, AffiliationFields.Section.Heading, [.. affiliations.Select(a => a.InWords())])
            {
                Beside = affiliations.Current() is { } current ? string.Join(", ", new[] { current.Title, current.Organization }.OfType<string>()) : null,
                Editable = true,
                Source = new HeldPlaces(places),
            },
        ];
    }
}
