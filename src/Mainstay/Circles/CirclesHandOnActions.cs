using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>An account goes: it leaves its circles, and those it alone owned go to whoever hosted longest, else to whoever has been there longest.</summary>
internal sealed class CirclesHandOnActions : IAccountLeaves
{
    public async Task BeforeLeaving(Store store, Guid account, TimeProvider clock, CancellationToken stop)
    {
        var before = store.SpaceId;
        foreach (var circle in await store.CirclesOf(account, stop))
        {
            store.SpaceId = circle.SpaceId;
            await store.KeepOthersOut(stop);
            var there = await store.Accesses.Where(a => a.SpaceId == circle.SpaceId && a.AccountId != account).ToListAsync(stop);
            if (circle.Role == SpaceRole.Owner && there.All(a => a.Role != SpaceRole.Owner) && there.OrderByDescending(a => a.Role).ThenBy(a => a.Since).ThenBy(a => a.AccountId).FirstOrDefault() is { } heir)
            {
                heir.Role = SpaceRole.Owner;
                store.Note(AuditDeed.RoleOwner, null, heir.AccountId, clock.GetUtcNow().UtcDateTime);
            }
            await store.EndMembership(account, AuditDeed.Left, account, clock, stop);
            await store.ForgetMember(account, stop);
        }
        store.SpaceId = before;
    }
}
