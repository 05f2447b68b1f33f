using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Circles;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Circles;

/// <summary>A circle from the web: founded, come into, asked and helped in; and nothing of it seen from outside.</summary>
public class CirclePagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_circle_is_founded_come_into_and_asked_and_an_outsider_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        await using var grace = await site.As(await house.Account("Grace Hopper", "grace@example.org"));

        using var founded = await site.Post("/circles/new", "/circles", ("name", "First founders"), ("purpose", "We carry each other."), ("charter", "What is said stays."));
        var circle = At(founded);
        using var made = await site.Post(circle + "/invitations", circle + "/invitations", ("role", "Member"), ("uses", "1"), ("days", "7"));
        var link = Regex.Match(await made.Content.ReadAsStringAsync(Stop), "/join/[a-z0-9]{28}").Value;
        using var accepted = await grace.Post(link, link + "/accept");
        using var led = await grace.Browser.GetAsync(circle, Stop);
        using var agreed = await grace.Post(circle + "/welcome", circle + "/welcome", ("name", "Grace"), ("helps", "pricing\nlaw"), ("capacity", "2"), ("claimsADay", "3"));
        using var asked = await site.Post(circle + "/posts/new", circle + "/posts", ("kind", "Ask"), ("title", "How to price a first product"), ("topics", "Pricing"), ("until", "2026-05-15"));
        var post = At(asked);
        var forGrace = await grace.Page(circle);
        using var answered = await grace.Post(post, post + "/replies", ("kind", "ICan"), ("text", "I did that twice."));
        var thread = await site.Page(post);
        (await site.Post(post, post + "/close", ("helped", "yes"))).Dispose();
        using var lesson = await site.Post(circle + "/posts/new?kind=lesson", circle + "/posts", ("kind", "Lesson"), ("title", "Pricing a first product"), ("text", "Ask three customers what it is worth to them."), ("topics", "pricing"));
        var lessons = await grace.Page(circle + "/lessons?q=customer");

        Assert.Equal(circle, accepted.Headers.Location!.ToString());
        Assert.Equal(circle + "/welcome", led.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, agreed.StatusCode);
        Assert.Contains("You could help with these", forGrace, StringComparison.Ordinal);
        Assert.Contains("How to price a first product", forGrace, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        Assert.Contains("can help", thread, StringComparison.Ordinal);
        Assert.Contains("Members who could help", thread, StringComparison.Ordinal);
        Assert.Contains("Pricing a first product", lessons, StringComparison.Ordinal);
        foreach (var path in new[] { circle, post, circle + "/members", circle + "/lessons", circle + "/charter", circle + "/welcome" })
        {
            using var answer = await bob.Browser.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.DoesNotContain("First founders", await bob.Page("/circles"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Hosts_see_to_reports_and_never_learn_who_told_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        var alan = await ring.Join("Alan Turing", "alan@example.org");
        await using var graces = await site.As(grace);
        await using var alans = await site.As(alan);
        var post = await ring.Store.PostInCircle(alan.Id, new() { Kind = PostKind.Offer, Title = "Buy my course" }, house.Today, house.Clock, Stop);
        var at = ring.Href;

        using var told = await graces.Post($"{at}/report?post={post.Id}", at + "/report", ("post", post.Id.ToString()), ("why", "Advertising."));
        var queue = await site.Page(at + "/reports");
        using var membersQueue = await graces.Browser.GetAsync(at + "/reports", Stop);
        var id = await ring.Store.CircleReports.Select(r => r.Id).SingleAsync(Stop);
        (await site.Post(at + "/reports", $"{at}/reports/{id}", ("outcome", "Hidden"))).Dispose();
        using var hidden = await graces.Browser.GetAsync($"{at}/posts/{post.Id}", Stop);
        var own = await alans.Page($"{at}/posts/{post.Id}");
        var log = await site.Page(at + "/log");

        Assert.Equal(HttpStatusCode.SeeOther, told.StatusCode);
        Assert.Contains("Advertising.", queue, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", queue, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, membersQueue.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Contains("hidden by the hosts", own, StringComparison.Ordinal);
        Assert.Contains("closed a report about Alan Turing", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Advertising.", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Hopper", log, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_is_taken_out_writes_nothing_more_and_what_they_wrote_has_no_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        await using var graces = await site.As(grace);
        var post = await ring.Store.PostInCircle(grace.Id, new() { Kind = PostKind.Lesson, Title = "Nanoseconds", Text = "Show them a wire." }, house.Today, house.Clock, Stop);
        var form = TestSite.Form(await graces.Page(ring.Href + "/posts/new"), ring.Href + "/posts");

        (await site.Post($"{ring.Href}/members/{grace.Id}", $"{ring.Href}/members/{grace.Id}/remove")).Dispose();
        using var late = await graces.Send(ring.Href + "/posts", new Dictionary<string, string>(form) { ["kind"] = "Ask", ["title"] = "Too late" });
        var page = await site.Page($"{ring.Href}/posts/{post.Id}");

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Contains("somebody who left", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Too late", await site.Page(ring.Href), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_guest_reads_and_writes_nothing_and_can_leave(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var alan = await ring.Join("Alan Turing", "alan@example.org", SpaceRole.Guest);
        await using var alans = await site.As(alan);
        var token = TestSite.Form(await alans.Page(ring.Href + "/charter"), ring.Href + "/leave");

        var page = await alans.Page(ring.Href);
        using var refused = await alans.Send(ring.Href + "/posts", new Dictionary<string, string>(token) { ["kind"] = "Ask", ["title"] = "May I?" });
        using var left = await alans.Send(ring.Href + "/leave", new Dictionary<string, string>(token));
        using var after = await alans.Browser.GetAsync(ring.Href, Stop);

        Assert.DoesNotContain("/posts/new", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    private static string At(HttpResponseMessage answer) => answer.Headers.Location!.ToString().Split('?')[0];
}
