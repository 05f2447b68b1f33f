using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

/// <summary>Notes whose line in the lists changed while rows are written, and packs them anew before the transaction commits. One for each store.</summary>
/// <param name="clock">Tells the owner's day.</param>
/// <param name="kept">What was read before, for all stores of this process.</param>
public sealed class ListFollowActions(TimeProvider clock, KeptLists kept) : IFollowRows
{
    private readonly HashSet<Guid> changed = [];

    internal KeptLists Kept => kept;

    public bool IsBehind => changed.Count > 0;

    public void Hear(IOwned row)
    {
        if (PersonOf(row) is { } person) changed.Add(person);
    }

    public void HearOf(IEnumerable<Guid> people) => changed.UnionWith(people);

    public async Task HearBefore(Store store, IReadOnlyList<IOwned> rows, CancellationToken stop)
    {
        foreach (var some in rows.OfType<Organization>().Select(o => o.Id).Distinct().Chunk(Store.MostParameters))
            changed.UnionWith(await store.Affiliations.Where(a => a.OrganizationId != null && some.Contains(a.OrganizationId.Value)).Select(a => a.PersonId).ToListAsync(stop));
    }

    public async Task CatchUp(Store store, CancellationToken stop)
    {
        if (changed.Count == 0) return;
        var people = changed.ToArray();
        changed.Clear();
        await store.PackPeople(people, clock, stop);
    }

    private static Guid? PersonOf(IOwned row) => row switch
    {
        Person person => person.Id,
        Tie or PackedContacts => row.Id,
        Tag or Role or PostalAddress or Affiliation => ((IDetail)row).PersonId,
        _ => null,
    };
}
