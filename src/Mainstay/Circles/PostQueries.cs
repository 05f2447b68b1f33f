using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>A post in a list.</summary>
/// <param name="Post">What it says.</param>
/// <param name="Author">What whoever wrote it is called; empty once they left.</param>
/// <param name="Replies">How many answers it has.</param>
/// <param name="Claims">How many of them offer something.</param>
public sealed record PostLine(Post Post, string Author, int Replies, int Claims);

/// <summary>An answer in a thread.</summary>
public sealed record ReplyLine(Reply Reply, string Author);

/// <summary>Which posts are looked for.</summary>
public sealed record PostFilter
{
    public IReadOnlyList<PostKind> Kinds { get; init; } = [PostKind.Ask, PostKind.Offer];

    /// <summary>Only those by them.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>Also those that were closed or have run out.</summary>
    public bool IsAll { get; init; }

    /// <summary>Only those about all of these words.</summary>
    public string? About { get; init; }

    /// <summary>Those before this one.</summary>
    public Guid? Before { get; init; }
}

public static class PostQueries
{
    /// <summary>What so few have is looked up by it.</summary>
    private const int Few = 1_000;

    /// <summary>The posts that somebody may see, the newest first.</summary>
    public static async Task<IReadOnlyList<PostLine>> PostsHere(this Store store, CircleSeat seat, PostFilter filter, DateOnly today, int most, CancellationToken stop)
    {
        var (kinds, posts) = (filter.Kinds, store.SeenBy(seat, await store.Unseen(seat, stop)));
        posts = posts.Where(p => kinds.Contains(p.Kind));
        if (filter.AuthorId is { } author) posts = posts.Where(p => p.AuthorId == author);
        if (!filter.IsAll) posts = posts.Where(p => p.State == PostState.Open && (p.Until == null || p.Until >= today));
        if (filter.Before is { } before) posts = posts.Where(p => p.Id < before);
        posts = await store.About(posts, filter.About, stop);
        return await store.Lined(seat, filter.IsAll || filter.AuthorId is not null ? posts.OrderByDescending(p => p.Id).Take(most) : await posts.NewestOf(kinds, most, stop), stop);
    }

    /// <summary>Open asks about what somebody can help with, the ones that end first first.</summary>
    public static async Task<IReadOnlyList<PostLine>> AsksForMe(this Store store, CircleSeat seat, DateOnly today, int most, CancellationToken stop)
    {
        var (me, topics) = (seat.Id, store.CircleTopics);
        var helps = topics.Where(t => t.OfId == me && t.Of == TopicOf.Helps).Select(t => t.TopicNormal);
        var asks = topics.Where(t => t.Of == TopicOf.Ask && helps.Contains(t.TopicNormal)).Select(t => t.OfId);
        var posts = store.SeenBy(seat, await store.Apart(me, stop)).Where(p => p.State == PostState.Open && p.Kind == PostKind.Ask && p.AuthorId != me && (p.Until == null || p.Until >= today) && asks.Contains(p.Id));
        return await store.Lined(seat, posts.OrderBy(p => p.Until == null).ThenBy(p => p.Until).ThenByDescending(p => p.Id).Take(most), stop);
    }

    /// <summary>Posts that share a topic with one: offers for an ask, asks for an offer, and lessons for both.</summary>
    public static async Task<IReadOnlyList<PostLine>> MatchesOf(this Store store, CircleSeat seat, Post post, PostKind kind, DateOnly today, int most, CancellationToken stop)
    {
        var (about, author) = (CircleTopic.Split(post.Topics).Select(CircleTopic.Normal).ToList(), post.AuthorId);
        if (about.Count == 0) return [];
        var of = kind switch { PostKind.Ask => TopicOf.Ask, PostKind.Offer => TopicOf.Offer, PostKind.Lesson => TopicOf.Lesson, _ => TopicOf.Resource };
        var found = store.CircleTopics.Where(t => t.Of == of && about.Contains(t.TopicNormal)).Select(t => t.OfId);
        var posts = store.SeenBy(seat, await store.Apart(seat.Id, stop)).Where(p => p.Kind == kind && p.State != PostState.Closed && p.AuthorId != author && found.Contains(p.Id));
        if (kind is PostKind.Ask or PostKind.Offer) posts = posts.Where(p => p.State == PostState.Open && (p.Until == null || p.Until >= today));
        return await store.Lined(seat, posts.OrderByDescending(p => p.Id).Take(most), stop);
    }

    /// <summary>Those of some posts that somebody may see.</summary>
    internal static async Task<IReadOnlyList<PostLine>> PostsAmong(this Store store, CircleSeat seat, List<Guid> some, CancellationToken stop) =>
        await store.Lined(seat, store.SeenBy(seat, await store.Unseen(seat, stop)).Where(p => some.Contains(p.Id)), stop);

