using System.Net;
using System.Text.Json;
using Mainstay.Pulse;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Pulse;

/// <summary>The pulse on its page, from the command line and for programs.</summary>
public class PulseDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_page_it_is_tapped_changed_and_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var empty = await site.Page("/pulse");
        using var nothing = await site.Post("/pulse", "/pulse", ("confidence", ""), ("energy", ""), ("supported", ""), ("note", " "));
        using var odd = await site.Post("/pulse", "/pulse", ("energy", "12"), ("note", "Kept words"));
        using var kept = await site.Post("/pulse", "/pulse", ("confidence", "7"), ("energy", ""), ("supported", "8"), ("note", "Good\nweek"));
        using var again = await site.Post("/pulse", "/pulse", ("confidence", "6"), ("energy", "1"), ("supported", "8"), ("note", "Good week"));
        using var earlier = await site.Post("/pulse?on=2026-04-20", "/pulse", ("energy", "3"));
        using var first = await site.Post("/pulse?on=2026-04-13", "/pulse", ("energy", "5"));
        var shown = await site.Page("/pulse");
        var row = (await house.Again().AllPulses(Stop)).Single(p => p.On == house.Today);
        using var removed = await site.Post("/pulse", $"/pulse/{row.Id}/remove");

        Assert.Contains("Nothing asks you; this page is always here.", empty, StringComparison.Ordinal);
        Assert.DoesNotContain("Which way it goes", empty, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (nothing.StatusCode, odd.StatusCode));
        Assert.Contains("Tap at least one of the three", await nothing.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Kept words", await odd.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("undo=", kept.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("undo=", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (earlier.StatusCode, first.StatusCode));
        Assert.Contains("Falls by about 1.6 a week over 3 check-ins since Monday, April 13, 2026.", shown, StringComparison.Ordinal);
        Assert.Contains("1 check-in so far; from three on a trend is drawn.", shown, StringComparison.Ordinal);
        Assert.Contains("That claims no cause.", shown, StringComparison.Ordinal);
        Assert.Contains("value=\"6\" checked", shown, StringComparison.Ordinal);
        Assert.Equal((6, 1, "Good week"), (row.Confidence, row.Energy, row.Note));
        Assert.Contains("undo=", removed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await house.Again().AllPulses(Stop)).Count);
    }

    [Theory, OnBoth]
    public async Task On_the_page_it_is_chosen_how_often_it_asks_and_when_it_rests(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var planned = await site.Post("/pulse", "/pulse/plan", ("every", "Week"), ("weekday", "Friday"));
        var (page, today) = (await site.Page("/pulse"), await site.Page("/"));
        using var paused = await site.Post("/pulse", "/pulse/pause", ("pausedUntil", "2026-06-01"));
        var resting = await site.Page("/pulse");
        using var goes = await site.Post("/pulse", "/pulse/go-on");
        using var past = await site.Post("/pulse", "/pulse/pause", ("pausedUntil", "2026-04-01"));
        using var none = await site.Post("/pulse", "/pulse/pause", ("pausedUntil", ""));
        using var later = await site.Post("/", "/pulse/later", ("days", "3"));
        var waits = (await house.Again().PulsePlan(Stop))!.QuietUntil;
        using var back = await site.Post(later.Headers.Location!.ToString(), "/pulse/later/undo");
        using var odd = await site.Post("/pulse", "/pulse/plan", ("every", "Always"), ("weekday", "Friday"));

        Assert.Contains("Today asks every week, next on Friday, May 8, 2026.", page, StringComparison.Ordinal);
        Assert.Contains("How is it going?", today, StringComparison.Ordinal);
        Assert.Contains("It rests until Monday, June 1, 2026.", resting, StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[planned, paused, goes, later, back], r => Assert.Equal(HttpStatusCode.SeeOther, r.StatusCode));
        Assert.All((HttpResponseMessage[])[past, none, odd], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal((house.Today.AddDays(3), null), (waits, (await house.Again().PulsePlan(Stop))!.QuietUntil));
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var nothing = (await house.Type("pulse")).Fine();
        var kept = (await house.Type("pulse", "7", "skip", "8", "--note", "Good week", "--json")).Fine().Json.GetProperty("pulse");
        (await house.Type("pulse", "6", "-", "8", "--on", "2026-04-24")).Fine();
        (await house.Type("pulse", "5", "1", "8", "--on", "2026-04-17")).Fine();
        var changed = (await house.Type("pulse", "5", "1", "9", "--on", "2026-04-17", "--json")).Fine().Json.GetProperty("change").GetString()!;
        (await house.Type("undo", changed)).Fine();
        var shown = (await house.Type("pulse")).Fine().Out.ReplaceLineEndings(" ");
        var plan = (await house.Type("pulse", "--every", "month", "--weekday", "monday")).Fine().Out.ReplaceLineEndings(" ");
        var paused = (await house.Type("pulse", "--pause", "2026-06-30", "--json")).Fine().Json;
        var goes = (await house.Type("pulse", "--pause", "none", "--json")).Fine().Json;
        var change = (await house.Type("pulse", "remove", kept.GetProperty("id").GetString()!, "--json")).Fine().Json.GetProperty("change").GetString()!;
        var left = (await house.Type("pulse", "--json")).Fine().Json.GetProperty("items").GetArrayLength();
        (await house.Type("undo", change)).Fine();

        Assert.DoesNotContain("Confidence", nothing.Out, StringComparison.Ordinal);
        Assert.Equal((7, JsonValueKind.Null, 8), (kept.GetProperty("confidence").GetInt32(), kept.GetProperty("energy").ValueKind, kept.GetProperty("supported").GetInt32()));
        Assert.Contains("Confidence: Rises by about 1 a week over 3 check-ins", shown, StringComparison.Ordinal);
        Assert.Contains("Feeling supported: Stays about the same", shown, StringComparison.Ordinal);
        Assert.Contains("Confidence: 7 · Energy: – · Feeling supported: 8", shown, StringComparison.Ordinal);
        Assert.Contains("Today asks every month, next on Monday, May 4, 2026.", plan, StringComparison.Ordinal);
        Assert.Equal(("2026-06-30", "2026-07-06", "2026-05-04"), (paused.GetProperty("pausedUntil").GetString(), paused.GetProperty("nextOn").GetString(), goes.GetProperty("nextOn").GetString()));
        Assert.Equal((2, 3), (left, (await house.Again().AllPulses(Stop)).Count));
        Assert.Equal((2, 2, 1), ((await house.Type("pulse", "7", "8")).Code, (await house.Type("pulse", "7", "8", "11")).Code, (await house.Type("pulse", "remove", "ffffff")).Code));
    }

    [Theory, OnBoth]
    public async Task What_is_older_than_all_weeks_that_are_drawn_is_still_listed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Again().KeepPulse(new() { Energy = 5, On = house.Today.AddDays(-400) }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var (page, typed) = (await site.Page("/pulse"), (await house.Type("pulse")).Fine().Out);

        Assert.DoesNotContain("Which way it goes", page, StringComparison.Ordinal);
        Assert.Contains("Energy: 5", page, StringComparison.Ordinal);
        Assert.Contains("Energy: 5", typed, StringComparison.Ordinal);
        Assert.DoesNotContain("week by week", typed, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_page_lists_the_latest_and_says_how_many_there_are(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        house.Again().AddRange(Enumerable.Range(0, 61).Select(d => new DayPulse { On = house.Today.AddDays(-d), Energy = 5 }));
        await house.Store.SaveChangesAsync(Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/pulse");
        var older = await site.Page("/pulse?before=2026-03-03");

        Assert.Contains("The latest 60 of 61 check-ins", page, StringComparison.Ordinal);
        Assert.Equal((60, 1), (page.Split("/remove\"").Length - 1, older.Split("/remove\"").Length - 1));
        Assert.Contains("/pulse?before=2026-03-03#earlier", page, StringComparison.Ordinal);
        Assert.DoesNotContain("?before=", older, StringComparison.Ordinal);
        Assert.Contains("Check-ins before Tuesday, March 3, 2026", older, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Every_one_is_reached_from_the_command_line_and_by_programs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        house.Again().AddRange(Enumerable.Range(0, 61).Select(d => new DayPulse { On = house.Today.AddDays(-d), Energy = 5 }));
        await house.Store.SaveChangesAsync(Stop);
        await using var site = await TestSite.Open(house);

        var (latest, all) = ((await house.Type("pulse")).Fine().Out, (await house.Type("pulse", "--all")).Fine().Out);
        var first = (await site.Ask("/api/pulse")).Fine();
        var second = (await site.Ask(first.Json.GetProperty("next").GetString()!)).Fine().Json;

        Assert.Equal((12, 61), (latest.Split("Energy: 5").Length - 1, all.Split("Energy: 5").Length - 1));
        Assert.Equal((50, 11), (first.Json.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength()));
        Assert.Contains("rel=\"next\"", first.Headers["Link"], StringComparison.Ordinal);
        Assert.Equal(("2026-03-12", JsonValueKind.Null), (second.GetProperty("items")[0].GetProperty("on").GetString(), second.GetProperty("next").ValueKind));
        Assert.Equal(60, second.GetProperty("trends")[1].GetProperty("count").GetInt32());
    }

    [Theory, OnBoth]
    public async Task A_pause_until_no_day_is_told_so_and_ends_none(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("pulse", "--every", "week", "--pause", "2026-06-01")).Fine();

        var typed = await house.Type("pulse", "--pause", "");
        var blank = await house.Type("pulse", "--every", "month", "--pause", " ");

        Assert.Equal((2, 2), (typed.Code, blank.Code));
        Assert.Contains("is not a day", typed.Error, StringComparison.Ordinal);
        var plan = (await house.Again().PulsePlan(Stop))!;
        Assert.Equal((PulseEvery.Week, new DateOnly(2026, 6, 1)), (plan.Every, plan.QuietUntil!.Value));
    }

    [Theory, OnBoth]
    public async Task A_note_typed_by_itself_leaves_the_numbers_of_its_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("pulse", "7", "skip", "8")).Fine();

        (await house.Type("pulse", "--note", "Good week")).Fine();
        (await house.Type("pulse", "--note", "Before that", "--on", "2026-04-24")).Fine();

        Assert.Equal([(7, null, 8, "Good week"), (null, null, null, "Before that")], (await house.Again().AllPulses(Stop)).Select(p => (p.Confidence, p.Energy, p.Supported, p.Note!)));
    }

    [Theory, OnBoth]
    public async Task The_command_line_tells_what_happened_beside_it_and_what_counts_as_the_same(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Touch(new(2026, 4, 21), Mainstay.Rhythm.TouchKind.Call, await house.Know("Grace Hopper"));
        foreach (var on in (string[])["2026-04-17", "2026-04-24", "2026-05-01"]) (await house.Type("pulse", "5", "5", "5", "--on", on)).Fine();

        var typed = string.Join(' ', (await house.Type("pulse")).Fine().Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("Touches, week by week since 4/13/2026: 0 1 0", typed, StringComparison.Ordinal);
        Assert.Contains("Help received, week by week since 4/13/2026: 0 0 0", typed, StringComparison.Ordinal);
        Assert.Contains("That claims no cause.", typed, StringComparison.Ordinal);
        Assert.Contains("Less than half a point", typed, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Numbers_and_how_often_to_ask_are_not_said_at_once_and_half_a_plan_is_not_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        Assert.Equal(2, (await house.Type("pulse", "7", "5", "8", "--every", "week")).Code);
        Assert.Equal(2, (await house.Type("pulse", "--every", "week", "--pause", "2026-04-01")).Code);
        var tag = (await site.Ask("/api/pulse/plan")).Fine().Tag!;
        (await site.Put("/api/pulse/plan", new { Every = "week", PausedUntil = "2026-04-01" }, ("If-Match", tag))).Wrong("pausedUntil");

        Assert.Empty(await house.Again().AllPulses(Stop));
        Assert.Null(await house.Again().PulsePlan(Stop));
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_too_and_a_stranger_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/pulse", new { Confidence = 7, Supported = 8 })).Is(HttpStatusCode.Created);
        Assert.NotEmpty((await site.Hand("/api/pulse", new { Energy = 11 })).Wrong("energy"));
        (await site.Hand("/api/pulse", new { Confidence = 5, On = "2026-04-24" })).Is(HttpStatusCode.Created);
        (await site.Hand("/api/pulse", new { Confidence = 3, On = "2026-04-17" })).Is(HttpStatusCode.Created);
        var view = (await site.Ask("/api/pulse")).Fine().Json;
        var plan = (await site.Ask("/api/pulse/plan")).Fine();
        var set = (await site.Put("/api/pulse/plan", new { Every = "week", Weekday = "monday", PausedUntil = "2026-06-01" }, ("If-Match", plan.Tag!))).Fine().Json;
        (await site.Put("/api/pulse/plan", new { Every = "never" }, ("If-Match", plan.Tag!))).Is(HttpStatusCode.PreconditionFailed);
        Assert.Empty((await (await house.Bob()).PulseView(house.Today, Stop)).All);
        (await site.Delete(made.Headers["Location"])).Fine();
        (await site.Ask(made.Headers["Location"])).Is(HttpStatusCode.NotFound);

        var trend = view.GetProperty("trends")[0];
        Assert.Equal(("confidence", 3, 2.0, "rises"), (trend.GetProperty("part").GetString(), trend.GetProperty("count").GetInt32(), trend.GetProperty("perWeek").GetDouble(), trend.GetProperty("way").GetString()));
        Assert.Equal(("never", "week", "2026-06-01"), (plan.Json.GetProperty("every").GetString(), set.GetProperty("every").GetString(), set.GetProperty("pausedUntil").GetString()));
    }
}
