using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>When people go for good, touches with nobody else go too; the others' touches are weighed anew.</summary>
public sealed class LeavingActions : IPersonLeaves
{
    public async Task BeforeLeaving(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var touches = new HashSet<Guid>();
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            touches.UnionWith(await store.TouchPeople.Where(t => some.Contains(t.PersonId)).Select(t => t.TouchId).Distinct().ToListAsync(stop));
            await store.TouchPeople.Where(t => some.Contains(t.PersonId)).ExecuteDeleteAsync(stop);
        }
        await store.RefreshTies(await WhoStay(store, touches, stop), stop);
    }

    private static async Task<IReadOnlyCollection<Guid>> WhoStay(Store store, HashSet<Guid> touches, CancellationToken stop)
    {
        var (staying, there) = (new HashSet<Guid>(), store.TouchPeople);
        foreach (var some in touches.Chunk(Store.MostParameters))
        {
            await store.Touches.Where(t => some.Contains(t.Id) && !there.Any(p => p.TouchId == t.Id)).ExecuteDeleteAsync(stop);
            staying.UnionWith(await there.Where(t => some.Contains(t.TouchId)).Select(t => t.PersonId).Distinct().ToListAsync(stop));
        }
        return staying;
    }
}
