using System.Net;
using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.Exchange;
using Mainstay.Feedback;
using Mainstay.People;
using Mainstay.Pulse;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Sharing;

/// <summary>What is its owner's alone is shown to nobody who was let in, at any door.</summary>
public class OwnersOnlyTests
{
    private const string Hidden = "Zanzibar";

    private static readonly string[] Doors =
        ["/", "/people", "/search?q=zanzibar", "/search?q=katherine", "/asks", "/learnings", "/gatherings", "/favours", "/needs", "/year", "/network", "/map", "/tasks", "/trash", "/settings", "/networks", "/settings/sharing",
         "/api/today", "/api/search?q=zanzibar", "/api/asks", "/api/people", "/api/learnings", "/api/year", "/api/favours", "/api/network", "/api/sharing", "/api/networks", "/api/tasks"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Nothing_of_hers_alone_stands_on_any_page_nor_in_any_answer(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (person, addresses) = await Hers(house);
        await using var site = await TestSite.Open(house);
        var (_, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = bob;
        var wrong = new List<string>();

        foreach (var door in Doors.Append($"/people/{person}").Append($"/api/people/{person}"))
        {
            using var answer = await bob.Browser.GetAsync(door, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            if (answer.StatusCode == HttpStatusCode.InternalServerError) wrong.Add($"{door} failed");
            if (text.Replace("q=zanzibar", "", StringComparison.OrdinalIgnoreCase).Contains(Hidden, StringComparison.Ordinal)) wrong.Add(door);
        }
        foreach (var address in addresses)
        {
            using var answer = await bob.Browser.GetAsync(address, Stop);
            if (answer.StatusCode != HttpStatusCode.NotFound) wrong.Add($"{address}: {(int)answer.StatusCode}");
            await Ok(site, address);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nothing_leads_there()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Hers(house);
        await using var site = await TestSite.Open(house);
        var (_, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = bob;

        foreach (var page in new[] { "/", "/people", "/settings", "/trash" })
        {
            var html = await bob.Page(page);
            foreach (var address in new[] { "/challenges", "/pulse", "/commitments", "/feedback", "/import", "/settings/data", "/settings/reminders", "/trash/empty" })
                Assert.DoesNotContain($"href=\"{address}", html, StringComparison.Ordinal);
            Assert.DoesNotContain("data-href=\"/challenges", html, StringComparison.Ordinal);
        }
    }

    [Theory, OnBoth]
    public async Task Who_looks_at_her_day_deals_none_of_her_cards(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Hers(house);
        await using var site = await TestSite.Open(house);
        var (_, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = bob;

        await bob.Page("/");
        (await bob.Ask("/api/today")).Fine();

        Assert.Empty(await house.Again().DealtCards.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Help_in_confidence_is_found_by_nobody_who_was_let_in_and_they_keep_nothing_from_themselves(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var person = (await house.Store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        var ask = await house.Store.AddAsk(new() { PersonId = person, What = "Hear me out", IsConfidential = true }, house.Today, house.Clock, Stop);
        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Again().SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var (_, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = bob;

        foreach (var door in new[] { "/favours", $"/people/{person}", "/search?q=mattered", "/api/favours", "/api/search?q=mattered" })
            Assert.DoesNotContain("when it mattered", await bob.Page(door), StringComparison.Ordinal);
        Assert.DoesNotContain("Katherine", await bob.Page("/api/search?q=mattered"), StringComparison.Ordinal);
        Assert.NotEmpty((await bob.Hand("/api/asks", new { PersonId = person, What = "Mine alone", IsConfidential = true })).Wrong("confidential"));

        Assert.Contains("when it mattered", await site.Page("/favours"), StringComparison.Ordinal);
        Assert.Contains("name=\"confidential\"", await site.Page("/asks/new"), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"confidential\"", await bob.Page("/asks/new"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_she_thinks_of_somebody_is_told_to_nobody_and_said_by_nobody_else(Engine engine)
    {
        string[] told = ["You said that you do not trust them.", "You said that they are somewhat willing to help.", "You said that they are far ahead of you."];
        await using var house = await TestHouse.Build(engine);
        var person = (await house.Store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        for (var month = 1; month < 8; month++) await house.Store.Record(new() { People = [person], On = new DateOnly(2022, month, 1), Kind = TouchKind.Meeting }, house.Today, house.Clock, Stop);
        await house.Store.SetImportance(person, Layer.Core, Stop);
        await house.Store.SetTrust(person, HowMuch.Not, Stop);
        await house.Store.SetWilling(person, HowMuch.Somewhat, Stop);
        await house.Store.SetStanding(person, HowMuch.Much, Stop);
        var (page, tie) = ($"/people/{person}", $"/api/people/{person}/tie");
        await using var site = await TestSite.Open(house);
        var (account, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = bob;
        var form = TestSite.Form(await bob.Page("/sign-out"), "/sign-out");

        foreach (var role in new[] { SpaceRole.Member, SpaceRole.Guest })
        {
            await house.Again().ChangeRole(house.Ada.SpaceId, account.Id, role, house.Clock, Stop);
            foreach (var door in new[] { page, $"/api{page}", tie, "/api/structure" })
            {
                var (hers, his) = (await site.Page(door), await bob.Page(door));
                Assert.All(told, sentence => Assert.Contains(sentence, hers, StringComparison.Ordinal));
                Assert.All(told, sentence => Assert.DoesNotContain(sentence, his, StringComparison.Ordinal));
                Assert.DoesNotContain("it counts half", his, StringComparison.Ordinal);
            }
            Assert.DoesNotContain($"action=\"{page}/trust\"", await bob.Page(page), StringComparison.Ordinal);
            var seen = (await bob.Ask(tie)).Fine();
            Assert.Equal(("core", null, null, null), (seen["importance"].GetString(), seen["trust"].GetString(), seen["willing"].GetString(), seen["standing"].GetString()));
            foreach (var what in new[] { "trust", "willing", "standing" })
            {
                var said = await bob.Patch(tie, $$"""{"{{what}}":"much"}""");
                if (role == SpaceRole.Member) Assert.NotEmpty(said.Wrong(what));
                else said.Is(HttpStatusCode.Forbidden);
                using var sent = await bob.Send($"{page}/{what}", new Dictionary<string, string>(form) { [what] = "Much" });
                Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
            }
        }

        Assert.Contains($"action=\"{page}/trust\"", await site.Page(page), StringComparison.Ordinal);
        Assert.Equal(new TieSaid(Layer.Core, null, HowMuch.Not, HowMuch.Somewhat, HowMuch.Much), TieSaid.Of((await house.Again().TieOf(person, house.Today, Stop)).Tie));
    }

    private static async Task Ok(TestSite site, string address)
    {
        using var answer = await site.Browser.GetAsync(address, Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode} to Ada");
    }

    /// <summary>Everything that is Ada's alone, and where it stands.</summary>
    private static async Task<(Guid Person, string[] Addresses)> Hers(TestHouse house)
    {
        var store = house.Store;
        var person = (await store.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        var challenge = await store.BeginChallenge(new("Losing " + Hidden), house.Today, house.Clock, Stop);
        var commitment = await store.Commit(new() { Promise = new("Sail to " + Hidden, house.Today.AddDays(1)), WitnessId = person }, house.Today, house.Clock, Stop);
        var pulse = (await store.KeepPulse(new() { Energy = 5, Note = "Tired of " + Hidden }, house.Today, house.Clock, Stop)).Pulse;
        var feedback = await store.AskFeedback(new() { About = Hidden, Questions = ["How was it?"], People = [person] }, house.Today, house.Clock, Stop);
        var ask = await store.AddAsk(new() { PersonId = person, What = "Hear me about " + Hidden, IsConfidential = true }, house.Today, house.Clock, Stop);
        await store.SendAsk(ask.Id, house.Today, house.Clock, Stop);
        return (person,
        [
            "/challenges", $"/challenges/{challenge.Id}", "/commitments", $"/commitments/{commitment.Id}", "/pulse", "/feedback", $"/feedback/{feedback.Id}", $"/asks/{ask.Id}", "/import", "/settings/data", "/settings/reminders",
            "/api/challenges", $"/api/challenges/{challenge.Id}", "/api/commitments", $"/api/commitments/{commitment.Id}", "/api/pulse", $"/api/pulse/{pulse.Id}", "/api/feedback", $"/api/feedback/{feedback.Id}", $"/api/asks/{ask.Id}", "/api/export", "/api/reminders", "/api/letters", "/api/imports", "/api/invitations",
        ]);
    }
}
