using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Entrance;

public class TokensPageTests
{
    private const string Page = "/settings/tokens";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Makes_a_token_that_is_shown_once_and_opens_the_API(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        await using var program = site.Stranger();

        var token = await Make(site, "Read", "30");
        var found = await program.Ask("/api/search?q=grace", ("Authorization", "Bearer " + token));

        Assert.Equal(["Grace Hopper"], found.Fine().Each("results", "title"));
        var page = await site.Page(Page);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Matches(@"backup script[\s\S]*read[\s\S]*last used[\s\S]*today[\s\S]*ends[\s\S]*in 4 weeks", page);
        Assert.DoesNotContain(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(token)), Convert.ToHexString((await house.Again().ApiTokens.SingleAsync(Stop)).Hash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_token()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page(Page), Page);
        (form["name"], form["scope"]) = ("backup script", "Read");

        (await site.Send(Page, form)).Dispose();
        using var again = await site.Send(Page, form);

        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(1, await house.Again().ApiTokens.CountAsync(Stop));
    }

    [Fact]
    public async Task Opens_nothing_once_it_is_revoked_or_over()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var (revoked, over) = (await Make(site, "Write", ""), await Make(site, "Write", "30"));
        var first = (await house.Again().ApiTokens.OrderBy(t => t.Id).FirstAsync(Stop)).Id;

        (await site.Post(Page, $"{Page}/{first}/revoke")).Dispose();
        var answer = await site.Stranger().Ask("/api/search?q=grace", ("Authorization", "Bearer " + revoked));
        house.Clock.Pass(TimeSpan.FromDays(30));
        var late = await site.Stranger().Ask("/api/search?q=grace", ("Authorization", "Bearer " + over));

        Assert.All([answer, late], a => Assert.StartsWith("Nobody is signed in here.", a.Is(HttpStatusCode.Unauthorized).Detail, StringComparison.Ordinal));
        Assert.Equal("Bearer", late.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("Bearer mst_guessed")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWRhOmFkYQ==")]
    public async Task Whoever_shows_a_bad_token_is_nobody_even_with_a_good_cookie(string shown)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        (await site.Ask("/api/search?q=grace", ("Authorization", shown))).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Opens_no_page()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var token = await Make(site, "Write", "");

        (await site.Stranger().Ask("/people", ("Authorization", "Bearer " + token))).Is(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("name", "", "What is it for?")]
    [InlineData("days", "99999", "Choose between a day and 3,660 days.")]
    [InlineData("days", "soon", "Choose between a day and 3,660 days.")]
    public async Task Says_what_is_wrong(string field, string value, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Post(Page, Page, ("name", "backup script"), ("scope", "Read"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_nothing_of_Bobs_and_revokes_nothing_of_his()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var bob = await house.BobsAccount();
        await house.Store.AddToken(bob.Id, new("Bob's script", Scope.Write, null), house.Clock, Stop);
        var token = await house.Store.ApiTokens.SingleAsync(Stop);
        await using var site = await TestSite.Open(house);

        Assert.DoesNotContain("Bob's script", await site.Page(Page), StringComparison.Ordinal);
        var form = TestSite.Form(await site.Page(Page), Page);
        using var answer = await site.Send($"{Page}/{token.Id}/revoke", form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Single(await house.Again().TokensOf(bob.Id, house.Clock.GetUtcNow().UtcDateTime, Stop));
    }

    internal static async Task<string> Make(TestSite site, string scope, string days)
    {
        using var made = await site.Post(Page, Page, ("name", "backup script"), ("scope", scope), ("days", days));
        return Regex.Match(await made.Content.ReadAsStringAsync(Stop), "mst_[A-Za-z0-9_-]{43}").Value;
    }
}
