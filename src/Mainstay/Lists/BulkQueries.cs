using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

public static class BulkQueries
{
    /// <summary>So many are named.</summary>
    private const int MostNamed = 20;

    public static async Task<BulkChange> ChangeOf(this Store store, Guid id, CancellationToken stop) =>
        await store.BulkChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Lists.NoSuchChange");

    /// <summary>Some of those who stayed as they are when a change was taken back, by name.</summary>
    public static async Task<IReadOnlyList<PersonLine>> NamesOfStayed(this Store store, BulkChange change, CancellationToken stop)
    {
        var some = change.WhoStayed.Take(Store.MostParameters).ToArray();
        if (some.Length == 0) return [];
        return await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => some.Contains(p.Id)).OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(MostNamed).Select(p => new PersonLine(p.Id, p.Name)).ToListAsync(stop);
    }
}
