using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Exchange;

public partial class AskPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task An_ask_is_written_worded_sent_by_hand_and_answered_by_its_link(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { GivenName = "Grace", Emails = [new("grace@navy.example", "work")] });
        await using var site = await TestSite.Open(house);

        using var made = await site.Post($"/asks/new?to={grace}", "/asks", ("who", "Grace Hopper"), ("what", "Look at my prices"), ("howLong", "20"), ("answerBy", "2026-05-06"), ("weight", "FiveMinute"), ("inReturn", "A cake"));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var at = made.Headers.Location!.ToString();
        var drafted = await site.Page(at);
        using var ready = await site.Post(at, at + "/text", ("message", "Dear Grace,\r\nwould you look?\r\n[link]\r\nAda"));
        var page = WebUtility.HtmlDecode(await ready.Content.ReadAsStringAsync(Stop));
        var link = Link().Match(page).Value;
        using var sent = await site.Post(at, at + "/sent");
        await using var stranger = site.Stranger();
        using var answered = await stranger.Send(new Uri(link).AbsolutePath, new Dictionary<string, string> { ["answer"] = "yes" });

        Assert.Contains("Dear Grace,", drafted, StringComparison.Ordinal);
        Assert.Contains("It would take 20 minutes. In return: A cake. An answer helps me until Wednesday, 6 May 2026.".Replace("Wednesday, 6 May 2026", new DateOnly(2026, 5, 6).ToString("D", System.Globalization.CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal), drafted, StringComparison.Ordinal);
        Assert.Contains("would you look?\n" + link, page, StringComparison.Ordinal);
        Assert.Contains("mailto:grace@navy.example?subject=", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (ready.StatusCode, sent.StatusCode, answered.StatusCode));
        Assert.DoesNotContain("/answer/", await site.Page(at), StringComparison.Ordinal);
        Assert.Contains("Grace Hopper said yes on", await site.Page(at), StringComparison.Ordinal);
        Assert.Contains("Look at my prices", await site.Page("/asks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_an_address_is_asked_by_copying()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        await using var site = await TestSite.Open(house);

        using var ready = await site.Post($"/asks/{ask.Id}", $"/asks/{ask.Id}/text");

        var page = WebUtility.HtmlDecode(await ready.Content.ReadAsStringAsync(Stop));
        Assert.Matches(Link(), page);
        Assert.DoesNotContain("mailto:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_ask_twice_shows_the_one_there_is()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Know("Grace Hopper");
        var ask = await house.Ask(grace, "Look at my prices");
        await using var site = await TestSite.Open(house);

        using var again = await site.Post($"/asks/new?to={grace}", "/asks", ("who", "Grace Hopper"), ("what", "look at my prices"));

        var page = await again.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("You have asked Grace Hopper this already", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/asks/{ask.Id}\"", page, StringComparison.Ordinal);
        Assert.Contains("look at my prices", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_meant_is_asked_and_what_was_typed_is_kept()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        await using var site = await TestSite.Open(house);

        using var unclear = await site.Post("/asks/new", "/asks", ("who", "Grace"), ("what", "Kept words"));
        using var nobody = await site.Post("/asks/new", "/asks", ("who", "Eve"), ("what", "Kept words"));
        using var empty = await site.Post("/asks/new", "/asks", ("who", ""), ("what", ""));

        var page = await unclear.Content.ReadAsStringAsync(Stop);
        Assert.All(new[] { unclear, nobody, empty }, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Contains("Several people may be meant.", page, StringComparison.Ordinal);
        Assert.Contains("Grace Kelly", page, StringComparison.Ordinal);
        Assert.Contains("Kept words", page, StringComparison.Ordinal);
        Assert.Contains("Nobody is called", await nobody.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Write whom you ask.", await empty.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_in_the_trash_is_not_asked_and_a_sentence_says_so()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Know("Grace Hopper");
        var ask = await house.Ask(grace, "Look at my prices");
        await house.Store.TrashPerson(grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var gone = await site.Browser.GetAsync($"/asks/{ask.Id}", Stop);

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("prices", await site.Page("/asks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_person_begins_with_the_same_words()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var ask = await house.Ask(grace, "Look at my prices", a => a with { Then = [alan], HowLong = "20" });
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.No, "Sorry"), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/asks/{ask.Id}");
        var next = await site.Page($"/asks/new?after={ask.Id}&to={alan}");
        using var made = await site.Post($"/asks/new?after={ask.Id}&to={alan}", "/asks", ("who", "Alan Turing"), ("what", "Look at my prices"));

        Assert.Contains($"/asks/new?after={ask.Id}&to={alan}", page, StringComparison.Ordinal);
        Assert.Contains("Sorry", page, StringComparison.Ordinal);
        Assert.Contains("Look at my prices", next, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Equal(2, await house.Again().Asks.CountAsync(a => a.ThreadId == ask.ThreadId, Stop));
    }

    [Fact]
    public async Task Each_step_has_its_form()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        await using var site = await TestSite.Open(house);
        var at = $"/asks/{ask.Id}";

        (await site.Post(at, at + "/answer", ("answer", "More"), ("note", "Which?"))).Dispose();
        using var empty = await site.Post(at, at + "/more", ("more", " "));
        (await site.Post(at, at + "/more", ("more", "Of the second seat"))).Dispose();
        (await site.Post(at, at + "/answer", ("answer", "Yes"))).Dispose();
        (await site.Post(at, at + "/outcome", ("outcome", "Helped"))).Dispose();
        (await site.Post(at, at + "/thanked")).Dispose();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var now = (await house.Again().AskOf(ask.Id, Stop)).Ask;
        Assert.Equal((AskState.Yes, Outcome.Helped, house.Today, "Of the second seat"), (now.State, now.Outcome, now.ThankedOn, now.More));
        using var removed = await site.Post(at, at + "/remove");
        Assert.StartsWith("/asks?said=Exchange.SaidRemoved&undo=", removed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await house.Again().AllAsks(house.Today, Stop));
        using var back = await site.TakeBack(removed);
        Assert.StartsWith("/asks?said=", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(ask.Id, (await house.Again().AllAsks(house.Today, Stop)).Single().Ask.Id);
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+/answer/[a-hjkmnp-z2-9]{28}")]
    private static partial Regex Link();
}
