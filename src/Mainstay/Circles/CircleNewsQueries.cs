using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>What is new for somebody in one of their circles.</summary>
/// <param name="What">What happened.</param>
/// <param name="Circle">Where.</param>
/// <param name="Name">What the circle is called.</param>
/// <param name="Post">About which post.</param>
/// <param name="Title">What it says.</param>
public sealed record CircleNews(CircleNewsKind What, Guid Circle, string Name, Guid Post, string Title)
{
    /// <summary>Who answered, or who asks.</summary>
    public string? Who { get; init; }

    /// <summary>In how many days it ends.</summary>
    public int? Days { get; init; }

    /// <summary>What it shares with what they can help with.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What it says is then said nowhere else.</summary>
    public bool IsForHardTimes { get; init; }
}

public enum CircleNewsKind { Answered = 0, Ends = 1, Fits = 2 }

public static class CircleNewsQueries
{
    private const int AnswerDays = 14, FitDays = 7, MostFits = 2, MostAnswers = 20, MostMine = 100;

    /// <summary>What is new in the circles of whoever owns the network that is looked at.</summary>
    public static async Task<IReadOnlyList<CircleNews>> CircleNews(this Store store, DateOnly today, CancellationToken stop)
    {
        if (await store.NetworkOwner(stop) is not { } me) return [];
        var names = (await store.CirclesOf(me, stop)).ToDictionary(c => c.SpaceId, c => c.Name);
        if (names.Count == 0) return [];
        // Circle by circle: there the topics that somebody can help with lead to what is asked.
        var fits = await store.InEachCircle(me, (circle, seat) => store.Fitting(seat, circle.Name, today, stop), stop);
        return [.. await store.Answered(me, names, today, stop), .. await store.Ending(me, names, today, stop), .. fits.SelectMany(f => f).OrderByDescending(f => f.Post).Take(MostFits)];
    }

    /// <summary>Somebody waits for a word: the last one on my post is not mine.</summary>
    private static async Task<IEnumerable<CircleNews>> Answered(this Store store, Guid me, Dictionary<Guid, string> names, DateOnly today, CancellationToken stop)
    {
        var since = today.AddDays(-AnswerDays).ToDateTime(default, DateTimeKind.Utc);
        var all = store.InCirclesOf<Reply>(me);
        var mine = await store.InCirclesOf<Post>(me).Where(p => p.AuthorId == me && p.State == PostState.Open && (p.Until == null || p.Until >= today) && all.Any(r => r.SpaceId == p.SpaceId && r.PostId == p.Id && r.At >= since)).OrderByDescending(p => p.Id).Take(MostMine)
            .Select(p => new { p.SpaceId, p.Id, p.Title, p.IsForHardTimes }).ToListAsync(stop);
        if (mine.Count == 0) return [];
        var (ids, members, blocks) = (mine.Select(p => p.Id).ToList(), store.InCirclesOf<Member>(me), store.InCirclesOf<MemberBlock>(me));
        var replies = await all.Where(r => ids.Contains(r.PostId) && !r.IsHidden && !blocks.Any(b => b.SpaceId == r.SpaceId && (b.ById == me && b.OfId == r.AuthorId || b.OfId == me && b.ById == r.AuthorId)))
            .Select(r => new { r.SpaceId, r.PostId, r.Id, r.AuthorId, r.At, Who = members.Where(m => m.SpaceId == r.SpaceId && m.Id == r.AuthorId).Select(m => m.Name).FirstOrDefault() }).ToListAsync(stop);
        var last = replies.GroupBy(r => (r.SpaceId, r.PostId)).ToDictionary(g => g.Key, g => g.OrderBy(r => r.At).ThenBy(r => r.Id).Last());
        return mine.Where(p => last.GetValueOrDefault((p.SpaceId, p.Id)) is { } reply && reply.AuthorId != me && reply.At >= since).Take(MostAnswers)
            .Select(p => new CircleNews(CircleNewsKind.Answered, p.SpaceId, names[p.SpaceId], p.Id, p.Title) { Who = last[(p.SpaceId, p.Id)].Who, IsForHardTimes = p.IsForHardTimes });
    }

    /// <summary>A week before something ends, and a day.</summary>
    private static async Task<IEnumerable<CircleNews>> Ending(this Store store, Guid me, Dictionary<Guid, string> names, DateOnly today, CancellationToken stop)
    {
        var days = new[] { today, today.AddDays(1), today.AddDays(6), today.AddDays(7) };
        var ends = await store.InCirclesOf<Post>(me).Where(p => p.AuthorId == me && p.State == PostState.Open && p.Until != null && days.Contains(p.Until.Value)).OrderBy(p => p.Until).Take(MostAnswers).Select(p => new { p.SpaceId, p.Id, p.Title, p.IsForHardTimes, p.Until }).ToListAsync(stop);
        return ends.Select(x => new CircleNews(CircleNewsKind.Ends, x.SpaceId, names[x.SpaceId], x.Id, x.Title) { Days = x.Until!.Value.DayNumber - today.DayNumber, IsForHardTimes = x.IsForHardTimes });
    }

    /// <summary>Fresh asks of a circle about what I can help with, that I have not answered, without those of whom I keep apart from.</summary>
    private static async Task<IReadOnlyList<CircleNews>> Fitting(this Store store, CircleSeat seat, string name, DateOnly today, CancellationToken stop)
    {
        var (me, since, replies) = (seat.Id, today.AddDays(-FitDays).ToDateTime(default, DateTimeKind.Utc), store.Replies);
        var helps = CircleTopic.Split(seat.Me.Helps).Select(CircleTopic.Normal).ToList();
        if (helps.Count == 0) return [];
        var asks = store.CircleTopics.Where(t => t.Of == TopicOf.Ask && helps.Contains(t.TopicNormal)).Select(t => t.OfId);
        var posts = store.SeenBy(seat, await store.Apart(me, stop)).Where(p => p.Kind == PostKind.Ask && p.State == PostState.Open && !p.IsForHardTimes && p.AuthorId != me && p.CreatedAt >= since && (p.Until == null || p.Until >= today))
            .Where(p => asks.Contains(p.Id) && !replies.Any(r => r.PostId == p.Id && r.AuthorId == me));
        var lines = await store.Lined(seat, posts.OrderByDescending(p => p.Id).Take(MostFits), stop);
        return [.. lines.Select(l => new CircleNews(CircleNewsKind.Fits, store.SpaceId, name, l.Post.Id, l.Post.Title) { Who = l.Author, Topics = [.. CircleTopic.Split(l.Post.Topics).Where(t => helps.Contains(CircleTopic.Normal(t)))] })];
    }
}
