using System.Runtime.CompilerServices;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>People are found by where the owner met them and what was to be remembered.</summary>
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
        return people;
    }

    public async IAsyncEnumerable<SearchText> TextsOf(Store store, IReadOnlyCollection<Guid> people, [EnumeratorCancellation] CancellationToken stop)
    {
        var gatherings = store.Gatherings;
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var met = await store.Encounters.Where(e => some.Contains(e.PersonId)).Join(gatherings, e => e.GatheringId, g => g.Id, (e, g) => new { e.PersonId, e.Id, g.Name, e.About }).ToListAsync(stop);
            foreach (var one in met.OrderBy(m => m.PersonId).ThenByDescending(m => m.Id)) yield return new(one.PersonId, Met, one.About is null ? one.Name : $"{one.Name}: {one.About}");
        }
    }
}
