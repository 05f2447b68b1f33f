using System.Net;
using Mainstay.Api;
using Mainstay.Exchange;
using Mainstay.Reminders;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Exchange;

/// <summary>What a confidential ask is about stands on its own page, and nowhere else.</summary>
public class ConfidentialAskTests
{
    private const string Secret = "Zugzwang";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Neither_search_notes_favours_calendar_nor_other_pages_say_what_it_is_about(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, id) = await Asked(house);
        await house.Store.SendAsk(id, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var calendar = new List<string>();
        foreach (var source in house.Services.GetServices<ICalendarSource>()) calendar.AddRange((await source.Between(house.Again(), house.Today.AddDays(-5), house.Today.AddDays(30), Stop)).Select(e => e.Summary + e.Description));
        Assert.DoesNotContain(calendar, text => text.Contains(Secret, StringComparison.Ordinal) || text.Contains("Grace", StringComparison.Ordinal));
        await house.Again().SayAnswer(id, new(AskReplyKind.Yes, $"{Secret}, of course"), house.Today, house.Clock, Stop);
        Assert.DoesNotContain(Secret, await site.Page("/") + await site.Page($"/people/{grace}") + await site.Page("/asks") + await site.Page($"/board/talks/{grace}"), StringComparison.Ordinal);
        Assert.Contains("Grace Hopper said yes.", await site.Page("/"), StringComparison.Ordinal);
        Assert.Contains(Secret, await site.Page($"/asks/{id}"), StringComparison.Ordinal);
        // That it is confidential does not mean that it is a hard time.
        Assert.DoesNotContain("Peer support between people", await site.Page($"/asks/{id}"), StringComparison.Ordinal);
        await house.Again().SayOutcome(id, Outcome.Helped, house.Today, house.Clock, Stop);
        await house.Again().ThankForAsk(id, house.Today, house.Clock, Stop);

        Assert.Equal([null, null], await house.Again().Touches.Select(t => t.Note).ToListAsync(Stop));
        Assert.Equal("Was there when it mattered", (await house.Again().Favours.SingleAsync(Stop)).What);
        foreach (var source in house.Services.GetServices<ISearchResults>()) Assert.Equal(0, (await source.Find(house.Again(), new(Secret, 0, 10), house.Today, Stop)).Total);
        Assert.Empty((await house.Again().WhoCanHelp(Secret, null, 5, house.Today, Stop)).People);
    }

    [Theory, OnBoth]
    public async Task The_mornings_letter_says_nothing_of_it_while_Today_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (_, id) = await Asked(house);
        var open = await house.Store.AddAsk(new() { PersonId = await house.Know("Alan Turing"), What = "A question that is none's secret" }, house.Today, house.Clock, Stop);
        foreach (var ask in (Guid[])[id, open.Id]) await house.Again().SayAnswer(ask, new(AskReplyKind.More), house.Today, house.Clock, Stop);
        await house.Again().SetReminders(new() { Webhook = new("https://hook.example/today") }, house.Ada, house.Settings, house.Clock, Stop);

        var letter = Assert.Single(await house.Again().PostDigestNow(DigestActions.Desk.At(house.Services, house.Ada, house.Clock), Stop));

        Assert.Contains("Alan Turing", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", letter.Text, StringComparison.Ordinal);
        Assert.Contains(await house.Again().DealToday(house.Services.GetRequiredService<TodaySources>(), house.Today, Stop), c => c is { Subject: var subject, IsConfidential: true } && subject == id);
    }

    [Theory, OnBoth]
    public async Task Who_is_asked_next_is_asked_as_confidentially(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (_, id) = await Asked(house);
        await house.Store.SendAsk(id, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(id, new(AskReplyKind.No), house.Today, house.Clock, Stop);

        var next = await house.Again().AddAsk(new() { PersonId = await house.Know("Alan Turing"), What = Secret, After = id }, house.Today, house.Clock, Stop);

        Assert.True(next.IsConfidential);
    }

    [Theory, OnBoth]
    public async Task It_is_said_on_the_page_at_the_command_line_and_by_programs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var written = await site.Post("/asks/new", "/asks", ("who", "Grace Hopper"), ("what", Secret), ("confidential", "on"));
        (await house.Type("ask", "Grace Hopper", "--what", Secret + " two", "--confidential")).Fine();
        var list = (await house.Type("ask")).Fine();
        var posted = (await site.Hand("/api/asks", new { PersonId = grace, What = Secret + " three", IsConfidential = true })).Is(HttpStatusCode.Created);

        Assert.Equal(3, (await house.Again().AllAsks(house.Today, Stop)).Count(a => a.Ask.IsConfidential));
        Assert.Contains("Confidential", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, list.Out, StringComparison.Ordinal);
        Assert.Contains("\"isConfidential\":true", posted.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Sent_twice_with_a_key_it_is_written_once_and_its_words_are_kept_nowhere_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);
        var body = new { PersonId = grace, What = Secret, IsConfidential = true };

        (await site.Hand("/api/asks", body, ("Idempotency-Key", "one"))).Is(HttpStatusCode.Created);
        var again = (await site.Hand("/api/asks", body, ("Idempotency-Key", "one"))).Is(HttpStatusCode.Created);

        Assert.DoesNotContain(Secret, again.Text, StringComparison.Ordinal);
        Assert.StartsWith("/api/asks/", again.Headers["Location"], StringComparison.Ordinal);
        Assert.Single(await house.Again().AllAsks(house.Today, Stop));
        Assert.All(await house.Again().KeptAnswers.ToListAsync(Stop), kept => Assert.Null(kept.Body));
    }

    private static async Task<(Guid Grace, Guid Ask)> Asked(TestHouse house)
    {
        var grace = await house.Know("Grace Hopper");
        return (grace, (await house.Again().AddAsk(new() { PersonId = grace, What = $"{Secret}: would you listen?", IsConfidential = true }, house.Today, house.Clock, Stop)).Id);
    }
}
