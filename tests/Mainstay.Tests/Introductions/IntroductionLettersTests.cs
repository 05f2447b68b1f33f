using System.Net;
using Mainstay.Introductions;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>The messages with links that the owner is offered, from every door.</summary>
public class IntroductionLettersTests
{
    [Theory, OnBoth]
    public async Task When_the_connector_accepts_otherwise_the_message_for_the_other_is_offered_to_be_sent_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = await house.Know("Alan Turing"), Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        await house.Again().PassOn(it.Id, new(), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var at = $"/introductions/{it.Id}";

        var waiting = WebUtility.HtmlDecode(await site.Page(at));
        using var made = await site.Post(at, at + "/text", ("to", "Second"));
        var page = WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync(Stop));
        var typed = (await house.Type("introduce", "link", it.Id.ToString(), "--to", "second")).Fine();
        var told = (await site.Hand($"/api{at}/link", new { to = "second" })).Is(HttpStatusCode.Created);
        var connector = (await site.Hand($"/api{at}/link", new { to = "connector" })).Is(HttpStatusCode.Created);

        Assert.Contains("Does Grace Hopper need a message with a link for Alan Turing?", waiting, StringComparison.Ordinal);
        foreach (var text in (string[])[page, typed.Out, told["text"].GetString()!])
        {
            Assert.Contains("Ada Lovelace would like to meet you:", text, StringComparison.Ordinal);
            Assert.Contains("/answer/", text, StringComparison.Ordinal);
        }
        Assert.Contains("mailto:grace%40navy.example", page.Replace("grace@navy", "grace%40navy", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Give this to Grace Hopper, who sends it on in their own name.", typed.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("grace@navy.example", told["mail"].GetString());
        Assert.Contains("here you find how it stands", connector["text"].GetString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Of_whoever_has_no_address_it_is_said_that_the_message_goes_another_way(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await house.Again().AddIntroduction(new() { ConnectorId = await house.Know("Grace Hopper"), SecondId = await house.Know("Alan Turing"), Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var at = $"/introductions/{it.Id}";
        const string Sentence = "No mail address of Grace Hopper is known here: copy the message, or give the link another way.";

        var page = WebUtility.HtmlDecode(await site.Page(at));
        using var made = await site.Post(at, at + "/text", ("message", "Dear Grace, please. [link]"));
        var ready = WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync(Stop));
        var typed = (await house.Type("introduce", "link", it.Id.ToString())).Fine();
        var json = (await house.Type("introduce", "link", it.Id.ToString(), "--json")).Fine().Json;
        var told = (await site.Hand($"/api{at}/link", new { to = "connector" })).Is(HttpStatusCode.Created);

        Assert.All((string[])[page, ready, typed.Error.ReplaceLineEndings(" ")], text => Assert.Contains(Sentence, text, StringComparison.Ordinal));
        Assert.DoesNotContain("mailto:", ready, StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty("letters")[0].GetProperty("mail").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, told["mail"].ValueKind);
    }

    [Theory, OnBoth]
    public async Task After_two_weeks_the_other_can_be_asked_and_the_connector_told_what_came_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await house.Opened("alan@bletchley.example");
        var at = $"/introductions/{it}";
        await house.Again().SayWrote(it, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 5, 15));
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();

        var page = WebUtility.HtmlDecode(await site.Page(at));
        using var made = await site.Post(at, at + "/text", ("to", "Second"));
        var asking = WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync(Stop));
        var link = "/answer/" + asking.Split("/answer/")[1].Split('\n', '<', '"', ' ')[0].Trim();
        var his = await stranger.Page(link);
        using var met = await site.Post(at, at + "/outcome", ("outcome", "Met"));
        var thanking = WebUtility.HtmlDecode(await site.Page(at));
        using var told = await site.Post(at, at + "/text", ("to", "Connector"));
        var telling = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync(Stop));

        Assert.Contains("Ask Alan Turing how it went", page, StringComparison.Ordinal);
        Assert.Contains("it is two weeks since Grace Hopper introduced us.", asking, StringComparison.Ordinal);
        Assert.Contains("Did you meet Ada Lovelace?", his, StringComparison.Ordinal);
        Assert.Contains("Tell Grace Hopper with a link what came of it", thanking, StringComparison.Ordinal);
        Assert.Contains("you introduced me to Alan Turing, and we have met.", telling, StringComparison.Ordinal);
        Assert.Contains("/answer/", telling, StringComparison.Ordinal);
        Assert.Null((await house.Again().IntroductionOf(it, Stop)).It.Message); // what goes to the connector now is no new first message
    }

