using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>A circle in a list.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Role">What whoever looks may do there.</param>
/// <param name="Purpose">What it is for; null until they agreed to its charter.</param>
/// <param name="Members">How many are in it.</param>
/// <param name="Asks">How many asks are open in it that they may see.</param>
public sealed record CircleLine(Guid Id, string Name, SpaceRole Role, string? Purpose, int Members, int Asks);

public static class CircleQueries
{
    /// <summary>The circles of an account, by name.</summary>
    public static async Task<IReadOnlyList<CircleLine>> MyCircles(this Store store, Guid account, DateOnly today, CancellationToken stop)
    {
        var mine = await store.CirclesOf(account, stop);
        if (mine.Count == 0) return [];
        var purposes = await store.InCirclesOf<Circle>(account).ToDictionaryAsync(c => c.SpaceId, c => c.Purpose, stop);
        var members = await store.InCirclesOf<Member>(account).Where(m => m.LeftAt == null).GroupBy(m => m.SpaceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var asks = await store.InCirclesOf<Post>(account).Where(p => p.State == PostState.Open && p.Kind == PostKind.Ask && !p.IsForHardTimes && (p.Until == null || p.Until >= today)).GroupBy(p => p.SpaceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var agreed = (await store.InCirclesOf<Member>(account).Where(m => m.Id == account && m.LeftAt == null).Select(m => m.SpaceId).ToListAsync(stop)).ToHashSet();
        return [.. mine.Select(c => agreed.Contains(c.SpaceId) ? new(c.SpaceId, c.Name, c.Role, purposes.GetValueOrDefault(c.SpaceId), members.GetValueOrDefault(c.SpaceId), asks.GetValueOrDefault(c.SpaceId)) : new CircleLine(c.SpaceId, c.Name, c.Role, null, 0, 0))];
    }

    /// <summary>The space of the circle that is looked at.</summary>
    public static Task<Space> SpaceHere(this Store store, CancellationToken stop)
    {
        var here = store.SpaceId;
        return store.Spaces.AsNoTracking().SingleAsync(s => s.Id == here, stop);
    }
}
