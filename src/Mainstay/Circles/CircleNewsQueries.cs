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
    private const int AnswerDays = 14, FitDays = 7, MostFits = 2, MostAnswers = 20;

    /// <summary>What is new in the circles of whoever owns the network that is looked at.</summary>
    public static async Task<IReadOnlyList<CircleNews>> CircleNews(this Store store, DateOnly today, CancellationToken stop)
    {
        if (await store.NetworkOwner(stop) is not { } me) return [];
        var names = (await store.CirclesOf(me, stop)).ToDictionary(c => c.SpaceId, c => c.Name);
        if (names.Count == 0) return [];
        return [.. await store.Answered(me, names, today, stop), .. await store.Ending(me, names, today, stop), .. await store.Fitting(me, names, today, stop)];
    }

    /// <summary>Somebody waits for a word: the last one on my post is not mine.</summary>
    private static async Task<IEnumerable<CircleNews>> Answered(this Store store, Guid me, Dictionary<Guid, string> names, DateOnly today, CancellationToken stop)
    {
        var since = today.AddDays(-AnswerDays).ToDateTime(default, DateTimeKind.Utc);
        var (members, blocks) = (store.InCirclesOf<Member>(me), store.InCirclesOf<MemberBlock>(me));
        var replies = store.InCirclesOf<Reply>(me).Where(r => !blocks.Any(b => b.SpaceId == r.SpaceId && (b.ById == me && b.OfId == r.AuthorId || b.OfId == me && b.ById == r.AuthorId)));
        var mine = await store.InCirclesOf<Post>(me).Where(p => p.AuthorId == me && p.State == PostState.Open && (p.Until == null || p.Until >= today))
            .Select(p => new { p, Last = replies.Where(r => r.SpaceId == p.SpaceId && r.PostId == p.Id && !r.IsHidden).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => new { r.AuthorId, r.At }).FirstOrDefault() })
            .Where(x => x.Last != null && x.Last.AuthorId != me && x.Last.At >= since).OrderByDescending(x => x.p.Id).Take(MostAnswers)
            .Select(x => new { x.p.SpaceId, x.p.Id, x.p.Title, x.p.IsForHardTimes, Who = members.Where(m => m.SpaceId == x.p.SpaceId && m.Id == x.Last!.AuthorId).Select(m => m.Name).FirstOrDefault() }).ToListAsync(stop);
        return mine.Select(x => new CircleNews(CircleNewsKind.Answered, x.SpaceId, names[x.SpaceId], x.Id, x.Title) { Who = x.Who, IsForHardTimes = x.IsForHardTimes });
    }

    /// <summary>A week before something ends, and a day.</summary>
    private static async Task<IEnumerable<CircleNews>> Ending(this Store store, Guid me, Dictionary<Guid, string> names, DateOnly today, CancellationToken stop)
    {
        var days = new[] { today, today.AddDays(1), today.AddDays(6), today.AddDays(7) };
        var ends = await store.InCirclesOf<Post>(me).Where(p => p.AuthorId == me && p.State == PostState.Open && p.Until != null && days.Contains(p.Until.Value)).OrderBy(p => p.Until).Take(MostAnswers).Select(p => new { p.SpaceId, p.Id, p.Title, p.IsForHardTimes, p.Until }).ToListAsync(stop);
        return ends.Select(x => new CircleNews(CircleNewsKind.Ends, x.SpaceId, names[x.SpaceId], x.Id, x.Title) { Days = x.Until!.Value.DayNumber - today.DayNumber, IsForHardTimes = x.IsForHardTimes });
    }

    /// <summary>Fresh asks about what I can help with, that I have not answered, without those of whom I keep apart from.</summary>
    private static async Task<IEnumerable<CircleNews>> Fitting(this Store store, Guid me, Dictionary<Guid, string> names, DateOnly today, CancellationToken stop)
    {
        var since = today.AddDays(-FitDays).ToDateTime(default, DateTimeKind.Utc);
        var (topics, replies, members, blocks) = (store.InCirclesOf<CircleTopic>(me), store.InCirclesOf<Reply>(me), store.InCirclesOf<Member>(me), store.InCirclesOf<MemberBlock>(me));
        var found = await store.InCirclesOf<Post>(me).Where(p => p.Kind == PostKind.Ask && p.State == PostState.Open && !p.IsForHardTimes && p.AuthorId != me && p.CreatedAt >= since && (p.Until == null || p.Until >= today))
            .Where(p => topics.Any(t => t.SpaceId == p.SpaceId && t.OfId == p.Id && t.Of == TopicOf.Ask && topics.Any(mine => mine.SpaceId == p.SpaceId && mine.OfId == me && mine.Of == TopicOf.Helps && mine.TopicNormal == t.TopicNormal)))
            .Where(p => !replies.Any(r => r.SpaceId == p.SpaceId && r.PostId == p.Id && r.AuthorId == me) && !blocks.Any(b => b.SpaceId == p.SpaceId && (b.ById == me && b.OfId == p.AuthorId || b.OfId == me && b.ById == p.AuthorId)))
            .OrderByDescending(p => p.Id).Take(MostFits)
            .Select(p => new { p.SpaceId, p.Id, p.Title, p.Topics, Who = members.Where(m => m.SpaceId == p.SpaceId && m.Id == p.AuthorId).Select(m => m.Name).FirstOrDefault(), Helps = members.Where(m => m.SpaceId == p.SpaceId && m.Id == me).Select(m => m.Helps).FirstOrDefault() }).ToListAsync(stop);
        return found.Select(x => new CircleNews(CircleNewsKind.Fits, x.SpaceId, names[x.SpaceId], x.Id, x.Title)
        {
            Who = x.Who,
            Topics = [.. CircleTopic.Split(x.Topics).Where(t => CircleTopic.Split(x.Helps).Select(CircleTopic.Normal).Contains(CircleTopic.Normal(t)))],
        });
    }
}
