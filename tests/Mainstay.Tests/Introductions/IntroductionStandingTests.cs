using System.Net;
using Mainstay.Introductions;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using static Mainstay.Tests.Introductions.IntroductionMailTests;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>How an introduction stands, and who may still say what, at every door.</summary>
public class IntroductionStandingTests
{
    [Theory, OnBoth]
    public async Task On_the_fourteenth_day_each_is_asked_whatever_the_other_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var it = await BothSaidYes(house);
        var first = "/answer/" + await house.Again().MakeIntroductionLink(it, LinkTo.First, house.Today, house.Clock, Stop);
        var second = "/answer/" + await house.Again().MakeIntroductionLink(it, LinkTo.Second, house.Today, house.Clock, Stop);
        var early = await stranger.Page(second);
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.DaysToMeet));

        (await stranger.Send(first, new Dictionary<string, string> { ["outcome"] = "NotYet" })).Dispose();
        var (hers, his) = (await stranger.Page(first), await stranger.Page(second));
        var notYet = (await house.Type("introduce", "show", it.ToString())).Fine().Out;
        (await stranger.Send(second, new Dictionary<string, string> { ["outcome"] = "Met" })).Dispose();
        await using var later = await TestSite.Open(house); // two weeks are longer than one stays signed in
        var (page, met) = (await later.Page($"/introductions/{it}"), (await house.Type("introduce", "show", it.ToString())).Fine().Out);

        Assert.DoesNotContain("Did you meet", early, StringComparison.Ordinal);
        Assert.Contains("Did you meet Katherine Johnson?", hers, StringComparison.Ordinal);
        Assert.Contains("Did you meet Grace Hopper?", his, StringComparison.Ordinal);
        Assert.Contains("Both said yes; they have not met yet.", notYet, StringComparison.Ordinal);
        Assert.All((string[])[page, met], said => Assert.Contains("They met.", said, StringComparison.Ordinal));
        Assert.DoesNotContain("You met.", page, StringComparison.Ordinal);
        Assert.Equal("Die beiden haben sich getroffen.", IntroductionWords.State(await house.Again().IntroductionOf(it, Stop), house.Today).InWords(new("de")));
    }

    [Theory, OnBoth]
    public async Task What_is_closed_asks_for_nothing_any_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await house.Opened();
        await using var site = await TestSite.Open(house);
        var before = await site.Page($"/introductions/{it}");

        (await house.Type("introduce", "close", it.ToString())).Fine();

        var (page, told) = (await site.Page($"/introductions/{it}"), (await site.Ask($"/api/introductions/{it}")).Fine()["sentence"].GetString()!);
        Assert.Contains("Write the first word by", before, StringComparison.Ordinal);
        Assert.All((string[])[page, told], said => Assert.Contains("Nothing more is to come of it since Friday, May 1, 2026.", said, StringComparison.Ordinal));
        Assert.DoesNotContain("Write the first word by", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_the_other_wrote_with_their_answer_is_said_to_be_theirs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        await house.Again().PassOn(it.Id, new(null, "He is worth it."), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it.Id, Side.Second, new(Consent.Yes, Note: "Gladly, on Tuesday."), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/introductions/{it.Id}");

        Assert.Matches("Alan Turing said yes\\.</bdi>\\s*</p>\\s*<blockquote class=\"reply\"><p><bdi>Gladly, on Tuesday\\.", page);
    }

    [Theory, OnBoth]
    public async Task A_yes_by_phone_on_the_eighth_day_is_noted_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (page, line, program) = (await PassedOn(house), await PassedOn(house), await PassedOn(house));
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.AnswerDays + 1));
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        using var posted = await site.Post($"/introductions/{page}", $"/introductions/{page}/answer", ("answer", "Yes"));
        (await house.Type("introduce", "answered", line.ToString(), "yes")).Fine();
        var foreign = await bob.Patch($"/api/introductions/{program}", new { answer = new { answer = "yes" } });
        var told = (await site.Patch($"/api/introductions/{program}", new { answer = new { answer = "yes" } })).Fine();

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (posted.StatusCode, foreign.Status));
        Assert.Equal("open", told["state"].GetString());
        foreach (var id in (Guid[])[page, line, program]) Assert.Equal(house.Today, (await house.Again().IntroductionOf(id, Stop)).It.OpenedOn);
    }

    [Theory, OnBoth]
    public async Task How_the_owner_is_reached_is_filled_in_when_it_is_known(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (sent, answered) = (await PassedOn(house), await PassedOn(house));
        var written = (await house.Again().AddIntroduction(new() { ConnectorId = await house.Know("Mary Jackson"), SecondId = await house.Know("Dorothy Vaughan"), Purpose = "How she plans." }, house.Today, house.Clock, Stop)).Id;
        var before = (await house.Again().IntroductionOf(written, Stop)).It.Contact;
        await house.AdasAccount();

        (await house.Type("introduce", "sent", written.ToString())).Fine();
        await house.Again().SayConsent(answered, Side.Second, new(Consent.Yes), house.Today, house.Clock, Stop);

        Assert.Null(before);
        foreach (var id in (Guid[])[written, answered]) Assert.Equal("ada@example.org", (await house.Again().IntroductionOf(id, Stop)).It.Contact);
        Assert.Null((await house.Again().IntroductionOf(sent, Stop)).It.Contact);
    }

    [Theory, OnBoth]
    public async Task Every_door_says_that_somebody_is_close_already_and_refuses_nothing(Engine engine)
    {
        const string close = "You know Alan Turing well yourself: nobody needs to stand between. Write to them.";
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Near("Alan Turing"));
        var mary = await house.Know("Mary Jackson");
        await using var site = await TestSite.Open(house);

        var form = await site.Page($"/introductions/new?to={alan}&through={grace}");
        var other = await site.Page($"/introductions/new?to={mary}&through={grace}");
        var typed = (await house.Type("introduce", alan.ToString(), "--through", "Grace Hopper", "--for", "How he hires.")).Fine();
        var all = await house.Again().AllIntroductions(house.Today, Stop);
        var told = (await site.Ask($"/api/introductions/{Assert.Single(all).It.Id}")).Fine()["hints"];
        var page = await site.Page($"/introductions/{all[0].It.Id}");

        Assert.All((string[])[form, page, string.Join(' ', typed.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))], said => Assert.Contains(close, said, StringComparison.Ordinal));
        Assert.Contains(close, told.EnumerateArray().Select(h => h.GetString()));
        Assert.DoesNotContain("nobody needs to stand between", other, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_link_leads_to_where_the_server_says_that_it_is(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = (await house.Again().AddIntroduction(new() { ConnectorId = await house.Know("Grace Hopper"), SecondId = await house.Know("Alan Turing"), Purpose = "How he hires." }, house.Today, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house, Sending);
        await using var stranger = site.Stranger();
        var at = $"/introductions/{it}";

        var told = (await site.Hand($"/api{at}/link", new { to = "connector" })).Is(HttpStatusCode.Created)["link"].GetString()!;
        using var made = await site.Post(at, at + "/text");
        var page = await made.Content.ReadAsStringAsync(Stop);
        using var passed = await stranger.Send(new Uri(told).AbsolutePath, new Dictionary<string, string> { ["answer"] = "yes" });
        var theirs = await passed.Content.ReadAsStringAsync(Stop);
        var ask = (await site.Hand("/api/asks", new { PersonId = await house.Know("Mary Jackson"), What = "Look at my prices", HowLong = "20" })).Is(HttpStatusCode.Created).Json.GetProperty("id").GetGuid();
        var asked = (await site.Hand($"/api/asks/{ask}/link", null)).Is(HttpStatusCode.Created)["link"].GetString()!;

        Assert.All((string[])[told, page, theirs, asked], said => Assert.Contains("https://mainstay.example/answer/", said, StringComparison.Ordinal));
        Assert.All((string[])[page, theirs], said => Assert.DoesNotContain("http://127.0.0.1", said, StringComparison.Ordinal));
    }

    private static async Task<Guid> PassedOn(TestHouse house)
    {
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        await house.Again().PassOn(it.Id, new(), house.Today, house.Clock, Stop);
        return it.Id;
    }

    private static async Task<Guid> BothSaidYes(TestHouse house)
    {
        var (grace, katherine) = (await house.Know("Grace Hopper"), await house.Know("Katherine Johnson"));
        var it = await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop);
        foreach (var side in Enum.GetValues<Side>()) await house.Again().SayConsent(it.Id, side, new(Consent.Yes), house.Today, house.Clock, Stop);
        return it.Id;
    }
}
