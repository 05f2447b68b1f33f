using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Circles;
using Mainstay.Tests.Live;

namespace Mainstay.Tests.Circles;

/// <summary>Open pages of a circle are told of what others tell and answer, and of nothing that they may not see.</summary>
public class CircleLiveTests
{
    private static readonly DateOnly May1 = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_is_told_and_answered_reaches_pages_that_are_open(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await using var site = await TestSite.Open(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await using var graces = await site.As(grace);
        await using var bob = await site.As(await house.BobsAccount());
        await ring.Store.Block(grace.Id, alan.Id, Stop);
        var post = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "How to price it" }, May1, house.Clock, Stop);
        var (at, lists) = ($"{ring.Href}/posts/{post.Id}", ring.Href + "/posts/live");
        var seen = Version(await graces.Page(ring.Href));

        using var list = await Line.To(graces, lists);
        using var thread = await Line.To(graces, at + "/live");
        var (newest, before) = (await list.Event(), await thread.Event());
        house.Clock.Pass(TimeSpan.FromMilliseconds(2));
        await ring.Store.PostInCircle(alan.Id, new() { Title = "From who is kept apart" }, May1, house.Clock, Stop);
        await ring.Store.ReplyToPost(alan.Id, post.Id, new() { Text = "Not for her." }, May1, house.Clock, Stop);
        var unseen = (Version(await graces.Page(ring.Href)), Version(await graces.Page(at)));
        await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "Who knows the law?" }, May1, house.Clock, Stop);
        await ring.Store.ReplyToPost(ring.Ada.Id, post.Id, new() { Text = "By Friday." }, May1, house.Clock, Stop);
        var (newer, after) = (await list.Event(), await thread.Event());
        await ring.Store.ClosePost(ring.Ada.Id, post.Id, true, May1, Stop);
        var closed = await thread.Event();
        await ring.Store.RemovePost(ring.Ada.Id, post.Id, Stop);

        Assert.Equal($"changed {seen}", newest);
        Assert.Equal((newest, before), ($"changed {unseen.Item1}", $"changed {unseen.Item2}")); // what Alan told is nothing to her
        Assert.NotEqual(newest, newer);
        Assert.Equal(3, new[] { before, after, closed }.Distinct().Count());
        Assert.Null(await thread.Event());
        foreach (var path in new[] { at + "/live", lists })
        {
            using var answer = await bob.Browser.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    /// <summary>Which version of its live part a page shows.</summary>
    private static string Version(string page) => Regex.Match(page, "<live-part [^>]*version=\"([0-9a-f]+)\"").Groups[1].Value;
}
