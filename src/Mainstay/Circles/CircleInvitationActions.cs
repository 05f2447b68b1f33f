using Mainstay.Accounts;
using Mainstay.Sharing;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary>Hosts invite into their circle; into hosting it, who owns it.</summary>
public static class CircleInvitationActions
{
    public static Task<MadeInvitation> InviteIntoCircle(this Store store, Guid me, NewInvitation details, Settings settings, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop, SpaceRole.Host);
        Mistaken.ThrowIf(new Problems().When(details.Role >= SpaceRole.Host && !seat.Owns, "role", "Circles.OwnersDoThis"));
        var made = await store.InviteAndSend(details with { IsIntoCircle = true, ById = me }, settings, clock, stop);
        if (made.Link is null) return made;
        store.Note(AuditDeed.Invited, me, null, clock.GetUtcNow().UtcDateTime);
        await store.SaveChangesAsync(stop);
        return made;
    }, stop);

    /// <summary>From now on it lets nobody in. Who came in by it stays.</summary>
    public static Task<int> RevokeCircleInvitation(this Store store, Guid me, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop, SpaceRole.Host);
        await store.RevokeInvitation(id, store.SpaceId, clock, stop);
        store.Note(AuditDeed.InvitationRevoked, me, null, clock.GetUtcNow().UtcDateTime);
        return await store.SaveChangesAsync(stop);
    }, stop);
}
