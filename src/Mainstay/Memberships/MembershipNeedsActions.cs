using Mainstay.Needs;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Memberships;

/// <summary>For which needs a membership is.</summary>
internal static class MembershipNeedsActions
{
    /// <summary>Makes the needs of a membership those that are said. A need that is gone for now, and may come back, is left as it was.</summary>
    public static async Task SetNeeds(this Store store, Guid membership, IReadOnlyList<Guid> said, CancellationToken stop)
    {
        var (ids, all) = (said.Distinct().ToArray(), store.Needs);
        if (await all.CountAsync(n => ids.Contains(n.Id), stop) != ids.Length) throw new NotFound("Needs.NeedNotThere");
        var rows = await store.MembershipNeeds.Where(n => n.MembershipId == membership).ToListAsync(stop);
        var there = rows.Select(n => n.NeedId).ToArray();
        var known = await all.Where(n => there.Contains(n.Id)).Select(n => n.Id).ToListAsync(stop);
        store.RemoveRange(rows.Where(n => known.Contains(n.NeedId) && !ids.Contains(n.NeedId)));
        store.AddRange(ids.Except(there).Select(need => new MembershipNeed { MembershipId = membership, NeedId = need }));
        await store.SaveChangesAsync(stop);
    }
}
