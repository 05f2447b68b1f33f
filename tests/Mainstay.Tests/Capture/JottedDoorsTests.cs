using System.Net;
using System.Text.Json;
using Mainstay.Capture;
using Mainstay.Gatherings;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Capture;

/// <summary>What was jotted down without a network, at every door.</summary>
public class JottedDoorsTests
{
    [Theory, OnBoth]
    public async Task Programs_send_list_keep_and_drop(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        var at = await house.Store.AddGathering(new() { Name = "Health fair", On = house.Today }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var (line, met, third) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Equal("waiting", (await site.Hand("/api/jotted", new { Id = line, At = "2026-04-30T18:05:00Z", Line = "called Grase, she loves clocks" })).Fine()["state"].GetString());
        Assert.Equal("waiting", (await site.Hand("/api/jotted", new { Id = met, Gathering = at.Id, Who = "Grace", About = "Compilers" })).Fine()["state"].GetString());
        Assert.Equal("kept", (await site.Hand("/api/jotted", new { Id = third, Gathering = at.Id, Who = "Dana Wu" })).Fine()["state"].GetString());
        Assert.NotEmpty((await site.Hand("/api/jotted", new { Id = Guid.CreateVersion7() })).Wrong("line"));
        var waiting = (await site.Ask("/api/jotted")).Fine()["items"].EnumerateArray().ToList();
        Assert.Equal(["called Grase, she loves clocks", null], waiting.Select(w => w.GetProperty("line").GetString()));
        Assert.Equal(("Grace", "Health fair"), (waiting[1].GetProperty("who").GetString(), waiting[1].GetProperty("gatheringName").GetString()));

        Assert.NotEmpty((await site.Hand($"/api/jotted/{met}/keep", new { })).Wrong("who"));
        (await site.Hand($"/api/jotted/{met}/keep", new { Who = new[] { new { Typed = "Grace", Id = grace } } })).Fine();
        var kept = (await site.Hand($"/api/jotted/{line}/keep", new { Line = "called Grase", Who = new[] { new { Typed = "Grase", Id = grace } } })).Fine();

        Assert.Equal(grace, (await house.Again().Encounters.SingleAsync(e => e.Id == met, Stop)).PersonId);
        Assert.Contains(await house.Store.TouchesOf(grace, Stop), t => t.Touch.On == new DateOnly(2026, 4, 30));
        Assert.NotEqual(JsonValueKind.Null, kept["change"].ValueKind);
        Assert.Empty((await site.Ask("/api/jotted")).Fine()["items"].EnumerateArray());
    }

    [Theory, OnBoth]
    public async Task What_was_learned_without_a_network_is_kept_of_its_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, line) = (await house.Know("Grace Hopper"), Guid.CreateVersion7());
        await using var site = await TestSite.Open(house);
        (await site.Hand("/api/jotted", new { Id = line, At = "2026-04-29T18:05:00Z", Line = "learned from Grace: ask first #selling" })).Fine();

        Assert.Contains("Learned from Grace Hopper, Wednesday, April 29, 2026: ask first (about selling)", WebUtility.HtmlDecode(await site.Page($"/capture/jotted/{line}")), StringComparison.Ordinal);
        (await site.Hand($"/api/jotted/{line}/keep", new { })).Fine();

