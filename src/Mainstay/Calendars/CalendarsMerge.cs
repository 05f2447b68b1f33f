using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

/// <summary>Calendars go over to the organization theirs becomes; those of one that is removed stay, as nobody's.</summary>
internal sealed class CalendarsMerge : IOrganizationRows
{
    public string Name => "calendars";

    public async Task<string?> Part(Store store, Guid gone, Guid? into, CancellationToken stop)
    {
        var rows = await store.SubscribedCalendars.Where(c => c.OrganizationId == gone).OrderBy(c => c.Id).ToListAsync(stop);
        if (rows.Count == 0) return null;
        rows.ForEach(c => c.OrganizationId = into);
        await store.SaveChangesAsync(stop);
        return JsonSerializer.Serialize(rows.ConvertAll(c => c.Id), Json.OneLine);
    }

    public async Task Return(Store store, Guid back, Guid? from, string kept, CancellationToken stop)
    {
        var ids = JsonSerializer.Deserialize<Guid[]>(kept, Json.OneLine)!;
        foreach (var row in await store.SubscribedCalendars.Where(c => ids.Contains(c.Id) && c.OrganizationId == from).ToListAsync(stop)) row.OrganizationId = back;
    }
}
