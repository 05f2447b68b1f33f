using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Memberships;

/// <summary>Memberships go over to the organization theirs becomes, and go and come back with theirs. Nothing of them is lost: two that run in one organization stand side by side.</summary>
internal sealed class MembershipsMerge : IOrganizationRows
{
    public string Name => "memberships";

    public async Task<string?> Part(Store store, Guid gone, Guid? into, CancellationToken stop)
    {
        var rows = await store.Memberships.Where(m => m.OrganizationId == gone).OrderBy(m => m.Id).ToListAsync(stop);
        if (rows.Count == 0) return null;
        var ids = rows.ConvertAll(m => m.Id);
        var needs = into is null ? await store.MembershipNeeds.Where(n => ids.Contains(n.MembershipId)).OrderBy(n => n.Id).ToListAsync(stop) : [];
        var kept = JsonSerializer.Serialize(new LostMemberships(rows, needs), Json.OneLine);
        if (into is { } other) rows.ForEach(m => m.OrganizationId = other);
        else
        {
            store.RemoveRange(needs);
            store.RemoveRange(rows);
        }
        return kept;
    }

    public async Task Return(Store store, Guid back, Guid? from, string kept, CancellationToken stop)
    {
        var lost = JsonSerializer.Deserialize<LostMemberships>(kept, Json.OneLine)!;
        var ids = lost.Memberships.Select(m => m.Id).ToList();
        var there = await store.Memberships.Where(m => ids.Contains(m.Id)).ToListAsync(stop);
        foreach (var row in there.Where(m => m.OrganizationId == from)) row.OrganizationId = back;
        if (from is not null) return;
        var known = there.ConvertAll(m => m.Id);
        store.AddRange(lost.Memberships.Where(m => !known.Contains(m.Id)));
        await store.SaveChangesAsync(stop); // the memberships before what names them
        store.AddRange(lost.Needs.Where(n => !known.Contains(n.MembershipId)));
    }

    private sealed record LostMemberships(IReadOnlyList<Membership> Memberships, IReadOnlyList<MembershipNeed> Needs);
}
