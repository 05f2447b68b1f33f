using System.Net;
using Mainstay.Accounts;

namespace Mainstay.Tests.Entrance;

/// <summary>What is true of every link, whatever it is for.</summary>
public class ByLinkTests
{
    private static readonly Guid Subject = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_link_that_was_guessed_no_more_is_said_than_that_there_is_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var forgotten = await house.Store.MakeLink("nothing of this kind", Subject, house.Clock, Stop);

        using var guessed = await stranger.Browser.GetAsync("/answer/abcdefghjkmnpqrstuvwxyz23456", Stop);
        using var odd = await stranger.Browser.GetAsync("/answer/x", Stop);
        using var useless = await stranger.Browser.GetAsync("/answer/" + forgotten, Stop);

        var pages = await Task.WhenAll(new[] { guessed, odd, useless }.Select(a => a.Content.ReadAsStringAsync(Stop)));
        Assert.All(new[] { guessed, odd, useless }, a => Assert.Equal(HttpStatusCode.NotFound, a.StatusCode));
        Assert.Contains("There is nothing here.", pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal(pages[0], page));
    }

    [Fact]
    public async Task What_became_of_a_link_is_said_in_a_sentence()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (used, revoked) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (one, two, three) = (await house.Store.MakeLink("ask", used, house.Clock, Stop), await house.Store.MakeLink("ask", revoked, house.Clock, Stop), await house.Store.MakeLink("ask", Subject, house.Clock, Stop));
        await house.Store.UseLink((await house.Store.OpenLink(one, house.Clock, Stop)).Link, house.Clock, Stop);
        await house.Store.RevokeLinks("ask", revoked, house.Clock, Stop);
        house.Clock.Pass(TokenLink.Good);

        foreach (var (secret, sentence) in new[] { (one, "This has been answered already."), (two, "This is not needed any more"), (three, "The time to answer by this link is over.") })
        {
            using var answer = await stranger.Browser.GetAsync("/answer/" + secret, Stop);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_is_kept_nowhere_tells_no_other_page_of_itself_and_runs_no_script()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        foreach (var path in new[] { "/answer/abcdefghjkmnpqrstuvwxyz23456", "/answer/thanks" })
        {
            using var answer = await site.Browser.GetAsync(path, Stop);
            var page = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal(("no-store", "no-referrer", "noindex, nofollow, noarchive"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single()));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<a ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_opens_too_many_has_to_wait()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        for (var i = 0; i < LinkLimit.OfPlace; i++) (await stranger.Browser.GetAsync($"/answer/{i:D28}", Stop)).Dispose();

        using var answer = await stranger.Browser.GetAsync("/answer/abcdefghjkmnpqrstuvwxyz23456", Stop);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(60, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Contains("too many tries", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_answered_in_the_language_of_who_opens_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        stranger.Browser.DefaultRequestHeaders.Add("Accept-Language", "de-AT, en;q=0.5");

        using var answer = await stranger.Browser.GetAsync("/answer/x", Stop);

        Assert.Contains("Hier ist nichts.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }
}