    /// <summary>A post that somebody may see.</summary>
    public static async Task<PostLine> PostShown(this Store store, CircleSeat seat, Guid id, CancellationToken stop)
    {
        var posts = store.SeenBy(seat, await store.Unseen(seat, stop), hidden: true).Where(p => p.Id == id);
        return (await store.Lined(seat, posts, stop)).SingleOrDefault() ?? throw new NotFound("Circles.NoSuchPost");
    }

    /// <summary>What was answered to a post that they may see, the oldest first, without whom they do not want to see. What the hosts hid, they and whoever wrote it see.</summary>
    public static async Task<IReadOnlyList<ReplyLine>> RepliesTo(this Store store, CircleSeat seat, Guid post, CancellationToken stop)
    {
        var (me, hosts, apart, members) = (seat.Id, seat.Hosts, await store.Unseen(seat, stop), store.Members);
        var all = await store.Replies.AsNoTracking().Where(r => r.PostId == post && (!r.IsHidden || hosts || r.AuthorId == me)).Join(members, r => r.AuthorId, m => m.Id, (r, m) => new { r, m.Name }).OrderBy(r => r.r.At).ThenBy(r => r.r.Id).ToListAsync(stop);
        return [.. all.Where(r => !apart.Contains(r.r.AuthorId)).Select(r => new ReplyLine(r.r, r.Name))];
    }

    /// <summary>What somebody may see: nothing by whom they are apart from, nothing hidden but to its hosts and its author, nothing of hard times who is here for an employer.</summary>
    internal static IQueryable<Post> SeenBy(this Store store, CircleSeat seat, IReadOnlySet<Guid> apart, bool hidden = false)
    {
        var (me, hosts, others) = (seat.Id, seat.Hosts, apart.ToList());
        var posts = store.Posts.AsNoTracking().Where(p => p.State != PostState.Hidden || hidden && (hosts || p.AuthorId == me));
        if (!seat.SeesHardTimes) posts = posts.Where(p => !p.IsForHardTimes);
        return others.Count == 0 ? posts : posts.Where(p => !others.Contains(p.AuthorId));
    }

    /// <summary>Each word must be a topic of it or begin a word of it. What was asked in a hard time is found by no search.</summary>
    private static async Task<IQueryable<Post>> About(this Store store, IQueryable<Post> posts, string? about, CancellationToken stop)
    {
        if (Texts.Filled(about) is null) return posts;
        posts = posts.Where(p => !p.IsForHardTimes);
        List<Guid>? fewest = null;
        foreach (var word in PostActions.Sought(about!).Take(CircleTopic.Most))
        {
            var (from, to, topics) = (word, word + "\uffff", store.CircleTopics);
            posts = posts.Where(p => topics.Any(t => t.OfId == p.Id && (int)t.Of == (int)p.Kind + (int)TopicOf.Ask && t.TopicNormal.CompareTo(from) >= 0 && t.TopicNormal.CompareTo(to) < 0));
            var with = await topics.Where(t => t.Of >= TopicOf.Ask && t.TopicNormal.CompareTo(from) >= 0 && t.TopicNormal.CompareTo(to) < 0).Select(t => t.OfId).Take(Few + 1).ToListAsync(stop);
            if (fewest is null || with.Count < fewest.Count) fewest = with;
        }
        // A rare word leads to what has it; where all are common, what is looked through from the newest on is soon enough.
        return fewest is { Count: <= Few } some ? posts.Where(p => some.Contains(p.Id)) : posts;
    }

    /// <summary>The newest of each kind, then of all: so each is read by its index from the newest on, and no further than it is shown.</summary>
    private static async Task<IQueryable<Post>> NewestOf(this IQueryable<Post> posts, IReadOnlyList<PostKind> kinds, int most, CancellationToken stop)
    {
        var ids = new List<Guid>();
        foreach (var kind in kinds) ids.AddRange(await posts.Where(p => p.Kind == kind).OrderByDescending(p => p.Id).Take(most).Select(p => p.Id).ToListAsync(stop));
        List<Guid> newest = [.. ids.OrderDescending().Take(most)];
        return posts.Where(p => newest.Contains(p.Id)).OrderByDescending(p => p.Id);
    }

    internal static async Task<IReadOnlyList<PostLine>> Lined(this Store store, CircleSeat seat, IQueryable<Post> posts, CancellationToken stop)
    {
        var unseen = (await store.Unseen(seat, stop)).ToList();
        var (members, replies) = (store.Members, store.Replies.Where(r => !r.IsHidden && !unseen.Contains(r.AuthorId)));
        var all = await posts.Select(p => new
        {
            p,
            Author = members.Where(m => m.Id == p.AuthorId).Select(m => m.Name).First(),
            Replies = replies.Count(r => r.PostId == p.Id),
            Claims = replies.Count(r => r.PostId == p.Id && r.Kind >= ReplyKind.ICan),
        }).ToListAsync(stop);
        return [.. all.Select(a => new PostLine(a.p, a.Author, a.Replies, a.Claims))];
    }
}
