using System.Net;
using Mainstay.Challenges;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Mainstay.Tests.Needs;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Challenges;

/// <summary>Asking for help in a hard time, what is left when it is closed, and thanks.</summary>
public class ChallengeHelpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Closed_its_asks_go_and_who_helped_is_to_be_thanked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine, mary) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"), await house.Know("Mary Jackson"));
        var id = (await house.Store.BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;
        var other = await house.Again().AddAsk(new() { PersonId = grace, What = "Something else" }, house.Today, house.Clock, Stop);
        var helped = await Ask(house, id, grace);
        await house.Again().SayAnswer(helped, new(AskReplyKind.Yes, "Zugzwang, of course"), house.Today, house.Clock, Stop);
        await house.Again().SayOutcome(helped, Outcome.Helped, house.Today, house.Clock, Stop);
        var refused = await Ask(house, id, alan, then: katherine);
        await house.Again().SendAsk(refused, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(refused, new(AskReplyKind.No), house.Today, house.Clock, Stop);
        var next = await house.Again().AddAsk(new() { PersonId = katherine, What = "Zugzwang next", After = refused }, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(next.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        var thanked = await Ask(house, id, mary);
        await house.Again().SayAnswer(thanked, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Again().SayOutcome(thanked, Outcome.Partly, house.Today, house.Clock, Stop);
        await house.Again().ThankForAsk(thanked, house.Today, house.Clock, Stop);
        var waiting = await Ask(house, id, mary, "Zugzwang still open");
        var link = await house.Again().MakeAskLink(waiting, house.Today, house.Clock, Stop);
        var removed = await house.Again().RemoveAsk(await Ask(house, id, mary, "Zugzwang removed"), house.Clock, Stop);
        Assert.Equal(5, (await house.Again().AsksIn(id, house.Today, Stop)).Count);

        await house.Again().CloseChallenge(id, new(null, []), house.Today, house.Clock, Stop);

        Assert.Equal([other.Id], await house.Again().Asks.Select(a => a.Id).ToListAsync(Stop));
        Assert.Empty(await house.Again().AskNexts.ToListAsync(Stop));
        Assert.Empty(await house.Again().ChallengeAsks.ToListAsync(Stop));
        Assert.Equal(["Grace Hopper", "Katherine Johnson"], (await house.Again().HelpersToThank(Stop)).Select(p => p.Name));
        Assert.DoesNotContain(await house.Again().Formers.ToListAsync(Stop), f => f.Before.Contains("Zugzwang", StringComparison.Ordinal));
        Assert.All(await house.Again().Favours.ToListAsync(Stop), f => Assert.Equal(("Was there when it mattered", null), (f.What, f.AskId)));
        await Assert.ThrowsAnyAsync<Refusal>(() => house.TakeBack(removed));
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        using var late = await stranger.Browser.GetAsync("/answer/" + link, Stop);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Thanks_are_said_once_or_left(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await Helped(house, grace, alan);
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/challenges/thanks");
        using var thanked = await site.Post("/challenges/thanks", $"/challenges/thanks/{grace}", ("do", "thanked"));
        await house.Again().ThankHelper(grace, house.Today, house.Clock, Stop);
        using var left = await site.Post("/challenges/thanks", $"/challenges/thanks/{alan}", ("do", "leave"));

        Assert.Contains("Grace Hopper", page, StringComparison.Ordinal);
        Assert.Contains("Thank you for being there", page, StringComparison.Ordinal);
        Assert.Contains("Everybody who helped has been thanked.", await site.Page("/challenges/thanks"), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await house.Again().Touches.ToListAsync(Stop)).Note);
        Assert.False(await house.Again().ThankHelper(alan, house.Today, house.Clock, Stop));
        await house.Again().LeaveThanks(alan, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().LeaveThanks(Guid.CreateVersion7(), Stop));
    }

    [Theory, OnBoth]
    public async Task After_three_months_nobody_is_named_any_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Helped(house, await house.Know("Grace Hopper"));

        await house.Again().TendHardTimes(house.Today.AddDays(90), Stop);
        Assert.Single(await house.Again().HelpersToThank(Stop));
        await house.Again().TendHardTimes(house.Today.AddDays(91), Stop);

        Assert.Empty(await house.Again().HelpersToThank(Stop));
    }

    [Theory, OnBoth]
    public async Task An_ask_that_was_there_before_is_not_drawn_into_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var id = (await house.Again().BeginChallenge(new("Gone"), house.Today, house.Clock, Stop)).Id;
        var other = await house.Again().AddAsk(new() { PersonId = grace, What = "Something else" }, house.Today, house.Clock, Stop);
        NewAsk mine = new() { Id = Guid.CreateVersion7(), PersonId = grace, What = "Would you listen?" };

        await Assert.ThrowsAsync<Conflict>(() => house.Again().AskForHelp(id, HelpAs.Listen, mine with { Id = other.Id }, house.Today, house.Clock, Stop));
        foreach (var _ in (int[])[1, 2]) await house.Again().AskForHelp(id, HelpAs.Listen, mine, house.Today, house.Clock, Stop);

        Assert.Single(await house.Again().AsksIn(id, house.Today, Stop));
        await house.Again().CloseChallenge(id, new(null, []), house.Today, house.Clock, Stop);
        Assert.Equal([other.Id], await house.Again().Asks.Select(a => a.Id).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task After_a_no_others_are_found_where_the_hard_time_says_and_not_by_the_words_of_the_ask(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Again().AddPerson(new() { Name = "Alan Turing", Topics = ["listen"] }, house.Clock, Stop);
        var id = (await house.Again().BeginChallenge(new("Gone"), house.Today, house.Clock, Stop)).Id;
        var ask = await Ask(house, id, grace);
        await house.Again().SayAnswer(ask, new(AskReplyKind.No), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/asks/{ask}");
        var next = await site.Page($"/asks/new?after={ask}");

        Assert.DoesNotContain("Alan Turing", page, StringComparison.Ordinal);
        Assert.Contains($"/challenges/{id}/help", page, StringComparison.Ordinal);
        Assert.Contains("Peer support between people", next, StringComparison.Ordinal);
        Assert.Contains("Confidential, as the one before.", next, StringComparison.Ordinal);
        using var wrong = await site.Post($"/asks/new?after={ask}", "/asks", ("after", $"{ask}"), ("who", "Alan Turing"), ("what", " "));
        var again = await wrong.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Confidential, as the one before.", again, StringComparison.Ordinal);
        Assert.Contains("Peer support between people", again, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Behind_its_link_every_page_is_of_the_zone_and_says_what_is_not_to_be_talked_about(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var id = (await house.Again().BeginChallenge(new("Gone"), house.Today, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);
        using var asked = await site.Post($"/challenges/{id}/ask?to={grace}", $"/challenges/{id}/ask", ("who", "Grace Hopper"), ("what", "Would you listen?"), ("notAbout", "money"));
        var link = "/answer/" + await house.Again().MakeAskLink(Guid.Parse(asked.Headers.Location!.ToString().Split('/')[^1]), house.Today, house.Clock, Stop);
        await using var stranger = site.Stranger();

        var page = await stranger.Page(link);
        using var answered = await stranger.Send(link, new Dictionary<string, string> { ["answer"] = "yes" });
        var thanks = await stranger.Page(answered.Headers.Location!.ToString());
        using var used = await stranger.Browser.GetAsync(link, Stop);
        var over = await used.Content.ReadAsStringAsync(Stop);

        Assert.Contains("Please let us not talk about this: money", page, StringComparison.Ordinal);
        Assert.Contains("You need not be a therapist", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, used.StatusCode);
        foreach (var one in (string[])[page, thanks, over]) Assert.Contains("Peer support between people", one, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task On_the_pages_one_is_shown_who_can_help_asks_in_own_words_and_sees_what_came_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Again().AddPerson(new() { Name = "Grace Hopper", Topics = ["losing a client"] }, house.Clock, Stop)).Id;
        var id = (await house.Again().BeginChallenge(new("The big client left", "losing a client") { Narrative = new("Zugzwang") }, house.Today, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);
        var at = $"/challenges/{id}";

        var help = await site.Page(at + "/help");
        var form = await site.Page($"{at}/ask?to={grace}&as=Know");
        using var empty = await site.Post($"{at}/ask?to={grace}&as=Know", at + "/ask", ("who", "Grace Hopper"), ("what", " "));
        using var nobody = await site.Post(at + "/ask", at + "/ask", ("who", "Nobody at all"), ("what", "Please"));
        using var asked = await site.Post($"{at}/ask?to={grace}&as=Know", at + "/ask", ("who", "Grace Hopper"), ("what", "Two questions?"));
        using var again = await site.Post($"{at}/ask?to={grace}&as=Know", at + "/ask", ("who", "Grace Hopper"), ("what", "Two questions?"));
        var after = await site.Page(at);

        Assert.Contains($"{at}/ask?to={grace}&as=Know", help, StringComparison.Ordinal);
        Assert.Contains("Peer support between people", help + form, StringComparison.Ordinal);
        Assert.DoesNotContain("Zugzwang", help + form + await site.Page(asked.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Contains("I need to know how something is done", form, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.Conflict], [empty.StatusCode, nobody.StatusCode, asked.StatusCode, again.StatusCode]);
        var ask = Assert.Single(await house.Again().AsksIn(id, house.Today, Stop));
        Assert.Equal((HelpAs.Know, true, "Two questions?"), (ask.As, ask.Line.Ask.IsConfidential, ask.Line.Ask.What));
        Assert.Contains("Who knows · Written, and not sent yet.", after, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_command_line_and_programs_do_it_too_and_Bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Again().SetLayer(grace, Layer.Core, Stop);
        var id = (await house.Again().BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        var who = (await house.Type("challenge", "who", id.ToString())).Fine();
        var asked = (await house.Type("challenge", "ask", id.ToString(), "--to", "Grace Hopper", "--as", "beenthrough", "--what", "Half an hour?")).Fine();
        var proposed = (await site.Ask($"/api/challenges/{id}/help")).Fine();
        var made = (await site.Hand($"/api/challenges/{id}/asks", new { As = "carry", PersonId = alan, What = "Walk the dog?" })).Is(HttpStatusCode.Created);
        Assert.NotEmpty((await site.Hand($"/api/challenges/{id}/asks", new { As = "carry", PersonId = alan, What = "" })).Wrong("what"));
        var listed = (await site.Ask($"/api/challenges/{id}/asks")).Fine();
        foreach (var line in await house.Again().AsksIn(id, house.Today, Stop)) await house.Again().SayAnswer(line.Line.Ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        (await site.Hand($"/api/challenges/{id}/close", new { Lesson = "" })).Fine();
        var thanks = (await site.Ask("/api/challenges/thanks")).Fine();
        (await site.Hand($"/api/challenges/thanks/{grace}", new { Thanked = true })).Fine();
        var left = (await house.Type("challenge", "thanks", "Alan Turing", "--leave")).Fine();

        Assert.Contains("Grace Hopper", who.Out, StringComparison.Ordinal);
        Assert.Contains("Half an hour?", asked.Out, StringComparison.Ordinal);
        Assert.Contains("\"as\":\"listen\"", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("\"isConfidential\":true", made.Text, StringComparison.Ordinal);
        Assert.Contains("Walk the dog?", listed.Text, StringComparison.Ordinal);
        Assert.Contains("Alan Turing", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("Everybody who helped has been thanked.", left.Out, StringComparison.Ordinal);
        var bob = await house.Bob();
        await Assert.ThrowsAsync<NotFound>(() => bob.AskForHelp(id, HelpAs.Listen, new() { PersonId = grace, What = "?" }, house.Today, house.Clock, Stop));
        Assert.Empty(await bob.AsksIn(id, house.Today, Stop));
        Assert.Empty(await bob.HelpersToThank(Stop));
    }

    private static async Task Helped(TestHouse house, params Guid[] people)
    {
        var id = (await house.Again().BeginChallenge(new("Over"), house.Today, house.Clock, Stop)).Id;
        foreach (var person in people) await house.Again().SayAnswer(await Ask(house, id, person), new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Again().CloseChallenge(id, new(null, []), house.Today, house.Clock, Stop);
    }

    private static async Task<Guid> Ask(TestHouse house, Guid id, Guid person, string what = "Zugzwang: would you listen?", Guid? then = null) =>
        (await house.Again().AskForHelp(id, HelpAs.Listen, new() { PersonId = person, What = what, Then = then is { } next ? [next] : [] }, house.Today, house.Clock, Stop)).Id;
}
