using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>A member in a list.</summary>
public sealed record MemberLine(Member Member, SpaceRole Role);

/// <summary>A member who says they can help with what somebody asks.</summary>
/// <param name="Member">Who.</param>
/// <param name="Topics">With which of its topics.</param>
public sealed record FittingMember(Member Member, IReadOnlyList<string> Topics);

/// <summary>What is known of how fast somebody answers.</summary>
/// <param name="Minutes">In half of the cases faster.</param>
/// <param name="Times">How often somebody waited for them lately.</param>
public sealed record ReplyTime(int Minutes, int Times);

public static class MemberQueries
{
    private const int LastReplies = 20, LeastReplies = 3;

    /// <summary>The members, by name; those whose name, or a topic of theirs, begins so.</summary>
    /// <param name="store">Looks at the circle.</param>
    /// <param name="seat">Who looks: they do not see whom they are apart from.</param>
    /// <param name="about">A name or a topic; null for all.</param>
    /// <param name="after">The member after whom the list goes on.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<IReadOnlyList<MemberLine>> MembersHere(this Store store, CircleSeat seat, string? about, Guid? after, int most, CancellationToken stop)
    {
        var (here, apart, members) = (store.SpaceId, (await store.Unseen(seat, stop)).ToList(), store.Members.AsNoTracking().Where(m => m.LeftAt == null));
        if (apart.Count > 0) members = members.Where(m => !apart.Contains(m.Id));
        if (Texts.Filled(about) is { } typed)
        {
            var (from, to, topics) = (CircleTopic.Normal(typed), CircleTopic.Normal(typed) + "\uffff", store.CircleTopics);
            var helping = topics.Where(t => t.Of == TopicOf.Helps && t.TopicNormal.CompareTo(from) >= 0 && t.TopicNormal.CompareTo(to) < 0).Select(t => t.OfId);
            members = members.Where(m => m.SortKey.CompareTo(from) >= 0 && m.SortKey.CompareTo(to) < 0 || helping.Contains(m.Id));
        }
        if (after is { } last && await store.Members.Where(m => m.Id == last).Select(m => m.SortKey).SingleOrDefaultAsync(stop) is { } key) members = members.Where(m => m.SortKey.CompareTo(key) > 0 || m.SortKey == key && m.Id > last);
        var found = await members.OrderBy(m => m.SortKey).ThenBy(m => m.Id).Take(most).ToListAsync(stop);
        var (ids, accesses) = (found.Select(m => m.Id).ToList(), store.Accesses);
        var roles = await accesses.Where(a => a.SpaceId == here && ids.Contains(a.AccountId)).ToDictionaryAsync(a => a.AccountId, a => a.Role, stop);
        return [.. found.Select(m => new MemberLine(m, roles.GetValueOrDefault(m.Id)))];
    }

    /// <summary>Who hosts the circle: whom one turns to.</summary>
    public static async Task<IReadOnlyList<MemberLine>> HostsHere(this Store store, CancellationToken stop)
    {
        var (here, members) = (store.SpaceId, store.Members.Where(m => m.LeftAt == null));
        var all = await store.Accesses.Where(a => a.SpaceId == here && a.Role >= SpaceRole.Host).Join(members, a => a.AccountId, m => m.Id, (a, m) => new { m, a.Role, a.Since }).AsNoTracking().ToListAsync(stop);
        return [.. all.OrderByDescending(a => a.Role).ThenBy(a => a.Since).Select(a => new MemberLine(a.m, a.Role))];
    }

    /// <summary>A member that somebody may see. Whom they are apart from they find all the same, to undo it.</summary>
    public static async Task<MemberLine> MemberShown(this Store store, CircleSeat seat, Guid id, CancellationToken stop)
    {
        var (here, me) = (store.SpaceId, seat.Id);
        var member = await store.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.LeftAt == null, stop) ?? throw new NotFound("Circles.NoSuchMember");
        if (!seat.Hosts && await store.MemberBlocks.AnyAsync(b => b.ById == id && b.OfId == me, stop)) throw new NotFound("Circles.NoSuchMember");
        return new(member, await store.Accesses.Where(a => a.SpaceId == here && a.AccountId == id).Select(a => a.Role).SingleOrDefaultAsync(stop));
    }

    /// <summary>Members who can help with a topic of this post, those with the most of them first.</summary>
    public static async Task<IReadOnlyList<FittingMember>> WhoFits(this Store store, CircleSeat seat, Post post, int most, CancellationToken stop)
    {
        var topics = CircleTopic.Split(post.Topics);
        var (about, apart, author, me) = (topics.Select(CircleTopic.Normal).ToList(), (await store.Apart(seat.Id, stop)).ToList(), post.AuthorId, seat.Id);
        if (about.Count == 0) return [];
        var (hard, all) = (post.IsForHardTimes, store.Members.Where(m => m.LeftAt == null));
        var helps = store.CircleTopics.Where(t => t.Of == TopicOf.Helps && about.Contains(t.TopicNormal) && t.OfId != author && t.OfId != me && !apart.Contains(t.OfId) && all.Any(m => m.Id == t.OfId && !(hard && m.IsForEmployer)));
        var found = (await helps.Select(t => new { t.OfId, t.TopicNormal }).ToListAsync(stop)).ToLookup(t => t.OfId, t => t.TopicNormal); // counted here: a database that groups reads the topics of all
        var first = found.OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(most).Select(g => g.Key).ToList();
        var members = await store.Members.AsNoTracking().Where(m => first.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        return [.. first.Where(members.ContainsKey).Select(id => new FittingMember(members[id], [.. topics.Where(t => found[id].Contains(CircleTopic.Normal(t)))]))];
    }

    /// <summary>How fast somebody usually answers; null when too little is known.</summary>
    public static async Task<ReplyTime?> ReplyTimeOf(this Store store, Guid member, CancellationToken stop)
    {
        var waited = await store.Replies.Where(r => r.AuthorId == member && r.WaitedMinutes != null).OrderByDescending(r => r.At).Select(r => r.WaitedMinutes!.Value).Take(LastReplies).ToListAsync(stop);
        return waited.Count < LeastReplies ? null : new(waited.Order().ElementAt((waited.Count - 1) / 2), waited.Count);
    }

    /// <summary>How many are in the circle that is looked at.</summary>
    public static Task<int> CountMembers(this Store store, CancellationToken stop) => store.Members.CountAsync(m => m.LeftAt == null, stop);
}
