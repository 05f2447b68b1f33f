using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

public static class ListingQueries
{
    /// <summary>The ids of these people as they stand in lists. Namesakes stand in the order in which they came, then in that of their addresses: an id of the same moment is chance.</summary>
    public static Task<List<Guid>> Listed(this Store store, IQueryable<Person> people, CancellationToken stop)
    {
        var points = store.ContactPoints;
        return people.OrderBy(p => p.SortKey).ThenBy(p => p.CreatedAt).ThenBy(p => points.Where(c => c.PersonId == p.Id).Min(c => c.Normal) ?? "").ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);
    }
}
