using System.Diagnostics;
using System.Net;
using Mainstay.CircleSessions;
using Mainstay.Tests.Circles;
using Mainstay.Tests.Live;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.CircleSessions;

public class CircleSessionPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_ring_runs_from_the_page_and_Bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await using var graces = await site.As(grace);
        await using var alans = await site.As(alan);
        await using var bob = await site.As(await house.BobsAccount());
        var sessions = ring.Href + "/sessions";

        using var planned = await site.Post(sessions + "/new?kind=ring", sessions, ("title", "Spring ring"), ("on", "2026-05-01"), ("at", "13:00"), ("minutes", "60"));
        var at = planned.Headers.Location!.ToString().Split('?')[0];
        foreach (var one in new[] { graces, alans }) (await one.Post(at, at + "/join")).Dispose();
        var ready = await site.Page(at);
        (await site.Post(at, at + "/begin")).Dispose();
        using var asked = await graces.Post(at, at + "/entries", ("kind", "Request"), ("text", "Somebody who sold to hospitals"));
        using var empty = await graces.Post(at, at + "/entries", ("kind", "Request"), ("text", " "));
        (await site.Post(at, at + "/next")).Dispose();
        var running = await graces.Page(at);
        var request = (await ring.Store.SessionEntries.SingleAsync(Stop)).Id.ToString();
        using var offered = await alans.Post(at, at + "/entries", ("about", request), ("kind", "IKnowSomeone"), ("text", "My sister runs a ward."));
        var seen = await graces.Page(at);

        Assert.Contains("You are 3", ready, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (asked.StatusCode, empty.StatusCode, offered.StatusCode));
        Assert.Contains("Part 2 of 4", running, StringComparison.Ordinal);
        Assert.Contains("It is the turn of Ada Lovelace.", running, StringComparison.Ordinal);
        Assert.Contains("until 12:20", running, StringComparison.Ordinal);
        Assert.Contains("My sister runs a ward.", seen, StringComparison.Ordinal);
        Assert.Contains("To be introduced", seen, StringComparison.Ordinal);
        foreach (var path in new[] { sessions, sessions + "/new", at, at + "/live" })
        {
            using var answer = await bob.Browser.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory, OnBoth]
    public async Task What_one_writes_reaches_the_others_within_a_second(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var other = await TestSite.Open(house); // another process
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        var grace = await round.Come("Grace Hopper");
        await using var graces = await other.As(grace);
        using var line = await Line.To(graces, round.Href + "/live");
        var first = await line.Event();

        var watch = Stopwatch.StartNew();
        (await site.Post(round.Href, round.Href + "/entries", ("kind", "Request"), ("text", "A printer"))).Dispose();
        var second = await line.Event();

        Assert.NotEqual(first, second);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}."); // a second, and time for a machine that has much to do
        Assert.Contains("A printer", await graces.Page(round.Href), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Who_is_taken_out_of_the_circle_hears_nothing_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        var grace = await round.Come("Grace Hopper");
        await using var graces = await site.As(grace);
        using var line = await Line.To(graces, round.Href + "/live");
        await line.Event();

        (await site.Post($"{round.Ring.Href}/members/{grace.Id}", $"{round.Ring.Href}/members/{grace.Id}/remove")).Dispose();
        await round.Say(round.Ring.Ada, EntryKind.Request, "A printer");

        Assert.Null(await line.Event());
    }

    [Theory, OnBoth]
    public async Task A_hot_seat_says_to_each_what_is_asked_of_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var round = await Round.Of(house, SessionKind.HotSeat);
        var grace = await round.Come("Grace Hopper", SessionRole.Presenter);
        await round.Come("Alan Turing");
        await using var graces = await site.As(grace);
        await round.Begin();
        await round.On(SessionStep.Experience);

        var (hers, adas) = (await graces.Page(round.Href), await site.Page(round.Href));
        (await site.Post(round.Href, round.Href + "/entries", ("kind", "Experience"), ("text", "When I sold my first one, I was too cheap."))).Dispose();
        await round.End();
        var record = await graces.Page(round.Href);

        Assert.Contains("Listen. You need not answer", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("What you lived through yourself", hers, StringComparison.Ordinal);
        Assert.Contains("What you lived through yourself", adas, StringComparison.Ordinal);
        Assert.Contains("I was too cheap", record, StringComparison.Ordinal);
        Assert.DoesNotContain("I was too cheap", await site.Page(round.Href), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Peer_support_is_seen_by_its_two_alone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await using var graces = await site.As(grace);
        await using var alans = await site.As(alan);
        var sessions = ring.Href + "/sessions";

        using var asked = await graces.Post(sessions + "/new?kind=peer", sessions, ("helper", alan.Id.ToString()), ("wish", "Listen"), ("offLimits", "My mother"));
        var at = asked.Headers.Location!.ToString().Split('?')[0];
        var question = await alans.Page(at);
        (await alans.Post(at, at + "/room")).Dispose();
        (await graces.Post(at, at + "/begin")).Dispose();
        var running = await graces.Page(at);
        (await alans.Post(at, at + "/danger")).Dispose();
        var stopped = await graces.Page(at);
        (await graces.Post(at, at + "/end")).Dispose();
        using var hosts = await site.Browser.GetAsync(at, Stop);

        Assert.Contains("Do you have room today?", question, StringComparison.Ordinal);
        Assert.Contains("My mother", question, StringComparison.Ordinal);
        foreach (var page in new[] { question, running, stopped }) Assert.Contains("/help-now", page, StringComparison.Ordinal);
        Assert.Contains("Before you begin", running, StringComparison.Ordinal);
        Assert.Contains("Stop here", stopped, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, hosts.StatusCode);
        Assert.DoesNotContain("A conversation", await site.Page(sessions), StringComparison.Ordinal);
        Assert.DoesNotContain("My mother", await alans.Page(at), StringComparison.Ordinal);
    }
}
