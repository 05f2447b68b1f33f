using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>Letting others into one's own space, and out of it again. Everything holds from the next request on.</summary>
public static class SharingActions
{
    /// <summary>What somebody may do there from now on: read, or read and write. When it becomes less, a link that they could use to have more again is taken back.</summary>
    public static Task ChangeRole(this Store store, Guid space, Guid account, SpaceRole role, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(role is not (SpaceRole.Guest or SpaceRole.Member), "role", "Accounts.InvitationRole"));
        return store.ChangeAccounts(async () =>
        {
            var access = await store.AccessOf(space, account, stop);
            if (access.Role == SpaceRole.Owner) throw new Conflict("Accounts.OwnerStays");
            if (role < access.Role) await store.RevokeWhatTheyCouldUse(space, account, above: role, clock, stop);
            access.Role = role;
            return await store.SaveChangesAsync(stop);
        }, stop);
    }

    /// <summary>Takes somebody out: their browsers that look at it are signed out, their keys to it open nothing, and a link that anybody could use, and so they too, lets nobody in any more.</summary>
    public static Task TakeOut(this Store store, Guid space, Guid account, TimeProvider clock, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        await store.EndAccess(space, account, stop);
        await store.Sessions.Where(s => s.AccountId == account && s.SpaceId == space).ExecuteDeleteAsync(stop);
        return await store.RevokeWhatTheyCouldUse(space, account, null, clock, stop);
    }, stop);

    /// <summary>A link that somebody could use to come in again, or to have more again, is taken back.</summary>
    internal static async Task<int> RevokeWhatTheyCouldUse(this Store store, Guid space, Guid account, SpaceRole? above, TimeProvider clock, CancellationToken stop)
    {
        var (now, mail) = (clock.GetUtcNow().UtcDateTime, await store.Accounts.Where(a => a.Id == account).Select(a => a.Mail).SingleOrDefaultAsync(stop));
        var open = await store.Invitations.AsNoTracking().Where(i => i.SpaceId == space && i.RevokedAt == null && i.Uses < i.MostUses && (above == null || i.Role > above)).ToListAsync(stop);
        var theirs = open.Where(i => mail is null || i.IsFor(mail)).Select(i => i.Id).ToList();
        return await store.Invitations.Where(i => theirs.Contains(i.Id)).ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, now), stop);
    }

    /// <summary>Somebody leaves by themselves; their browsers look at their own network again.</summary>
    public static Task Leave(this Store store, Guid space, Guid account, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        await store.EndAccess(space, account, stop);
        var home = await store.HomeOf(account, stop);
        return await store.Sessions.Where(s => s.AccountId == account && s.SpaceId == space).ExecuteUpdateAsync(set => set.SetProperty(s => s.SpaceId, home), stop);
    }, stop);

    /// <summary>A browser looks at another space that its account may enter.</summary>
    public static async Task Enter(this Store store, Guid account, Guid session, Guid space, CancellationToken stop)
    {
        await store.ThrowUnlessNetworkOf(account, space, stop);
        await store.Sessions.Where(s => s.Id == session && s.AccountId == account).ExecuteUpdateAsync(set => set.SetProperty(s => s.SpaceId, space), stop);
    }

    /// <summary>A browser looks at networks, and keys open networks: a circle is entered by its address.</summary>
    internal static async Task ThrowUnlessNetworkOf(this Store store, Guid account, Guid space, CancellationToken stop)
    {
        if (!await store.Accesses.AnyAsync(a => a.AccountId == account && a.SpaceId == space, stop) || await store.IsCircle(space, stop)) throw new NotFound("Accounts.NoSuchNetwork");
    }

    /// <summary>The last one who owns a space stays: it would be nobody's.</summary>
    private static async Task EndAccess(this Store store, Guid space, Guid account, CancellationToken stop)
    {
        var access = await store.AccessOf(space, account, stop);
        if (access.Role == SpaceRole.Owner && await store.Accesses.CountAsync(a => a.SpaceId == space && a.Role == SpaceRole.Owner, stop) == 1) throw new Conflict("Accounts.OwnerStays");
        store.Remove(access);
        await store.SaveChangesAsync(stop);
        await store.ApiTokens.Where(t => t.AccountId == account && t.SpaceId == space).ExecuteDeleteAsync(stop);
    }

    private static async Task<Access> AccessOf(this Store store, Guid space, Guid account, CancellationToken stop) =>
        await store.Accesses.SingleOrDefaultAsync(a => a.SpaceId == space && a.AccountId == account, stop) ?? throw new NotFound("Accounts.NobodyOfThat");
}
