using System.Net;
using Mainstay.Exchange;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Exchange;

public class AnswerPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_stranger_answers_without_an_account_and_sees_nothing_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Katherine Johnson");
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (ask, path) = await Asked(house, a => a with { HowLong = "20", InReturn = "A cake" });

        var page = await stranger.Page(path);
        using var answer = await Send(stranger, path, ("answer", "yes"), ("note", "Gladly, on Tuesday."));
        var thanks = await stranger.Page(answer.Headers.Location!.ToString());

        Assert.Contains("Ada Lovelace asks you", page, StringComparison.Ordinal);
        Assert.Contains("Look at my prices", page, StringComparison.Ordinal);
        Assert.Contains("It would take 20 minutes.", page, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace sees your answer. It is kept with the question until Ada Lovelace removes it, and for 30 days after that.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Katherine", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/answer/thanks?said=Exchange.SaidThanksYes"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("Your yes has arrived.", thanks, StringComparison.Ordinal);
        var now = (await house.Again().AskOf(ask.Id, Stop)).Ask;
        Assert.Equal((AskState.Yes, "Gladly, on Tuesday.", house.Today), (now.State, now.Reply, now.AnsweredOn));
        Assert.Equal(0, stranger.Cookies.Count);
    }

    [Theory, InlineData("GET"), InlineData("HEAD")]
    public async Task Looked_at_by_a_scanner_it_is_not_answered(string method)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (ask, path) = await Asked(house);

        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(new(method), path + "?answer=yes");
            using var looked = await stranger.Browser.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        }

        Assert.Equal(AskState.Drafted, (await house.Again().AskOf(ask.Id, Stop)).Ask.State);
        using var answer = await Send(stranger, path, ("answer", "no"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Used_once_it_is_used_up()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (ask, path) = await Asked(house);
        (await Send(stranger, path, ("answer", "no"))).Dispose();

        using var again = await Send(stranger, path, ("answer", "yes"));
        using var looked = await stranger.Browser.GetAsync(path, Stop);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (again.StatusCode, looked.StatusCode));
        var page = await looked.Content.ReadAsStringAsync(Stop);
        Assert.Contains("This has been answered already.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("prices", page, StringComparison.Ordinal);
        Assert.Equal(AskState.No, (await house.Again().AskOf(ask.Id, Stop)).Ask.State);
    }

    [Fact]
    public async Task Whoever_wants_to_know_more_answers_by_the_same_link_later()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (ask, path) = await Asked(house);

        (await Send(stranger, path, ("answer", "more"), ("note", "Which prices?"))).Dispose();
        await house.Again().TellMore(ask.Id, "Those of the second seat.", house.Today, Stop);
        var page = await stranger.Page(path);
        using var answer = await Send(stranger, path, ("answer", "notnow"), ("until", "2026-06-01"));

        Assert.Contains("Those of the second seat.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal((AskState.NotNow, new DateOnly(2026, 6, 1)), (await house.Again().AskOf(ask.Id, Stop)).Ask is var now ? (now.State, now.NotNowUntil!.Value) : default);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (ask, path) = await Asked(house);

        using var odd = await Send(stranger, path, ("answer", "notnow"), ("until", "2026-04-01"), ("note", "Kept words"));
        using var none = await Send(stranger, path, ("note", "Kept words"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (odd.StatusCode, none.StatusCode));
        var page = await odd.Content.ReadAsStringAsync(Stop);
        Assert.Contains("That day is over.", page, StringComparison.Ordinal);
        Assert.Contains("Kept words", page, StringComparison.Ordinal);
        Assert.Contains("Choose one of the answers.", await none.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(AskState.Drafted, (await house.Again().AskOf(ask.Id, Stop)).Ask.State);
    }

    [Fact]
    public async Task A_browser_that_names_no_page_as_where_it_comes_from_may_answer_and_whoever_is_signed_in_too()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var (ask, path) = await Asked(house);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("answer", "yes")]) };
        request.Headers.Add("Origin", "null");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        using var answer = await site.Browser.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(AskState.Yes, (await house.Again().AskOf(ask.Id, Stop)).Ask.State);
    }

    [Fact]
    public async Task What_is_no_form_and_what_is_too_large_is_turned_away()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (ask, path) = await Asked(house);
        using var json = new StringContent("{\"answer\":\"yes\"}", System.Text.Encoding.UTF8, "application/json");
        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 3_000).Select(i => KeyValuePair.Create($"f{i}", "x")));

        using var noForm = await stranger.Browser.PostAsync(path, json, Stop);
        using var tooLarge = await Send(stranger, path, ("answer", "yes"), ("note", new string('x', 300_000)));
        using var tooMany = await stranger.Browser.PostAsync(path, many, Stop);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest), (noForm.StatusCode, tooLarge.StatusCode, tooMany.StatusCode));
        Assert.Equal(AskState.Drafted, (await house.Again().AskOf(ask.Id, Stop)).Ask.State);
    }

    [Fact]
    public async Task Of_an_ask_that_was_removed_there_is_nothing_to_see()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (ask, path) = await Asked(house);
        await house.Again().RemoveAsk(ask.Id, house.Clock, Stop);

        using var answer = await Send(stranger, path, ("answer", "yes"));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    /// <summary>An ask to Grace, and the path of a link to it.</summary>
    private static async Task<(Ask Ask, string Path)> Asked(TestHouse house, Func<NewAsk, NewAsk>? with = null)
    {
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices", with);
        return (ask, "/answer/" + await house.Again().MakeAskLink(ask.Id, house.Today, house.Clock, Stop));
    }

    private static Task<HttpResponseMessage> Send(TestSite site, string path, params (string Name, string Value)[] form) => site.Send(path, form.ToDictionary(f => f.Name, f => f.Value));
}
