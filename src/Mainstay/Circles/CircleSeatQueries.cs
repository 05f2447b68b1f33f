using Mainstay.Accounts;
using Mainstay.Hosting;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>Somebody who acts in a circle: as which member, and with which role.</summary>
public sealed record CircleSeat(Member Me, SpaceRole Role)
{
    public Guid Id => Me.Id;

    public bool Hosts => Role >= SpaceRole.Host;

    public bool Owns => Role == SpaceRole.Owner;

    /// <summary>What is asked for in hard times is no business of who is here for an employer.</summary>
    public bool SeesHardTimes => !Me.IsForEmployer;
}

public static class CircleSeatQueries
{
    /// <summary>Where somebody sits in the circle that is looked at; null while they may come in but have not agreed to its charter.</summary>
    public static async Task<CircleSeat?> FindSeat(this Store store, Guid account, CancellationToken stop)
    {
        var circle = store.SpaceId;
        var (members, found) = (store.Members, store.Accesses.Where(a => a.AccountId == account && a.SpaceId == circle));
        return await found.Join(members.Where(m => m.LeftAt == null), a => a.AccountId, m => m.Id, (a, m) => new { m, a.Role }).AsNoTracking().SingleOrDefaultAsync(stop) is { } seat ? new(seat.m, seat.Role) : null;
    }

    /// <summary>Where somebody sits, who must be able to do what is about to be done. Asked within the writing, so that whoever was taken out a moment ago writes nothing.</summary>
    public static async Task<CircleSeat> SeatOf(this Store store, Guid account, CancellationToken stop, SpaceRole least = SpaceRole.Member) => await store.FindSeat(account, stop) switch
    {
        null => throw new NotFound("Circles.NotIn"),
        { } seat when seat.Role < least => throw new Turned(403, least >= SpaceRole.Host ? "Circles.HostsDoThis" : "Circles.YouMayRead"),
        { } seat => seat,
    };

    /// <summary>What somebody sees in each of their circles, as the member they are there; without those to whose charter they have not agreed.</summary>
    internal static async Task<IReadOnlyList<T>> InEachCircle<T>(this Store store, Guid account, Func<EnterableCircle, CircleSeat, Task<T>> look, CancellationToken stop)
    {
        var seen = new List<T>();
        foreach (var circle in await store.CirclesOf(account, stop))
        {
            await store.LookingAt(circle.SpaceId, async () =>
            {
                if (await store.FindSeat(account, stop) is { } seat) seen.Add(await look(circle, seat));
                return true;
            });
        }
        return seen;
    }

    /// <summary>Those whose words somebody does not see. Who hosts sees those who keep apart from them, or nobody could be held to the charter.</summary>
    internal static async Task<IReadOnlySet<Guid>> Unseen(this Store store, CircleSeat seat, CancellationToken stop) =>
        seat.Hosts ? (await store.BlockedBy(seat.Id, stop)).ToHashSet() : await store.Apart(seat.Id, stop);

    /// <summary>Those whom somebody wants not to see or be seen by, whoever of the two said so.</summary>
    public static async Task<IReadOnlySet<Guid>> Apart(this Store store, Guid member, CancellationToken stop) =>
        (await store.MemberBlocks.Where(b => b.ById == member || b.OfId == member).Select(b => b.ById == member ? b.OfId : b.ById).ToListAsync(stop)).ToHashSet();
}