    [Theory, OnBoth]
    public async Task Of_two_who_were_brought_together_both_can_be_asked_how_it_went(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await house.Again().AddIntroduction(new() { FirstId = await house.Know("Grace Hopper"), SecondId = await house.Know("Alan Turing"), Purpose = "Both hire." }, house.Today, house.Clock, Stop);
        foreach (var side in (Side[])[Side.First, Side.Second]) await house.Again().SayConsent(it.Id, side, new(Consent.Yes), house.Today, house.Clock, Stop);
        await house.Again().SayWrote(it.Id, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 5, 15));

        var letters = (await house.Type("introduce", "link", it.Id.ToString(), "--json")).Fine().Json.GetProperty("letters");

        Assert.Equal(["Grace Hopper", "Alan Turing"], letters.EnumerateArray().Select(l => l.GetProperty("to").GetString()!));
        Assert.Contains("two weeks ago I introduced you and Alan Turing. Did you two talk?", letters[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_command_line_shows_all_that_was_said_and_how_they_can_be_reached(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await house.Again().AddIntroduction(new() { ConnectorId = await house.Know("Grace Hopper"), SecondId = await house.Know("Alan Turing"), Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        await house.Again().PassOn(it.Id, new(null, "Worth an hour."), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it.Id, Side.Second, new(Consent.Yes, null, "Gladly, after lunch.", "alan@bletchley.example"), house.Today, house.Clock, Stop);

        var shown = (await house.Type("introduce", "show", it.Id.ToString()[^6..])).Fine().Out.ReplaceLineEndings(" ");
        var json = (await house.Type("introduce", "show", it.Id.ToString(), "--json")).Fine().Json;

        foreach (var part in (string[])["It is for: How he hires.", "Grace Hopper says: Worth an hour.", "Alan Turing says: Gladly, after lunch.", "Alan Turing can be reached so: alan@bletchley.example"]) Assert.Contains(part, shown, StringComparison.Ordinal);
        Assert.Equal(it.Id, json.GetProperty("id").GetGuid());
        Assert.NotEqual(0, (await house.Type("introduce", "show", "nothing")).Code);
    }

    [Theory, OnBoth]
    public async Task What_was_not_now_waits_for_its_day_and_is_asked_again_in_the_same_words(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        await house.Again().PassOn(it.Id, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it.Id, Side.Second, new(Consent.NotNow, new(2026, 6, 1)), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var at = $"/introductions/{it.Id}";
        async Task<string[]> Cards() => [.. (await new IntroductionCard().Worth(house.Again(), house.Today, Stop)).Select(c => c.Sentence.InWords())];

        var page = WebUtility.HtmlDecode(await site.Page(at));
        using var wait = await site.Post(at, at + "/later");
        var before = await Cards();
        house.Clock.MoveTo(new(2026, 6, 1));
        await using var later = await TestSite.Open(house);
        var again = WebUtility.HtmlDecode(await later.Page(at));
        var next = $"/introductions/new?to={alan}&through={grace}&after={it.Id}";
        var form = WebUtility.HtmlDecode(await later.Page(next));
        var cards = await Cards();

        Assert.Contains("Wait until Monday, June 1, 2026", page, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Equal(["Alan Turing said not now, and the time they named has come. Ask Grace Hopper again?"], cards);
        Assert.Contains(next, again, StringComparison.Ordinal);
        Assert.Contains("How he hires.", form, StringComparison.Ordinal);
        await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        Assert.Empty(await Cards());
    }
}
