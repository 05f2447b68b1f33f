using System.Net;
using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.Introductions;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Reminders;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Reminders;

/// <summary>The owner's days, as calendar programs get them by the secret address.</summary>
public class FeedCalendarTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Holds_who_is_due_birthdays_promises_and_deadlines(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper", "--birthday", "--12-09")).Fine();
        (await house.Type("person", "add", "Alan Turing", "--birthday", "1912-06-23")).Fine();
        var people = await house.Again().People.ToDictionaryAsync(p => p.Name, p => p.Id, Stop);
        await house.Store.SetCadence(people["Grace Hopper"], 30, Stop);
        await house.Store.Record(new() { People = [people["Grace Hopper"]], On = new(2026, 4, 20), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "Send the deck; then rest, at last", DueOn = new(2026, 5, 4), PersonId = people["Alan Turing"] }, house.Clock, Stop);
        await house.Store.AddAsk(new() { PersonId = people["Alan Turing"], What = "Check my proof" }, house.Today, house.Clock, Stop);
        await house.Store.Asks.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AskState.Sent).SetProperty(a => a.AnswerBy, new DateOnly(2026, 5, 6)), Stop);
        await house.Store.AddIntroduction(new() { ConnectorId = people["Grace Hopper"], SecondId = people["Alan Turing"], Purpose = "Codes" }, house.Today, house.Clock, Stop);
        await house.Store.Introductions.ExecuteUpdateAsync(set => set.SetProperty(i => i.SentOn, new DateOnly(2026, 5, 1)).SetProperty(i => i.AnswerBy, new DateOnly(2026, 5, 8)), Stop);
        await using var site = await TestSite.OpenToAll(house, s => s with { Address = "https://mainstay.example" });

        var calendar = await Read(site, await house.Again().MakeFeed(house.Clock, Stop));

        Assert.Equal(
        [
            "20260504 You promised Alan Turing: Send the deck\\; then rest\\, at last",
            "20260506 Answer due from Alan Turing: Check my proof",
            "20260508 Introduction to Alan Turing: a yes or no is due",
            "20260520 Time to talk to Grace Hopper",
            "20260623 Birthday: Alan Turing (114)",
            "20261209 Birthday: Grace Hopper",
        ], Events(calendar));
        Assert.Contains($"URL:https://mainstay.example/people/{people["Grace Hopper"]}", calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Uids(calendar), Uids(await Read(site, await house.Again().MakeFeed(house.Clock, Stop))));
    }

    [Theory, OnBoth]
    public async Task Holds_by_when_to_write_and_what_comes_next_with_candidates(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = house.Today }, house.Clock, Stop);
        foreach (var name in (string[])["Dana Wu", "Cy Young"]) await house.Again().Meet(new() { GatheringId = at.Id, Name = name }, house.Today, house.Clock, Stop);
        await FollowUpActions.SayWrote(house.Again(), (await house.Again().EncountersOf(Stop)).Single(l => l.Name == "Cy Young").Encounter.Id, house.Today, house.Clock, Stop);
        await house.Again().AddCandidate(new() { Name = "Mary Jackson", NextStep = "Send the paper", NextOn = new(2026, 5, 20) }, house.Today, house.Clock, Stop);
        var resting = await house.Again().AddCandidate(new() { Name = "Eve Adams" }, house.Today, house.Clock, Stop);
        await house.Again().LetRest(resting.Id, new(2026, 6, 1), house.Today, Stop);
        await using var site = await TestSite.OpenToAll(house);

        Assert.Equal(
        [
            "20260501 Open day",
            "20260504 Write to Dana Wu\\, whom you met at Open day.",
            "20260520 Mary Jackson: Send the paper",
            "20260601 Think of Eve Adams again",
        ], Events(await Read(site, await house.Again().MakeFeed(house.Clock, Stop))));
    }

    [Fact]
    public async Task Those_who_rest_or_were_put_off_are_not_due_and_the_29th_of_February_is_kept_every_year()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace Hopper", "--birthday", "1992-02-29")).Fine();
        (await house.Type("person", "add", "Alan Turing")).Fine();
        var people = await house.Again().People.ToDictionaryAsync(p => p.Name, p => p.Id, Stop);
        foreach (var id in people.Values) await house.Store.SetCadence(id, 7, Stop);
        await house.Store.Pause(people["Grace Hopper"], null, house.Today, Stop);
        await house.Store.Snooze(people["Alan Turing"], new(2026, 7, 1), house.Today, Stop);
        await using var site = await TestSite.OpenToAll(house);

        Assert.Equal(["20260701 Time to talk to Alan Turing", "20270228 Birthday: Grace Hopper (35)"], Events(await Read(site, await house.Again().MakeFeed(house.Clock, Stop))));
    }

    [Theory, OnBoth]
    public async Task What_has_not_changed_is_not_sent_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Promise(new() { Text = "Send the deck", DueOn = new(2026, 5, 4) }, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);
        var path = $"/calendar/{await house.Store.MakeFeed(house.Clock, Stop)}.ics";
        using var first = await site.Browser.GetAsync(path, Stop);
        Assert.Equal("text/calendar", first.Content.Headers.ContentType!.MediaType);

        using var same = await Conditional(site, path, first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        house.Clock.Pass(TimeSpan.FromMinutes(5));
        await house.Again().Promise(new() { Text = "Another", DueOn = new(2026, 5, 5) }, house.Clock, Stop);
        using var changed = await Conditional(site, path, first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task An_address_that_was_replaced_or_ended_leads_nowhere_and_no_other_secret_opens_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var first = await house.Store.MakeFeed(house.Clock, Stop);
        var second = await house.Store.MakeFeed(house.Clock, Stop);
        var other = await Mainstay.Accounts.TokenLinkActions.MakeLink(house.Store, "digest-stop", house.Ada.SpaceId, house.Clock, Stop);

        Assert.Equal(HttpStatusCode.Gone, await Status(site, $"/calendar/{first}.ics"));
        Assert.Equal(HttpStatusCode.OK, await Status(site, $"/calendar/{second}.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(site, $"/calendar/{other}.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(site, $"/answer/{second}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(site, $"/calendar/{new string('a', 28)}.ics"));
        await house.Again().EndFeed(house.Clock, Stop);
        Assert.Equal(HttpStatusCode.Gone, await Status(site, $"/calendar/{second}.ics"));
    }

    [Fact]
    public async Task Is_made_and_ended_on_the_page_and_holds_nothing_of_anybody_else()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.Promise(new() { Text = "Send the deck", DueOn = new(2026, 5, 4) }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        using var made = await bob.Post("/settings/reminders", "/settings/reminders/calendar");
        var address = System.Text.RegularExpressions.Regex.Match(await made.Content.ReadAsStringAsync(Stop), "/calendar/[a-z0-9]{28}.ics").Value;

        await using var stranger = site.Stranger();
        Assert.DoesNotContain("Send the deck", await stranger.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain(address, await bob.Page("/settings/reminders"), StringComparison.Ordinal);
        using var ended = await bob.Post("/settings/reminders", "/settings/reminders/calendar/end");
        Assert.Equal(HttpStatusCode.Gone, await Status(stranger, address));
    }

    private static async Task<HttpStatusCode> Status(TestSite site, string path)
    {
        using var answer = await site.Browser.GetAsync(path, Stop);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> Conditional(TestSite site, string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", tag } } };
        return await site.Browser.SendAsync(request, Stop);
    }

    private static async Task<string> Read(TestSite site, string secret) => await site.Browser.GetStringAsync($"/calendar/{secret}.ics", Stop);

    /// <summary>Day and summary of each event.</summary>
    private static List<string> Events(string calendar) =>
        [.. calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Skip(1).Select(e => $"{Line(e, "DTSTART;VALUE=DATE:")} {Line(e, "SUMMARY:")}")];

    private static List<string> Uids(string calendar) => [.. calendar.Split("\r\n").Where(l => l.StartsWith("UID:", StringComparison.Ordinal))];

    private static string Line(string lines, string begin) => lines.Split("\r\n").Single(l => l.StartsWith(begin, StringComparison.Ordinal))[begin.Length..];
}
