using Mainstay.Gatherings;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

/// <summary>Gatherings the owner keeps that every calendar which announced them called off, or tells of no more.</summary>
internal sealed class GoneQueries : IGatheringsGone
{
    public async Task<IReadOnlySet<Guid>> Gone(Store store, DateOnly today, CancellationToken stop)
    {
        var (gatherings, others) = (store.Gatherings, store.Announced);
        return (await (from a in store.Announced.AsNoTracking()
                       where a.LastDay >= today && (a.IsCalledOff || a.GoneOn != null) && !others.Any(o => o.Key == a.Key && !o.IsCalledOff && o.GoneOn == null)
                       join g in gatherings on a.Key equals g.SourceKey
                       select g.Id).ToListAsync(stop)).ToHashSet();
    }
}
