using System.Runtime.CompilerServices;
using Mainstay.Organizations;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>People are found by where the owner met them, who held it, and what was to be remembered.</summary>
internal sealed class GatheringsSearchSource : ISearchSource
{
    private static readonly SearchField Met = new(28, "encounter", 1.5, null);

    public IReadOnlyList<SearchField> Fields { get; } = [Met];

    public Guid? PersonOf(IOwned row) => row is Encounter met ? met.PersonId : null;

    public async Task<IReadOnlyCollection<Guid>> PeopleBehind(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop)
    {
        var people = new HashSet<Guid>();
        foreach (var some in rows.OfType<Gathering>().Select(g => g.Id).Chunk(Store.MostParameters))
            people.UnionWith(await store.Encounters.Where(e => some.Contains(e.GatheringId)).Select(e => e.PersonId).ToListAsync(stop));
        var gatherings = store.Gatherings;
        foreach (var some in rows.OfType<Organization>().Select(o => o.Id).Chunk(Store.MostParameters))
            people.UnionWith(await store.Encounters.Where(e => gatherings.Any(g => g.Id == e.GatheringId && g.OrganizationId != null && some.Contains(g.OrganizationId.Value))).Select(e => e.PersonId).ToListAsync(stop));
        return people;
    }

    public async IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, [EnumeratorCancellation] CancellationToken stop)
    {
        var (gatherings, organizations) = (store.Gatherings, store.Organizations);
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var met = await (from encounter in store.Encounters
                             where some.Contains(encounter.PersonId)
                             join at in gatherings on encounter.GatheringId equals at.Id
                             join holds in organizations on at.OrganizationId equals (Guid?)holds.Id into found
                             from holds in found.DefaultIfEmpty()
                             select new { encounter.PersonId, encounter.Id, At = holds == null ? at.Name : at.Name + ", " + holds.Name, encounter.About }).ToListAsync(stop);
            foreach (var one in met.OrderBy(m => m.PersonId).ThenByDescending(m => m.Id)) yield return new(one.PersonId, Met, one.About is null ? one.At : $"{one.At}: {one.About}");
        }
    }
}
