using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

public static class TrashActions
{
    /// <summary>Removes somebody for good who lies in the trash. This cannot be taken back.</summary>
    public static async Task RemoveForGood(this Store store, Guid id, IEnumerable<IPersonLeaves> rooms, CancellationToken stop)
    {
        await using var writing = await store.WriteAlone(stop);
        if (!await store.Trashed().AnyAsync(p => p.Id == id, stop)) throw new NotFound("People.NotInTrash", id);
        await store.RemovePeople([id], rooms, stop);
        await writing.CommitAsync(stop);
    }

    /// <summary>Removes everybody for good who lies in the trash. This cannot be taken back.</summary>
    /// <returns>How many they were.</returns>
    public static async Task<int> EmptyWholeTrash(this Store store, IEnumerable<IPersonLeaves> rooms, CancellationToken stop)
    {
        await using var writing = await store.WriteAlone(stop);
        var ids = await store.Trashed().Select(p => p.Id).ToListAsync(stop);
        await store.RemovePeople(ids, rooms, stop);
        await writing.CommitAsync(stop);
        return ids.Count;
    }

    /// <summary>Those whom somebody put there; not those who are brought together with somebody else.</summary>
    internal static IQueryable<Person> Trashed(this Store store) => store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.TrashedAt != null && p.MergedIntoId == null);
}
