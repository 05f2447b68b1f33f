using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

/// <summary>A circle that an account may enter.</summary>
public sealed record EnterableCircle(Guid SpaceId, string Name, SpaceRole Role, DateTime Since);

/// <summary>Which circles an account may enter. This is the one place where rows of several spaces are looked at together: of circles by whoever may enter each of them, of networks only to tell that there is something.</summary>
/// <remarks>A filter is lifted for a query as a whole: whatever else is asked in it must say of which space it is.</remarks>
public static class CircleAccessQueries
{
    /// <summary>Somebody comes into a circle: from here on the store sees its space, and days are counted as they are there. To who may not enter, it is not there.</summary>
    /// <remarks>A key to a network of one's own acts for the account in its circles; one to somebody else's network does not.</remarks>
    public static async Task<Guest> EnterCircle(this Store store, Guest guest, Guid circle, CancellationToken stop)
    {
        if (guest.IsKeyToAnothers || await ByCircle.For(store)(store, guest.AccountId, circle) is not { } found) throw new NotFound("Accounts.NoSuchCircle");
        stop.ThrowIfCancellationRequested();
        (store.SpaceId, store.ShowsPrivate) = (circle, true);
        return guest with { Owner = Owner.Of(circle, found.TimeZone, guest.Owner.Culture.Name), Role = found.Role, NetworkRole = guest.Role, NetworkId = guest.Owner.SpaceId, OwnersName = null };
    }

    public static Task<bool> IsCircle(this Store store, Guid space, CancellationToken stop) => store.Spaces.AnyAsync(s => s.Id == space && s.Kind == SpaceKind.Circle, stop);

    /// <summary>The circles an account may enter, by name.</summary>
    public static async Task<IReadOnlyList<EnterableCircle>> CirclesOf(this Store store, Guid account, CancellationToken stop)
    {
        var all = await store.Accesses.Where(a => a.AccountId == account).Join(store.Spaces.Where(s => s.Kind == SpaceKind.Circle), a => a.SpaceId, s => s.Id, (a, s) => new EnterableCircle(s.Id, s.Name, a.Role, a.Since)).ToListAsync(stop);
        return [.. all.OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.SpaceId)];
    }

    /// <summary>Rows of all the circles that an account may enter.</summary>
    public static IQueryable<T> InCirclesOf<T>(this Store store, Guid account) where T : class, IOwned
    {
        var (accesses, spaces) = (store.Accesses, store.Spaces);
        var mine = accesses.Where(a => a.AccountId == account && spaces.Any(s => s.Id == a.SpaceId && s.Kind == SpaceKind.Circle)).Select(a => a.SpaceId);
        return store.Set<T>().IgnoreQueryFilters([Store.SpaceFilter]).Where(row => mine.Contains(row.SpaceId)); // so that the rows of these circles alone are read
    }

    /// <summary>Rows of the networks that these accounts own: only to tell that there is something, to who was told that it may be told, and never what.</summary>
    public static IQueryable<T> InNetworksOf<T>(this Store store, IQueryable<Guid> accounts) where T : class, IOwned
    {
        var (accesses, spaces) = (store.Accesses, store.Spaces);
        var theirs = accesses.Where(a => accounts.Contains(a.AccountId) && a.Role == SpaceRole.Owner && spaces.Any(s => s.Id == a.SpaceId && s.Kind == SpaceKind.Network)).Select(a => a.SpaceId);
        return store.Set<T>().IgnoreQueryFilters([Store.SpaceFilter]).Where(row => theirs.Contains(row.SpaceId));
    }

    /// <summary>The accounts that own the network which is looked at.</summary>
    private static IQueryable<Guid> NetworkOwners(this Store store)
    {
        var space = store.SpaceId;
        return store.Accesses.Where(a => a.SpaceId == space && a.Role == SpaceRole.Owner).OrderBy(a => a.Since).Select(a => a.AccountId);
    }

    /// <summary>The account whose network is looked at; null when it is nobody's yet, or of several: then nobody's circles are shown in it.</summary>
    public static async Task<Guid?> NetworkOwner(this Store store, CancellationToken stop) => await store.NetworkOwners().Take(2).ToListAsync(stop) is [var only] ? only : null;

    /// <summary>Looks at another space for a moment, and at the one it looked at afterwards. Who may see it is asked before.</summary>
    public static async Task<T> LookingAt<T>(this Store store, Guid space, Func<Task<T>> look)
    {
        var before = store.SpaceId;
        store.SpaceId = space;
        try
        {
            return await look();
        }
        finally
        {
            store.SpaceId = before;
        }
    }

    private static readonly Question<Func<Store, Guid, Guid, Task<Found?>>> ByCircle = new(() => EF.CompileAsyncQuery((Store store, Guid account, Guid circle) =>
        (from access in store.Set<Access>()
         where access.AccountId == account && access.SpaceId == circle
         join space in store.Set<Space>() on access.SpaceId equals space.Id
         where space.Kind == SpaceKind.Circle
         select new Found(access.Role, space.TimeZone)).SingleOrDefault()));

    private sealed record Found(SpaceRole Role, string TimeZone);
}
