using System.Net;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Circles;
using Mainstay.CircleSessions;
using Mainstay.Tests.Api;
using Mainstay.Tests.Circles;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.CircleSessions;

/// <summary>Sessions for programs, at the terminal and on Today.</summary>
public class SessionDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_program_runs_a_ring_as_its_member_and_Bobs_finds_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var round = await Round.Of(house, SessionKind.Ring);
        var (grace, alan) = (await round.Come("Grace Hopper"), await round.Come("Alan Turing"));
        await using var graces = await site.As(grace);
        await using var bob = await site.As(await house.BobsAccount());
        var at = "/api" + round.Href;

        (await site.Hand(at + "/begin", new { withFewer = true })).Fine();
        var next = (await site.Hand(at + "/next", new { part = 0 })).Fine();
        var asked = (await graces.Hand(at + "/entries", new { kind = "request", text = "A printer" })).Fine();
        var offered = (await site.Hand(at + "/entries", new { kind = "iCan", text = "I print.", about = asked["entries"][0].GetProperty("id").GetGuid() })).Fine();
        var notNow = await graces.Hand(at + "/entries", new { kind = "question", text = "Who decides?" });

        Assert.Equal(("requests", 1), (next["step"].GetString(), next["part"].GetInt32()));
        Assert.Equal(round.Ring.Ada.Id, next["turn"].GetGuid());
        Assert.Equal(1, offered["report"].GetProperty("withLead").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, notNow.Status);
        foreach (var path in new[] { at, at[..at.LastIndexOf('/')] }) Assert.Equal(HttpStatusCode.NotFound, (await bob.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.Hand(at + "/join", new { })).Status);
    }

    [Theory, OnBoth]
    public async Task A_key_that_may_only_read_writes_nothing_in_a_circle(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        var key = await house.Store.AddToken(round.Ring.Ada.Id, new("reader", Scope.Read, null), house.Clock, Stop);
        await using var program = site.Stranger();
        program.Browser.DefaultRequestHeaders.Add("Authorization", "Bearer " + key);

        using var read = await program.Browser.GetAsync("/api" + round.Href, Stop);
        using var write = await program.Browser.PostAsync($"/api{round.Href}/end", null, Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (read.StatusCode, write.StatusCode));
    }

    [Theory, OnBoth]
    public async Task Whose_turn_it_is_has_no_name_for_who_is_kept_apart_from_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var round = await Round.Of(house, SessionKind.Ring);
        var (grace, alan) = (await round.Come("Grace Hopper"), await round.Come("Alan Turing", SessionRole.Timekeeper));
        await using var alans = await site.As(alan);
        await round.Begin();
        await round.On(SessionStep.Requests);
        await round.Ring.Store.NextTurn(round.Ring.Ada.Id, round.Id, round.Ring.Ada.Id, house.Clock, Stop);
        await round.Ring.Store.Block(grace.Id, alan.Id, Stop);
        var at = "/api" + round.Href;

        var (seen, page, adas) = ((await alans.Ask(at)).Fine(), await alans.Page(round.Href), (await site.Ask(at)).Fine());
        var next = (await alans.Hand(at + "/turn", new { turn = seen["turn"].GetGuid() })).Fine();

        Assert.Equal(grace.Id, adas["turn"].GetGuid());
        foreach (var text in new[] { seen.Text, page }) Assert.DoesNotContain(grace.Id.ToString(), text, StringComparison.Ordinal);
        Assert.Equal(alan.Id, next["turn"].GetGuid());
    }

    [Theory, OnBoth]
    public async Task Of_a_hot_seat_no_answer_is_kept_for_another_try(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var circle = await Ring.Of(house);

        foreach (var kind in new[] { "hotSeat", "ring" }) (await site.Hand($"/api{circle.Href}/sessions", new { kind, title = kind }, ("Idempotency-Key", kind))).Is(HttpStatusCode.Created);

        var kept = await circle.Store.KeptAnswers.Select(k => k.Body).ToListAsync(Stop);
        Assert.Equal((2, 1), (kept.Count, kept.Count(body => body is null)));
    }

    [Fact]
    public async Task At_the_terminal_a_ring_is_begun_and_asked_in()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var round = await Round.Of(house, SessionKind.Ring);
        await round.Come("Grace Hopper");
        await round.Come("Alan Turing");
        var id = round.Id.ToString("N")[^6..];

        var list = (await house.Type("sessions", "--circle", "founders")).Fine();
        var fewer = await house.Type("sessions", "begin", id);
        (await house.Type("sessions", "begin", id, "--fewer")).Fine();
        (await house.Type("sessions", "next", id)).Fine();
        var said = (await house.Type("sessions", "say", id, "request", "A", "printer")).Fine();
        var shown = (await house.Type("sessions", "show", id, "--json")).Fine();
        (await house.Type("sessions", "end", id)).Fine();

        Assert.Contains("Spring", list.Out, StringComparison.Ordinal);
        Assert.Contains("meant for 8 to 30", fewer.Error, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace, request: A printer", said.Out, StringComparison.Ordinal);
        Assert.Equal("requests", JsonDocument.Parse(shown.Out).RootElement.GetProperty("step").GetString());
        Assert.Equal(SessionState.Over, (await round.Seen(round.Ring.Ada)).Stand.State);
    }

    [Theory, OnBoth]
    public async Task Today_says_what_begins_and_asks_what_became_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var round = await Round.Of(house, SessionKind.Ring, isWritten: true);
        await round.Say(round.Ring.Ada, EntryKind.Request, "A printer");
        await round.Ring.Store.PlanSession(round.Ring.Ada.Id, new() { Kind = SessionKind.HotSeat, Title = "Prices", StartsAt = new(2026, 5, 1, 18, 0, 0, DateTimeKind.Utc) }, house.Clock, Stop);
        var grace = await round.Ring.Join("Grace Hopper", "grace@example.org");
        await round.Ring.Store.PlanSession(grace.Id, new() { Kind = SessionKind.Peer, Wish = SupportWish.Listen, HelperId = round.Ring.Ada.Id }, house.Clock, Stop);
        var ended = new DateOnly(2026, 5, 8);

        var first = await new SessionCard().Worth(house.Store, house.Today, Stop);
        var week = await new SessionCard().Worth(house.Store, ended.AddDays(7), Stop);
        var bobs = await new SessionCard().Worth(await house.Bob(), house.Today, Stop);

        Assert.Contains("Ein Treffen in First founders beginnt heute um 18:00", first.Select(c => c.Sentence.InWords(new("de"))));
        Assert.True(first.Single(c => c.Sentence.Key == "CircleSessions.CardConversation").IsConfidential);
        Assert.Equal(["CircleSessions.CardBecame"], week.Select(c => c.Sentence.Key));
        Assert.Empty(await new SessionCard().Worth(house.Store, ended.AddDays(6), Stop));
        Assert.Empty(bobs);
    }

    [Theory, OnBoth]
    public async Task The_command_line_says_what_is_missing_to_know_the_circle(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var none = await house.Type("sessions");
        await Ring.Of(house);
        await Ring.Of(house, "Second founders");
        var several = await house.Type("sessions");

        Assert.Equal(1, none.Code);
        Assert.Contains("Only somebody with an account is in circles", none.Error, StringComparison.Ordinal);
        Assert.Equal(2, several.Code);
        Assert.Contains("say which with --circle: First founders", several.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        (await house.Type("sessions", "--circle", "second")).Fine();
    }
}
