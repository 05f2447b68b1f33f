using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Benchmarks;

/// <summary>A circle of 10,000 members with 50,000 posts: each page as one member asks for it, again and again, over loopback.</summary>
internal static class CircleBench
{
    private const int Members = 10_000, Posts = 50_000, RepliesOfOne = 2, Runs = 41;

    private const double Target = 50;

    private static readonly string[] Topics = [.. Enumerable.Range(0, 200).Select(n => "topic " + n.ToString(CultureInfo.InvariantCulture))];

    public static async Task<IReadOnlyList<Measured>> Run(string root, string shelf)
    {
        var data = Path.Combine(shelf, "circle-1");
        var fresh = !Directory.Exists(data);
        Directory.CreateDirectory(data);
        await using (var house = Network.Open(data)) await house.BringUpToDate(default);
        var cookie = await SignedIn.Cookie(data);
        var circle = fresh ? await Fill(data) : await Known(data);
        await using var served = await ProgramBench.Served(root, data, ("MAINSTAY_LOG", "text"));
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(served.Address), DefaultRequestHeaders = { { "Cookie", cookie } } };
        var (member, post) = await Some(data, circle);
        var at = CirclePlace.Of(circle);
        var lines = new List<Measured>();
        foreach (var (name, path) in new[]
        {
            ("asks and offers", at), ("older ones", $"{at}?before={post}"), ("all, also past ones", at + "?show=all"), ("mine", at + "?show=mine"), ("one ask, with what fits", $"{at}/posts/{post}"), ("lessons", at + "/lessons"),
            ("lessons by two words", at + "/lessons?q=topic%20lesson"), ("members", at + "/members"), ("members who can help", at + "/members?q=topic%2017"), ("one member", $"{at}/members/{member}"), ("introductions", at + "/introductions"),
            ("charter", at + "/charter"), ("reports", at + "/reports"), ("log", at + "/log"), ("circles", "/circles"), ("today", "/"),
        }) lines.Add(await Measured.Time($"a circle of 10,000 with 50,000 posts: {name}", Target, Runs, () => browser.GetStringAsync(path), warmUp: 5));
        return lines;
    }

    private static async Task<Guid> Known(string data)
    {
        await using var house = Network.Open(data);
        await using var scope = house.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Store>().Spaces.Where(s => s.Kind == SpaceKind.Circle).Select(s => s.Id).SingleAsync();
    }

    private static async Task<(Guid Member, Guid Post)> Some(string data, Guid circle)
    {
        await using var house = Network.Open(data);
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        store.SpaceId = circle;
        return (await store.Members.OrderBy(m => m.Id).Skip(Members / 2).Select(m => m.Id).FirstAsync(), await store.Posts.Where(p => p.Kind == PostKind.Ask && p.State == PostState.Open).OrderBy(p => p.Id).Skip(Posts / 10).Select(p => p.Id).FirstAsync());
    }

    private static async Task<Guid> Fill(string data)
    {
        await using var house = Network.Open(data);
        await using var scope = house.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var ada = await store.Accounts.Select(a => a.Id).SingleAsync();
        var circle = await store.FoundCircle(ada, new() { Name = "Founders", Purpose = "We carry each other.", Charter = "What is said stays." }, TimeProvider.System, default);
        store.SpaceId = circle.Id;
        await store.ChangeProfile(ada, new() { Name = "Ada Lovelace", Helps = $"{Topics[3]}, {Topics[4]}" }, TimeProvider.System, default);
        var (now, dice) = (TimeProvider.System.GetUtcNow().UtcDateTime, new Random(5150));
        var members = Enumerable.Range(0, Members).Select(n => new Member { Id = Guid.CreateVersion7(), Name = $"Member {n}", SortKey = $"member {n:D5}", Helps = string.Join('\n', Some(dice)), LastSeenOn = DateOnly.FromDateTime(now).AddDays(-dice.Next(200)), JoinedAt = now }).ToList();
        var posts = Enumerable.Range(0, Posts).Select(n => new Post
        {
            Kind = (PostKind)(n % 4), AuthorId = members[dice.Next(Members)].Id, Title = $"{(PostKind)(n % 4)} number {n}", Text = "Something about it, in a sentence or two.", Topics = string.Join('\n', Some(dice)),
            Until = n % 4 < 2 ? DateOnly.FromDateTime(now).AddDays(dice.Next(60) - 20) : null, State = dice.Next(3) == 0 ? PostState.Helped : PostState.Open, CreatedAt = now.AddMinutes(n - Posts),
        }).ToList();
        await using var writing = await store.Database.BeginTransactionAsync();
        await store.InsertMany(members, default);
        await store.InsertMany(posts, default);
        await store.InsertMany(members.SelectMany(m => CircleTopic.Split(m.Helps).Select(t => new CircleTopic { Of = TopicOf.Helps, OfId = m.Id, TopicNormal = t })), default);
        await store.InsertMany(posts.SelectMany(p => CircleTopic.Split(p.Topics).Concat(p.Kind is PostKind.Lesson or PostKind.Resource ? ["topic", "lesson", "number"] : []).Select(t => new CircleTopic { Of = (TopicOf)(p.Kind + 2), OfId = p.Id, TopicNormal = t })), default);
        await store.InsertMany(posts.SelectMany(p => Enumerable.Range(0, RepliesOfOne).Select(n => new Reply { PostId = p.Id, AuthorId = members[dice.Next(Members)].Id, Kind = (ReplyKind)dice.Next(5), Text = "An answer to it.", At = p.CreatedAt.AddMinutes(n + 1) })), default);
        await writing.CommitAsync();
        return circle.Id;
    }

    private static IEnumerable<string> Some(Random dice) => Enumerable.Range(0, 3).Select(_ => Topics[dice.Next(Topics.Length)]).Distinct();
}
