using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Introductions;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>What those see who are asked, without an account.</summary>
public partial class IntroductionLinksTests
{
    [Theory, OnBoth]
    public async Task The_connector_edits_it_and_passes_it_on_and_the_other_is_reached_only_after_a_yes(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (it, path) = await Asked(house, i => i with { Contact = "ada@analytical.example", IsBlind = true });

        var page = await stranger.Page(path);
        using var passed = await Send(stranger, path, ("answer", "yes"), ("blurb", "Somebody who builds engines."), ("word", "Worth an hour of yours."));
        var letter = WebUtility.HtmlDecode(await passed.Content.ReadAsStringAsync(Stop));
        var second = LinkIn(letter);
        var asked = await stranger.Page(second);
        using var yes = await Send(stranger, second, ("answer", "Yes"), ("contact", "alan@bletchley.example"));
        var open = WebUtility.HtmlDecode(await yes.Content.ReadAsStringAsync(Stop));
        var how = await stranger.Page(path);

        Assert.Contains("Ada Lovelace would like to be introduced to Alan Turing", page, StringComparison.Ordinal);
        Assert.Contains("nobody is told: it looks like silence", page, StringComparison.Ordinal);
        Assert.Contains("> Somebody who builds engines.", letter, StringComparison.Ordinal);
        foreach (var hidden in (string[])["Ada", "Lovelace", "analytical"]) Assert.DoesNotContain(hidden, asked, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper asks: would you like to meet somebody?", asked, StringComparison.Ordinal);
        Assert.Contains("Worth an hour of yours.", asked, StringComparison.Ordinal);
        Assert.Contains("You can reach each other now, Ada Lovelace and you.", open, StringComparison.Ordinal);
        Assert.Contains("ada@analytical.example", open, StringComparison.Ordinal);
        Assert.Contains("Alan Turing said yes.", how, StringComparison.Ordinal);
        Assert.DoesNotContain("bletchley", how, StringComparison.Ordinal);
        var now = (await house.Again().IntroductionOf(it, Stop)).It;
        Assert.Equal((house.Today, "alan@bletchley.example", "Somebody who builds engines."), (now.OpenedOn!.Value, now.SecondContact, now.Blurb));
        Assert.Contains("alan@bletchley.example", await site.Page($"/introductions/{it}"), StringComparison.Ordinal);
        Assert.Equal(0, stranger.Cookies.Count);
    }

    [Theory, OnBoth]
    public async Task A_connector_who_would_rather_not_looks_like_silence_everywhere(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (it, path) = await Asked(house);
        var before = await site.Page($"/introductions/{it}");
        var exported = (await house.Type("export", "--format", "json")).Fine().Out;

        using var no = await Send(stranger, path, ("answer", "no"));
        using var again = await Send(stranger, path, ("answer", "yes"));

        Assert.Equal("/answer/thanks?said=Introductions.SaidDeclined", no.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Equal(Plain(before), Plain(await site.Page($"/introductions/{it}")));
        Assert.Equal(exported, (await house.Type("export", "--format", "json")).Fine().Out);
    }

    [Theory, OnBoth]
    public async Task Looked_at_by_a_scanner_nothing_is_passed_on_or_answered(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (it, path) = await Asked(house);
        await stranger.Page(path + "?answer=yes");
        using var nonsense = await Send(stranger, path, ("answer", "again"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
        Assert.Null((await house.Again().IntroductionOf(it, Stop)).It.AcceptedOn);

        using var passed = await Send(stranger, path, ("answer", "yes"));
        var second = LinkIn(WebUtility.HtmlDecode(await passed.Content.ReadAsStringAsync(Stop)));
        await stranger.Page(second + "?answer=Yes");
        using var empty = await Send(stranger, second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Null((await house.Again().IntroductionOf(it, Stop)).It.SecondAnswer);
    }

    [Theory, OnBoth]
    public async Task After_seven_days_the_page_says_that_it_is_too_late(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (it, path) = await Asked(house);
        using var passed = await Send(stranger, path, ("answer", "yes"));
        var second = LinkIn(WebUtility.HtmlDecode(await passed.Content.ReadAsStringAsync(Stop)));
        house.Clock.MoveTo(new(2026, 5, 9));

        var page = await stranger.Page(second);
        using var late = await Send(stranger, second, ("answer", "Yes"));

        Assert.Contains("The time to answer is over, and nothing more is asked of you. If you would still like to meet, write to Grace Hopper.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Null((await house.Again().IntroductionOf(it, Stop)).It.OpenedOn);
    }

    [Theory, OnBoth]
    public async Task The_connector_reads_until_when_an_answer_helps_and_can_pass_it_on_after_that_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (it, path) = await Asked(house);
        var (other, closed) = await Asked(house);
        var day = (await house.Again().IntroductionOf(it, Stop)).It.AnswerBy;
        house.Clock.MoveTo(day);
        var onTheDay = await stranger.Page(path);
        house.Clock.MoveTo(day.AddDays(1));
        await house.Again().CloseIntroduction(other, house.Today, house.Clock, Stop);

        var late = await stranger.Page(path);
        var letBe = await stranger.Page(closed);
        using var passed = await Send(stranger, path, ("answer", "yes"));
        var after = await stranger.Page(path);

        Assert.Contains("An answer helps until ", onTheDay, StringComparison.Ordinal);
        Assert.DoesNotContain("That day is over", onTheDay, StringComparison.Ordinal);
        Assert.Contains("That day is over; you can still pass it on.", late, StringComparison.Ordinal);
        Assert.DoesNotContain("you can still pass it on", letBe, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        Assert.Equal(house.Today, (await house.Again().IntroductionOf(it, Stop)).It.AcceptedOn);
        Assert.DoesNotContain("That day is over", after, StringComparison.Ordinal);
        Assert.EndsWith("Dieser Tag ist vorbei; weitergeben kannst du es noch.", new Reason("Introductions.DayIsOver", day).InWords(new("de")), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Two_weeks_later_the_other_is_asked_and_the_connector_reads_the_thanks(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (it, path) = await Asked(house);
        using var passed = await Send(stranger, path, ("answer", "yes"));
        var second = LinkIn(WebUtility.HtmlDecode(await passed.Content.ReadAsStringAsync(Stop)));
        (await Send(stranger, second, ("answer", "Yes"))).Dispose();
        Assert.DoesNotContain("Did you meet", await stranger.Page(second), StringComparison.Ordinal);
        house.Clock.MoveTo(new(2026, 5, 15));

        var page = await stranger.Page(second);
        using var met = await Send(stranger, second, ("outcome", "Met"));
        using var odd = await Send(stranger, second, ("outcome", "Married"));
        await house.Again().ThankConnector(it, "You are a star, Grace.", house.Today, house.Clock, Stop);
        var thanks = await stranger.Page(path);

        Assert.Contains("Did you meet Ada Lovelace?", page, StringComparison.Ordinal);
        Assert.Equal("/answer/thanks?said=Introductions.SaidOutcome", met.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        Assert.Equal(MeetingOutcome.Met, (await house.Again().IntroductionOf(it, Stop)).It.SecondOutcome);
        Assert.Contains("You are a star, Grace.", thanks, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Of_two_who_are_brought_together_neither_is_told_the_address_of_the_other_before_both_said_yes(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = alan, Purpose = "Both hire." }, house.Today, house.Clock, Stop);
        var first = "/answer/" + await house.Again().MakeIntroductionLink(it.Id, LinkTo.First, house.Today, house.Clock, Stop);
        var second = "/answer/" + await house.Again().MakeIntroductionLink(it.Id, LinkTo.Second, house.Today, house.Clock, Stop);

        // Ada sent the messages, and forgot to say so.
        var asked = await stranger.Page(first);
        using var yes = await Send(stranger, first, ("answer", "Yes"), ("contact", "grace@navy.example"));
        var waiting = await stranger.Page(second);
        (await Send(stranger, second, ("answer", "Yes"), ("contact", "alan@bletchley.example"))).Dispose();

        Assert.Equal(house.Today, (await house.Again().IntroductionOf(it.Id, Stop)).It.SentOn);
        Assert.Contains("Ada Lovelace asks: would you like to meet Alan Turing?", asked, StringComparison.Ordinal);
        Assert.Equal("/answer/thanks?said=Introductions.SaidThanksYes", yes.Headers.Location!.ToString());
        Assert.DoesNotContain("navy", waiting, StringComparison.Ordinal);
        Assert.Contains("alan@bletchley.example", await stranger.Page(first), StringComparison.Ordinal);
        Assert.Contains("grace@navy.example", await stranger.Page(second), StringComparison.Ordinal);
        using var other = await Send(stranger, first, ("answer", "No"));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Single(await house.Again().Introductions.Where(i => i.OpenedOn != null).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Of_two_who_are_brought_together_each_leaves_the_address_they_are_shown_or_none(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        var alan = await house.Know("Alan Turing", p => p with { Emails = [new("alan@bletchley.example")] });
        var it = await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = alan, Purpose = "Both hire." }, house.Today, house.Clock, Stop);
        var first = "/answer/" + await house.Again().MakeIntroductionLink(it.Id, LinkTo.First, house.Today, house.Clock, Stop);
        var second = "/answer/" + await house.Again().MakeIntroductionLink(it.Id, LinkTo.Second, house.Today, house.Clock, Stop);

        var asked = await stranger.Page(first);
        (await Send(stranger, first, ("answer", "Yes"), ("contact", "grace@navy.example"))).Dispose();
        (await Send(stranger, second, ("answer", "Yes"), ("contact", ""))).Dispose(); // what stood there was cleared
        var (hers, his) = (WebUtility.HtmlDecode(await stranger.Page(first)), WebUtility.HtmlDecode(await stranger.Page(second)));
        var mine = WebUtility.HtmlDecode(await site.Page($"/introductions/{it.Id}"));
        var letters = await house.Again().LettersFor(await house.Again().IntroductionOf(it.Id, Stop), house.Today, Stop);

        Assert.Contains("value=\"grace@navy.example\"", asked, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace has this address of you.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("bletchley", asked, StringComparison.Ordinal);
        Assert.Contains("Alan Turing left no address here. Ada Lovelace writes to both of you.", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("bletchley", hers, StringComparison.Ordinal);
        Assert.Contains("grace@navy.example", his, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper can be reached so: grace@navy.example. Alan Turing, would you write first?", mine, StringComparison.Ordinal);
        Assert.Equal([("Grace Hopper", "grace@navy.example"), ("Alan Turing", "alan@bletchley.example")], letters.Select(l => (l.Name, l.Mail!)));
        Assert.All(letters, l => Assert.DoesNotContain("bletchley", l.Text, StringComparison.Ordinal));
    }

    private static async Task<(Guid Id, string Path)> Asked(TestHouse house, Func<NewIntroduction, NewIntroduction>? with = null)
    {
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var wanted = new NewIntroduction { ConnectorId = grace, SecondId = alan, Purpose = "I would like to hear how he hires." };
        var it = await house.Again().AddIntroduction(with?.Invoke(wanted) ?? wanted, house.Today, house.Clock, Stop);
        await house.Again().SendIntroduction(it.Id, house.Today, house.Clock, Stop);
        return (it.Id, "/answer/" + await house.Again().MakeIntroductionLink(it.Id, LinkTo.Connector, house.Today, house.Clock, Stop));
    }

    private static Task<HttpResponseMessage> Send(TestSite site, string path, params (string Name, string Value)[] fields) =>
        site.Browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))), Stop);

    private static string LinkIn(string text)
    {
        var link = Link().Match(text);
        Assert.True(link.Success, text);
        return link.Value;
    }

    /// <summary>The page without what differs each time it is shown.</summary>
    private static string Plain(string page) => Each().Replace(page, "");

    [GeneratedRegex("/answer/[A-Za-z0-9_-]{20,}")]
    private static partial Regex Link();

    [GeneratedRegex("""(value|nonce|content)="[^"]*"|nonce-[A-Za-z0-9+/=_-]+""")]
    private static partial Regex Each();
}
