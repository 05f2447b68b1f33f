using Mainstay.Jobs;
using Mainstay.Live;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Circles;

/// <summary>Members ask, offer and leave lessons; others say "tell me more", or what they can do about it.</summary>
public static class PostActions
{
    /// <summary>Words of a lesson by which it is found.</summary>
    private const int MostWords = 150, ShortestWord = 3;

    /// <summary>Tells the circle something.</summary>
    public static Task<Post> PostInCircle(this Store store, Guid me, NewPost post, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop);
        Mistaken.ThrowIf(post.Check(today).When(post.IsForHardTimes && !seat.SeesHardTimes, "isForHardTimes", "Circles.NotForEmployers"));
        if (post.Id is { } once && await store.Posts.FirstOrDefaultAsync(p => p.Id == once && p.AuthorId == me, stop) is { } already) return already;
        var (now, circle) = (clock.GetUtcNow().UtcDateTime, await store.CircleHere(stop));
        var dayAgo = now.AddDays(-1);
        if (post.Kind == PostKind.Ask && await store.Posts.CountAsync(p => p.AuthorId == me && p.Kind == PostKind.Ask && p.CreatedAt > dayAgo, stop) >= circle.AsksADay) throw new CannotBeDone("Circles.AsksEnough", circle.AsksADay);
        if (post.Kind != PostKind.Ask && await store.Posts.CountAsync(p => p.AuthorId == me && p.Kind != PostKind.Ask && p.CreatedAt > dayAgo, stop) >= circle.RepliesADay) throw new CannotBeDone("Circles.RepliesEnough", circle.RepliesADay);
        var row = store.Add(new Post
        {
            Id = await store.FreshId<Post>(post.Id, stop), Kind = post.Kind, AuthorId = me, Title = post.Title.Trim(), Text = Filled(post.Text), Link = post.Kind == PostKind.Resource ? Filled(post.Link) : null,
            Topics = MemberActions.Listed(post.Topics), Until = post.EndOn(today), IsForHardTimes = post.IsForHardTimes, CreatedAt = now,
        }).Entity;
        store.MarkPost(row);
        if (row is { IsForHardTimes: true, Until: { } until }) await store.Wake(HardTimesJob.Forget, until.AddDays(1).ToDateTime(default, DateTimeKind.Utc), stop);
        return await store.Changed(row, stop);
    }, stop);

    /// <summary>Whoever wrote it says it anew.</summary>
    public static Task<Post> ChangePost(this Store store, Guid me, Guid id, NewPost post, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        var row = await store.PostToChange(me, id, stop);
        if (row.State == PostState.Hidden) throw new Conflict("Circles.IsHidden");
        await store.ThrowIfUnderReport(id, stop);
        Mistaken.ThrowIf((post with { Kind = row.Kind, IsForHardTimes = row.IsForHardTimes }).Check(today));
        (row.Title, row.Text, row.Link, row.Topics) = (post.Title.Trim(), Filled(post.Text), row.Kind == PostKind.Resource ? Filled(post.Link) : null, MemberActions.Listed(post.Topics));
        row.Until = (post with { Kind = row.Kind, Until = post.Until ?? row.Until }).EndOn(today);
        await store.CircleTopics.Where(t => t.OfId == id).ExecuteDeleteAsync(stop);
        store.MarkPost(row);
        return await store.Changed(row, stop);
    }, stop);

    /// <summary>It stands until another day, or until it is closed; what was closed or had run out is open again.</summary>
    public static Task<Post> ExtendPost(this Store store, Guid me, Guid id, DateOnly? until, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        var row = await store.PostToChange(me, id, stop);
        if (row.State == PostState.Hidden) throw new Conflict("Circles.IsHidden");
        if (!(row.Kind is PostKind.Ask or PostKind.Offer)) throw new Conflict("Circles.HasNoEnd");
        Mistaken.ThrowIf(new Problems().When(row.IsForHardTimes && until is null, "until", "Circles.HardTimesEnd").When(until < today || until > today.AddDays(NewPost.LongestDays), "until", "Circles.UntilWrong", NewPost.LongestDays));
        (row.Until, row.State, row.ClosedOn) = (until, PostState.Open, null);
        if (row.IsForHardTimes) await store.Wake(HardTimesJob.Forget, until!.Value.AddDays(1).ToDateTime(default, DateTimeKind.Utc), stop);
        return await store.Changed(row, stop);
    }, stop);

    /// <summary>Whoever wrote it closes it, and says whether it helped.</summary>
    public static Task<Post> ClosePost(this Store store, Guid me, Guid id, bool helped, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        var row = await store.PostToChange(me, id, stop);
        if (row.State == PostState.Hidden) throw new Conflict("Circles.IsHidden");
        if (!(row.Kind is PostKind.Ask or PostKind.Offer)) throw new Conflict("Circles.HasNoEnd");
        (row.State, row.ClosedOn) = (helped ? PostState.Helped : PostState.Closed, today);
        await store.Changed(row, stop);
        if (row.IsForHardTimes) await store.ForgetHardTimes(store.Posts.Where(p => p.Id == id), stop);
        return row;
    }, stop);

    /// <summary>What was asked for in a hard time is deleted when it is over, with all that was answered; it is overwritten where it stood.</summary>
    internal static async Task<int> ForgetHardTimes(this Store store, IQueryable<Post> some, CancellationToken stop)
    {
        var gone = await some.Where(p => p.IsForHardTimes).Select(p => p.Id).ToListAsync(stop);
        if (gone.Count == 0) return 0;
        await store.OverwriteWhatGoes(stop);
        foreach (var ids in gone.Chunk(Store.MostParameters))
        {
            await store.CircleTopics.Where(t => ids.Contains(t.OfId)).ExecuteDeleteAsync(stop);
            await store.CircleReports.Where(r => r.PostId != null && ids.Contains(r.PostId.Value)).ExecuteDeleteAsync(stop);
            await store.Posts.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(stop);
        }
        await store.TellPages(gone, stop);
        await store.EmptyJournal();
        return gone.Count;
    }

    /// <summary>Whoever wrote it takes it away, with what was answered. What is under report stays until the hosts have looked.</summary>
    public static Task<int> RemovePost(this Store store, Guid me, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.SeatOf(me, stop);
        var row = await store.PostToChange(me, id, stop);
        await store.ThrowIfUnderReport(id, stop);
        if (row.IsForHardTimes) await store.OverwriteWhatGoes(stop);
        await store.CircleTopics.Where(t => t.OfId == id).ExecuteDeleteAsync(stop);
        store.Remove(row);
        await store.Changed(row, stop);
        return 1;
    }, stop);

    /// <summary>Answers a post: with a word, "tell me more", or an offer of help, which is one of those a member may make in a day.</summary>
    public static Task<Reply> ReplyToPost(this Store store, Guid me, Guid id, NewReply reply, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var seat = await store.SeatOf(me, stop);
        Mistaken.ThrowIf(reply.Check());
        if (reply.Id is { } once && await store.Replies.FirstOrDefaultAsync(r => r.Id == once && r.AuthorId == me, stop) is { } already) return already;
        var post = (await store.PostShown(seat, id, stop)).Post;
        if (post.State != PostState.Open || post.Until < today) throw new Conflict("Circles.IsClosed");
        if (reply.Kind != ReplyKind.Word && post.AuthorId == me) throw new Mistaken(new Problems().When(true, "kind", "Circles.YourOwn"));
        await store.ThrowIfEnough(seat, reply, clock, stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = store.Add(new Reply { Id = await store.FreshId<Reply>(reply.Id, stop), PostId = id, AuthorId = me, Kind = reply.Kind, Text = reply.Text.Trim(), At = now, WaitedMinutes = post.AuthorId == me && !post.IsForHardTimes ? await store.WaitedFor(me, id, now, stop) : null }).Entity;
        await store.Changed(post, stop);
        return row;
    }, stop);

    /// <summary>Keeps what became of a post, and tells open pages that show it.</summary>
    internal static async Task<Post> Changed(this Store store, Post post, CancellationToken stop)
    {
        await store.SaveChangesAsync(stop);
        await store.TellPages([post.Id], stop);
        return post;
    }

    /// <summary>Tells open pages that show these posts, and those that list them.</summary>
    internal static async Task TellPages(this Store store, IEnumerable<Guid> posts, CancellationToken stop)
    {
        foreach (var id in posts) await store.Signal(PostLiveQueries.Thread(id), stop);
        await store.Signal(PostLiveQueries.List, stop);
    }

    private static async Task ThrowIfEnough(this Store store, CircleSeat seat, NewReply reply, TimeProvider clock, CancellationToken stop)
    {
        var (me, dayAgo, circle) = (seat.Id, clock.GetUtcNow().UtcDateTime.AddDays(-1), await store.CircleHere(stop));
        var kinds = await store.Replies.Where(r => r.AuthorId == me && r.At > dayAgo).Select(r => r.Kind).ToListAsync(stop);
        if (kinds.Count >= circle.RepliesADay) throw new CannotBeDone("Circles.RepliesEnough", circle.RepliesADay);
        if (reply.IsClaim && kinds.Count(k => k >= ReplyKind.ICan) >= seat.Me.ClaimsADay) throw new CannotBeDone("Circles.ClaimsEnough", seat.Me.ClaimsADay);
    }

    /// <summary>For how long others have waited for a word of whoever wrote the post; null when nobody has.</summary>
    private static async Task<int?> WaitedFor(this Store store, Guid me, Guid post, DateTime now, CancellationToken stop)
    {
        var mine = await store.Replies.Where(r => r.PostId == post && r.AuthorId == me).MaxAsync(r => (DateTime?)r.At, stop) ?? DateTime.MinValue;
        return await store.Replies.Where(r => r.PostId == post && r.AuthorId != me && r.At > mine).MinAsync(r => (DateTime?)r.At, stop) is { } since ? (int)(now - since).TotalMinutes : null;
    }

    /// <summary>What is reported stays as it is until the hosts have looked.</summary>
    private static async Task ThrowIfUnderReport(this Store store, Guid id, CancellationToken stop)
    {
        if (await store.CircleReports.AnyAsync(r => r.PostId == id && r.State == ReportState.Open, stop)) throw new Conflict("Circles.UnderReport");
    }

    private static async Task<Post> PostToChange(this Store store, Guid me, Guid id, CancellationToken stop) =>
        await store.Posts.SingleOrDefaultAsync(p => p.Id == id && p.AuthorId == me, stop) ?? throw new NotFound("Circles.NoSuchPost");

    /// <summary>Asks and offers are matched by their topics; lessons and resources are found by their words too.</summary>
    private static void MarkPost(this Store store, Post post)
    {
        var of = post.Kind switch { PostKind.Ask => TopicOf.Ask, PostKind.Offer => TopicOf.Offer, PostKind.Lesson => TopicOf.Lesson, _ => TopicOf.Resource };
        var words = of is TopicOf.Ask or TopicOf.Offer ? [] : WordsOf($"{post.Title} {post.Topics} {post.Text}").Take(MostWords);
        store.AddRange(CircleTopic.Split(post.Topics).Select(CircleTopic.Normal).Concat(words).Distinct().Select(t => new CircleTopic { Of = of, OfId = post.Id, TopicNormal = t }));
    }

    /// <summary>The words that are looked for; of what has only short ones, such as "AI", all of it, as a topic.</summary>
    internal static IReadOnlyList<string> Sought(string about) => WordsOf(about).ToList() is { Count: > 0 } words ? words : [CircleTopic.Normal(about)];

    /// <summary>The words of a text by which it is looked up.</summary>
    internal static IEnumerable<string> WordsOf(string text) =>
        CircleTopic.Normal(text).Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct(), ' '], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= ShortestWord && w.Length <= CircleTopic.Longest).Distinct();
}
