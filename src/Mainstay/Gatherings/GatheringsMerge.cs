using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>Gatherings are held by the organization theirs becomes; of one that is removed they stay, and are its own again when it comes back.</summary>
internal sealed class GatheringsMerge : IOrganizationRows
{
    public string Name => "gatherings";

    public async Task<string?> Part(Store store, Guid gone, Guid? into, CancellationToken stop)
    {
        var rows = await store.Gatherings.Where(g => g.OrganizationId == gone).OrderBy(g => g.Id).ToListAsync(stop);
        if (rows.Count == 0) return null;
        rows.ForEach(g => g.OrganizationId = into);
        await store.SaveChangesAsync(stop);
        return JsonSerializer.Serialize(rows.ConvertAll(g => g.Id), Json.OneLine);
    }

    public async Task Return(Store store, Guid back, Guid? from, string kept, CancellationToken stop)
    {
        foreach (var ids in JsonSerializer.Deserialize<Guid[]>(kept, Json.OneLine)!.Chunk(Store.MostParameters))
            foreach (var row in await store.Gatherings.Where(g => ids.Contains(g.Id) && g.OrganizationId == from).ToListAsync(stop)) row.OrganizationId = back;
    }
}
