using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>An account goes: it leaves its circles, and those it alone owned go to whoever hosted longest, else to whoever has been there longest.</summary>
internal sealed class CirclesHandOnActions : IAccountLeaves
{
    public async Task BeforeLeaving(Store store, Guid account, TimeProvider clock, CancellationToken stop)
    {
        foreach (var circle in await store.CirclesOf(account, stop)) await store.LookingAt(circle.SpaceId, () => HandOn(store, circle, account, clock, stop));
    }

    private static async Task<int> HandOn(Store store, EnterableCircle circle, Guid account, TimeProvider clock, CancellationToken stop)
    {
        await store.KeepOthersOut(stop);
        if (circle.Role == SpaceRole.Owner && await store.Heirs(account).FirstOrDefaultAsync(stop) is { Role: < SpaceRole.Owner } heir)
        {
            heir.Role = SpaceRole.Owner;
            store.Note(AuditDeed.RoleOwner, null, heir.AccountId, clock.GetUtcNow().UtcDateTime);
        }
        await store.EndMembership(account, AuditDeed.Left, account, clock, stop);
        await store.ForgetMember(account, stop);
        await store.CatchUp(stop); // while it is this circle that is looked at
        return await store.SaveChangesAsync(stop);
    }
}