        var row = await house.Again().Learnings.SingleAsync(Stop);
        Assert.Equal((grace, new DateOnly(2026, 4, 29), "selling"), (row.PersonId, row.On, row.Topic));
    }

    [Theory, OnBoth]
    public async Task A_line_whose_reading_was_changed_is_kept_just_so_or_waits_with_what_was_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        await using var site = await TestSite.Open(house);
        var (kept, unclear) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        const string changes = "on=2026-04-29&touch-0=1&touch-0-kind=video&touch-0-on=2026-04-28&touch-0-way=&touch-0-minutes=25&touch-0-note=about+%E2%98%95&task-0-text=Send+the+deck";

        var told = (await site.Hand("/api/jotted", new { Id = kept, At = "2026-04-30T18:05:00Z", Line = "called Grace Hopper yesterday, promised to send the deck", Changes = changes })).Fine();
        var twice = (await site.Hand("/api/jotted", new { Id = kept, Line = "called Grace Hopper yesterday, promised to send the deck", Changes = changes })).Fine();
        var touch = (await house.Again().TouchesOf(grace, Stop)).Single().Touch;
        var waits = (await site.Hand("/api/jotted", new { Id = unclear, At = "2026-04-30T18:05:00Z", Line = "called Grace, promised to send the deck", Changes = changes })).Fine();
        var page = WebUtility.HtmlDecode(await site.Page($"/capture/jotted/{unclear}"));
        using var chosen = await site.Post($"/capture/jotted/{unclear}", $"/capture/jotted/{unclear}/keep", ("who-0", grace.ToString()), ("touch-0", "1"), ("touch-0-minutes", "25"));

        Assert.Equal(("kept", "kept", "waiting"), (told["state"].GetString(), twice["state"].GetString(), waits["state"].GetString()));
        Assert.Equal((TouchKind.Video, new DateOnly(2026, 4, 28), 25, "about ☕"), (touch.Kind, touch.On, touch.Minutes, touch.Note));
        Assert.Empty(await house.Store.OpenTasks(Stop));
        Assert.Contains("name=\"touch-0\" value=\"1\" checked", page, StringComparison.Ordinal);
        Assert.Contains("name=\"task-0\" value=\"1\" />", page, StringComparison.Ordinal);
        Assert.Contains("value=\"25\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.Equal(2, (await house.Again().TouchesOf(grace, Stop)).Count);
        Assert.Null((await house.Store.Jottings.SingleAsync(j => j.Id == kept, Stop)).Changes);
        Assert.NotEmpty((await site.Hand("/api/jotted", new { Id = Guid.CreateVersion7(), Line = "x", Changes = new string('x', 20_001) })).Wrong("changes"));
    }

    [Theory, OnBoth]
    public async Task Of_changes_that_cannot_be_kept_nothing_is_left_though_the_request_has_a_key(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var id = Guid.CreateVersion7();

        var told = (await site.Hand("/api/jotted", new { Id = id, At = "2026-04-30T18:05:00Z", Line = "called Dana Wu", Changes = "touch-0=1&touch-0-minutes=5000" }, ("Idempotency-Key", "once"))).Fine();

        Assert.Equal("waiting", told["state"].GetString());
        Assert.Empty(await house.Again().People.ToListAsync(Stop));
        Assert.Empty(await house.Store.Touches.ToListAsync(Stop));
        Assert.Equal(JottingState.Waiting, (await house.Store.Jottings.SingleAsync(j => j.Id == id, Stop)).State);
    }

    [Theory, OnBoth]
    public async Task A_command_shows_how_it_is_read_keeps_it_and_drops_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        Assert.Equal("Nothing noted offline is waiting.", (await house.Type("jotted")).Fine().Error.Trim());
        var first = await Jot(house, "called Grase", 1);
        var second = await Jot(house, "nothing much", 2);

        var shown = (await house.Type("jotted")).Fine().Out;

        Assert.Contains("Friday, May 1, 2026: called Grase", shown, StringComparison.Ordinal);
        Assert.Contains("Who is “Grase”? It may be Grace Hopper.", shown, StringComparison.Ordinal);
        Assert.Equal(2, (await house.Type("jotted", "keep", first.Ending())).Code);
        (await house.Type("jotted", "keep", first.Ending(), "--is", "Grase=Grace Hopper")).Fine();
        (await house.Type("jotted", "drop", second.Ending())).Fine();
        Assert.Equal("[]", (await house.Type("jotted", "--json")).Fine().Out.Trim());
        Assert.Single(await house.Again().Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_page_shows_one_after_the_other_until_nothing_waits(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (hopper, _) = (await house.Know("Grace Hopper"), await house.Know("Grace Kelly"));
        var at = await house.Store.AddGathering(new() { Name = "Health fair", On = house.Today }, house.Clock, Stop);
        await Jot(house, "called Grace Hopper, promised to send the deck", 1);
        await house.Store.Jot(new() { Id = Guid.CreateVersion7(), GatheringId = at.Id, Who = "Grace", About = "Compilers" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var today = await site.Page("/");
        Assert.Contains("You noted 2 things without a network.", today, StringComparison.Ordinal);
        var page = await site.Page("/capture/jotted");
        foreach (var text in (string[])["a call with Grace Hopper", "You promised Grace Hopper: send the deck", "What else is waiting"]) Assert.Contains(text, page, StringComparison.Ordinal);
        var line = (await house.Store.WaitingJottings(Stop)).Single(l => !l.IsMet).Jotting.Id;
        var form = TestSite.Form(page, $"/capture/jotted/{line}/keep");
        (form["touch-0"], form["task-0"]) = ("1", "1");
        using var kept = await site.Send($"/capture/jotted/{line}/keep", form);
        Assert.StartsWith("/capture/jotted?said=Capture.SaidKept&undo=", kept.Headers.Location!.ToString(), StringComparison.Ordinal);

        var met = Assert.Single(await house.Again().WaitingJottings(Stop)).Jotting.Id;
        page = await site.Page("/capture/jotted");
        foreach (var text in (string[])["Whom you met at Health fair", "Grace Kelly", "Compilers"]) Assert.Contains(text, page, StringComparison.Ordinal);
        form = TestSite.Form(page, $"/capture/jotted/{met}/met");
        (form["who"], form["about"]) = ("Grace", "Compilers");
        using var unclear = await site.Send($"/capture/jotted/{met}/met", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        form["person"] = hopper.ToString();
        using var noted = await site.Send($"/capture/jotted/{met}/met", form);

        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
        var encounter = await house.Again().Encounters.SingleAsync(Stop);
        Assert.Equal((hopper, "Compilers"), (encounter.PersonId, encounter.About));
        Assert.Contains("Nothing noted offline is waiting.", await site.Page("/capture/jotted"), StringComparison.Ordinal);
        Assert.DoesNotContain("without a network", await site.Page("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_read_anew_changed_and_dropped_and_one_too_long_can_be_made_shorter()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper");
        var jotted = await Jot(house, new string('a', 3_000), 1);
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/capture/jotted/{jotted.Id}");
        Assert.Contains("One line may have up to 2,000 letters, and this has 3,000.", page, StringComparison.Ordinal);
        using var shorter = await site.Post("/capture/jotted", $"/capture/jotted/{jotted.Id}", ("line", "called Grace Hopper"));
        Assert.Contains("a call with Grace Hopper", await shorter.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var dropped = await site.Post("/capture/jotted", $"/capture/jotted/{jotted.Id}/drop");

        Assert.Equal(HttpStatusCode.SeeOther, dropped.StatusCode);
        Assert.Empty(await house.Again().WaitingJottings(Stop));
    }

    [Fact]
    public async Task A_device_is_told_whose_it_is_and_which_gatherings_are_near_and_a_stranger_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.AddGathering(new() { Name = "Health fair", On = house.Today.AddDays(-1), Until = house.Today.AddDays(1) }, house.Clock, Stop);
        await house.Store.AddGathering(new() { Name = "Long ago", On = house.Today.AddDays(-40) }, house.Clock, Stop);
        await house.Store.AddGathering(new() { Name = "Not going", On = house.Today, State = GatheringState.Not }, house.Clock, Stop);
        await (await house.Bob()).AddGathering(new() { Name = "Bob's", On = house.Today }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Browser.GetAsync("/capture/outbox", Stop);
        using var stranger = await site.Stranger().Browser.GetAsync("/capture/outbox", Stop);

        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal(["Health fair"], said.GetProperty("gatherings").EnumerateArray().Select(g => g.GetProperty("name").GetString()));
        Assert.Equal(32, said.GetProperty("account").GetString()!.Length);
        Assert.NotEmpty(said.GetProperty("token").GetString()!);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
    }

    [Fact]
    public async Task What_waits_for_Bob_is_nothing_to_Ada_at_any_door()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var bob = await house.Bob();
        var secret = await bob.Jot(new() { Id = Guid.CreateVersion7(), Line = "coffee with my secret friend" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var form = TestSite.Form(await site.Page("/capture"), "/capture");
        form["line"] = "called Eve";
        foreach (var path in (string[])["", "/keep", "/met", "/drop"])
        {
            using var refused = await site.Send($"/capture/jotted/{secret.Id}{path}", form);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        (await site.Hand($"/api/jotted/{secret.Id}/keep", new { })).Is(HttpStatusCode.NotFound);
        Assert.NotEqual(0, (await house.Type("jotted", "drop", secret.Ending())).Code);
        Assert.DoesNotContain("secret", (await house.Type("jotted", "--json")).Fine().Out, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await site.Page("/capture/jotted"), StringComparison.Ordinal);
        Assert.Equal("coffee with my secret friend", (await bob.WaitingJottings(Stop)).Single().Jotting.Line);

        // The same key is another thing in another network.
        Assert.Equal("waiting", (await site.Hand("/api/jotted", new { secret.Id, Line = "called Grace" })).Fine()["state"].GetString());
        Assert.Equal("called Grace", Assert.Single(await house.Again().WaitingJottings(Stop)).Jotting.Line);
    }

    private static Task<Jotting> Jot(TestHouse house, string line, int minutes) =>
        house.Store.Jot(new() { Id = Guid.CreateVersion7(), At = house.Clock.GetUtcNow().AddMinutes(minutes - 60), Line = line }, house.Today, house.Clock, Stop);
}
