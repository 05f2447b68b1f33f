using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>Somebody who may enter a space.</summary>
public sealed record Sharer(Guid AccountId, string Name, string Mail, SpaceRole Role, DateTime Since);

/// <summary>A network that somebody may enter.</summary>
/// <param name="SpaceId">Which.</param>
/// <param name="Owner">What whoever owns it is called.</param>
/// <param name="Role">What they may do there.</param>
/// <param name="Since">Since when.</param>
public sealed record EnterableNetwork(Guid SpaceId, string Owner, SpaceRole Role, DateTime Since)
{
    public bool IsOwn => Role == SpaceRole.Owner;
}

public static class SharingQueries
{
    /// <summary>The zone in which days are counted in the network that is an account's own.</summary>
    public static async Task<string> HomeZone(this Store store, Guid account, CancellationToken stop)
    {
        var home = await store.HomeOf(account, stop);
        return await store.Spaces.Where(s => s.Id == home).Select(s => s.TimeZone).SingleAsync(stop);
    }

    /// <summary>Who may enter a space: who owns it, then those who were let in first.</summary>
    public static async Task<IReadOnlyList<Sharer>> WhoMayEnter(this Store store, Guid space, CancellationToken stop)
    {
        var all = await (from access in store.Accesses
                         where access.SpaceId == space
                         join account in store.Accounts on access.AccountId equals account.Id
                         select new { account.Id, account.Name, account.Mail, access.Role, access.Since }).ToListAsync(stop);
        return [.. all.OrderByDescending(a => a.Role == SpaceRole.Owner).ThenBy(a => a.Since).ThenBy(a => a.Id).Select(a => new Sharer(a.Id, a.Name, a.Mail, a.Role, a.Since))];
    }

    /// <summary>Those of them who are shown to who looks: to the owner all, to others who owns it and themselves.</summary>
    public static async Task<IReadOnlyList<Sharer>> SharersShown(this Store store, Guest guest, CancellationToken stop) =>
        [.. (await store.WhoMayEnter(guest.Owner.SpaceId, stop)).Where(s => guest.IsOwner || s.Role == SpaceRole.Owner || s.AccountId == guest.AccountId)];

    /// <summary>The networks an account may enter: its own, then those it was let into first.</summary>
    public static async Task<IReadOnlyList<EnterableNetwork>> NetworksOf(this Store store, Guid account, CancellationToken stop)
    {
        var (accesses, accounts) = (store.Accesses, store.Accounts);
        var all = await (from access in accesses
                         where access.AccountId == account
                         join space in store.Spaces on access.SpaceId equals space.Id
                         where space.Kind == SpaceKind.Network
                         select new
                         {
                             access.SpaceId,
                             access.Role,
                             access.Since,
                             Owner = accesses.Where(a => a.SpaceId == access.SpaceId && a.Role == SpaceRole.Owner).OrderBy(a => a.Since).Join(accounts, a => a.AccountId, a => a.Id, (_, a) => a.Name).FirstOrDefault() ?? space.Name,
                         }).ToListAsync(stop);
        return [.. all.OrderByDescending(a => a.Role == SpaceRole.Owner).ThenBy(a => a.Since).ThenBy(a => a.SpaceId).Select(a => new EnterableNetwork(a.SpaceId, a.Owner, a.Role, a.Since))];
    }
}
