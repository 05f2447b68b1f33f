using Mainstay.Accounts;
using Mainstay.Hosting;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Circles;

/// <summary>Members come in, show what they choose, change roles, leave and are taken out. Everything holds from the next request on.</summary>
public static class MemberActions
{
    /// <summary>Whoever may come in agrees to the charter, and says how they want to be shown.</summary>
    public static Task<Member> AgreeToCharter(this Store store, Guid account, MemberProfile profile, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(profile.Check());
        var here = store.SpaceId;
        if (!await store.Accesses.AnyAsync(a => a.SpaceId == here && a.AccountId == account, stop)) throw new NotFound("Accounts.NoSuchCircle");
        var now = clock.GetUtcNow().UtcDateTime;
        if (await store.Members.SingleOrDefaultAsync(m => m.Id == account, stop) is not { } member) member = store.Add(new Member { Id = account, Name = "", SortKey = "", JoinedAt = now }).Entity;
        else if (member.LeftAt is null) return member;
        member.LeftAt = null;
        await store.Show(member, profile with { IsForEmployer = profile.IsForEmployer || member.IsForEmployer }, stop); // who comes back is what the hosts said
        store.Note(AuditDeed.Joined, account, null, now);
        await store.SaveChangesAsync(stop);
        return member;
    }, stop);

    /// <summary>A member says anew how they want to be shown.</summary>
    public static Task<Member> ChangeProfile(this Store store, Guid me, MemberProfile profile, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(profile.Check());
        await store.SeatOf(me, stop, SpaceRole.Guest);
        var member = await store.Members.SingleAsync(m => m.Id == me, stop);
        if (member.IsForEmployer && !profile.IsForEmployer) throw new Mistaken(new Problems().When(true, "isForEmployer", "Circles.HostsSayEmployer"));
        if (profile.IsForEmployer && !member.IsForEmployer) store.Note(AuditDeed.ForEmployer, me, me, clock.GetUtcNow().UtcDateTime);
        await store.Show(member, profile, stop);
        await store.SaveChangesAsync(stop);
        return member;
    }, stop);

    /// <summary>The hosts say whether somebody is here for an employer, and so sees nothing of hard times.</summary>
    public static Task<int> SayForEmployer(this Store store, Guid me, Guid who, bool isForEmployer, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop, SpaceRole.Host);
        var member = await store.MemberToChange(who, stop);
        if (member.IsForEmployer == isForEmployer) return 0;
        if (!isForEmployer && (who == me || !seat.SeesHardTimes)) throw new Turned(403, "Circles.AnotherHostSays");
        member.IsForEmployer = isForEmployer;
        store.Note(isForEmployer ? AuditDeed.ForEmployer : AuditDeed.NotForEmployer, me, who, clock.GetUtcNow().UtcDateTime);
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Hosts make members and guests of each other; of hosts and owners only who owns the circle does.</summary>
    public static Task<int> ChangeMemberRole(this Store store, Guid me, Guid who, SpaceRole role, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop, SpaceRole.Host);
        var access = await store.AccessHere(who, stop);
        if (!Enum.IsDefined(role)) throw new Mistaken(new Problems().When(true, "role", "Circles.NoRole"));
        if (access.Role == role) return 0;
        if (!seat.Owns && (role >= SpaceRole.Host || access.Role >= SpaceRole.Host)) throw new Turned(403, "Circles.OwnersDoThis");
        if (access.Role == SpaceRole.Owner && await store.IsOnlyOwner(who, stop)) throw new Conflict("Circles.LastOwner");
        if (role < access.Role) await store.RevokeWhatTheyCouldUse(store.SpaceId, who, role, clock, stop);
        if (role < SpaceRole.Host) await store.RevokeWhatTheyMade(who, clock, stop);
        access.Role = role;
        store.Note(role switch { SpaceRole.Guest => AuditDeed.RoleGuest, SpaceRole.Member => AuditDeed.RoleMember, SpaceRole.Host => AuditDeed.RoleHost, _ => AuditDeed.RoleOwner }, me, who, clock.GetUtcNow().UtcDateTime);
        return await store.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Hosts take somebody out: they are out at their next request, and what they wrote stays without their name.</summary>
    public static Task<bool> TakeOutOfCircle(this Store store, Guid me, Guid who, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop, SpaceRole.Host);
        var access = await store.AccessHere(who, stop);
        if (access.Role >= SpaceRole.Host && !seat.Owns) throw new Turned(403, "Circles.OwnersDoThis");
        if (who == me || access.Role == SpaceRole.Owner && await store.IsOnlyOwner(who, stop)) throw new Conflict("Circles.LastOwner");
        await store.RevokeWhatTheyCouldUse(store.SpaceId, who, null, clock, stop);
        await store.EndMembership(who, AuditDeed.TakenOut, me, clock, stop);
        return true;
    }, stop);

    /// <summary>Somebody leaves. When the last owner goes, the circle is the host's who has been there longest; the last host of all names another first.</summary>
    public static Task<bool> LeaveCircle(this Store store, Guid me, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var here = store.SpaceId;
        var access = await store.AccessHere(me, stop);
        if (access.Role == SpaceRole.Owner && await store.IsOnlyOwner(me, stop))
        {
            var heir = await store.Heirs(me).Where(a => a.Role == SpaceRole.Host).FirstOrDefaultAsync(stop);
            if (heir is null) throw new Conflict("Circles.LastHost");
            heir.Role = SpaceRole.Owner;
            store.Note(AuditDeed.RoleOwner, me, heir.AccountId, clock.GetUtcNow().UtcDateTime);
        }
        await store.EndMembership(me, AuditDeed.Left, me, clock, stop);
        return true;
    }, stop);

    /// <summary>A member is seen; their band says no more than the day.</summary>
    internal static Task SeeMember(this Store store, Guid me, DateOnly today, CancellationToken stop) =>
        store.Members.Where(m => m.Id == me && (m.LastSeenOn == null || m.LastSeenOn < today)).ExecuteUpdateAsync(set => set.SetProperty(m => m.LastSeenOn, today), stop);

    /// <summary>What they showed of themselves goes with them; what they wrote stays without their name. Invitations that they made let nobody in any more. Who keeps apart from whom stays, should they come back.</summary>
    internal static async Task EndMembership(this Store store, Guid who, AuditDeed deed, Guid? by, TimeProvider clock, CancellationToken stop)
    {
        var (here, now) = (store.SpaceId, clock.GetUtcNow().UtcDateTime);
        store.Note(deed, by, who, now);
        await store.Accesses.Where(a => a.SpaceId == here && a.AccountId == who).ExecuteDeleteAsync(stop);
        await store.RevokeWhatTheyMade(who, clock, stop);
        await store.CircleTopics.Where(t => t.OfId == who).ExecuteDeleteAsync(stop);
        await store.CircleConnectors.Where(c => c.MemberId == who).ExecuteDeleteAsync(stop);
        await store.CircleIntroductions.Where(i => i.AskerId == who).ExecuteDeleteAsync(stop);
        await store.CircleIntroductions.Where(i => i.ConnectorId == who && i.Stage == IntroductionStage.TakenOn).ExecuteUpdateAsync(set => set.SetProperty(i => i.Stage, IntroductionStage.Asked).SetProperty(i => i.ConnectorId, (Guid?)null), stop);
        if (await store.Members.SingleOrDefaultAsync(m => m.Id == who && m.LeftAt == null, stop) is { } member)
        {
            var name = member.Name;
            await store.SaveChangesAsync(stop);
            await store.AuditEntries.Where(e => e.ById == who).ExecuteUpdateAsync(set => set.SetProperty(e => e.ByName, name), stop);
            await store.AuditEntries.Where(e => e.OfId == who).ExecuteUpdateAsync(set => set.SetProperty(e => e.OfName, name), stop);
            (member.Name, member.SortKey, member.About, member.Helps, member.Seeks, member.Style, member.TimeZone) = ("", "", null, null, null, null, null);
            (member.Capacity, member.OpensDoors, member.LastSeenOn, member.LeftAt) = (0, false, null, now);
            var today = DateOnly.FromDateTime(now);
            await store.ForgetHardTimes(store.Posts.Where(p => p.AuthorId == who), stop);
            await store.TellPages([], stop);
            await store.Posts.Where(p => p.AuthorId == who && p.State == PostState.Open && (p.Kind == PostKind.Ask || p.Kind == PostKind.Offer)).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PostState.Closed).SetProperty(p => p.ClosedOn, today), stop);
        }
        await store.SaveChangesAsync(stop);
    }

    /// <summary>Who does not host any more invites nobody.</summary>
    private static Task<int> RevokeWhatTheyMade(this Store store, Guid who, TimeProvider clock, CancellationToken stop)
    {
        var (here, now) = (store.SpaceId, clock.GetUtcNow().UtcDateTime);
        return store.Invitations.Where(i => i.SpaceId == here && i.ById == who && i.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, now), stop);
    }

    /// <summary>Their account goes: nothing in the circle names them any more.</summary>
    internal static async Task ForgetMember(this Store store, Guid who, CancellationToken stop)
    {
        await store.MemberBlocks.Where(b => b.ById == who || b.OfId == who).ExecuteDeleteAsync(stop);
        await store.AuditEntries.Where(e => e.ById == who).ExecuteUpdateAsync(set => set.SetProperty(e => e.ByName, (string?)null), stop);
        await store.AuditEntries.Where(e => e.OfId == who).ExecuteUpdateAsync(set => set.SetProperty(e => e.OfName, (string?)null), stop);
    }

    /// <summary>Who could own the circle after somebody: those who are in it, who hosts first, then who has been there longest.</summary>
    internal static IQueryable<Access> Heirs(this Store store, Guid after)
    {
        var (here, members) = (store.SpaceId, store.Members.Where(m => m.LeftAt == null));
        return store.Accesses.Where(a => a.SpaceId == here && a.AccountId != after && members.Any(m => m.Id == a.AccountId)).OrderByDescending(a => a.Role).ThenBy(a => a.Since).ThenBy(a => a.AccountId);
    }

    private static async Task Show(this Store store, Member member, MemberProfile profile, CancellationToken stop)
    {
        (member.Name, member.SortKey) = (profile.Name.Trim(), CircleActions.SortKeyOf(profile.Name));
        (member.About, member.Style, member.TimeZone) = (Filled(profile.About), Filled(profile.Style), profile.TimeZone ?? member.TimeZone);
        (member.Helps, member.Seeks) = (Listed(profile.Helps), Listed(profile.Seeks));
        (member.Capacity, member.ClaimsADay, member.OpensDoors, member.IsForEmployer) = (profile.Capacity, profile.ClaimsADay, profile.OpensDoors, profile.IsForEmployer);
        await store.CircleTopics.Where(t => t.OfId == member.Id).ExecuteDeleteAsync(stop);
        store.Mark(TopicOf.Helps, member.Id, member.Helps);
        store.Mark(TopicOf.Seeks, member.Id, member.Seeks);
    }

    /// <summary>Keeps the topics of something so that they are found.</summary>
    internal static void Mark(this Store store, TopicOf of, Guid id, string? topics) =>
        store.AddRange(CircleTopic.Split(topics).Select(t => new CircleTopic { Of = of, OfId = id, TopicNormal = CircleTopic.Normal(t) }));

    /// <summary>Topics as they are kept: one a line.</summary>
    internal static string? Listed(string? topics) => Filled(string.Join('\n', CircleTopic.Split(topics)));

    private static async Task<Access> AccessHere(this Store store, Guid who, CancellationToken stop)
    {
        var here = store.SpaceId;
        return await store.Accesses.SingleOrDefaultAsync(a => a.SpaceId == here && a.AccountId == who, stop) ?? throw new NotFound("Circles.NoSuchMember");
    }

    private static async Task<bool> IsOnlyOwner(this Store store, Guid who, CancellationToken stop)
    {
        var here = store.SpaceId;
        return !await store.Accesses.AnyAsync(a => a.SpaceId == here && a.AccountId != who && a.Role == SpaceRole.Owner, stop);
    }

    private static async Task<Member> MemberToChange(this Store store, Guid who, CancellationToken stop) =>
        await store.Members.SingleOrDefaultAsync(m => m.Id == who && m.LeftAt == null, stop) ?? throw new NotFound("Circles.NoSuchMember");
}
