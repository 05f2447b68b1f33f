using System.Net;
using Mainstay.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Entrance;

public class SignInPageTests
{
    private const string Right = "correct horse battery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Lets_in_who_knows_the_password(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await OpenWithPassword(house);

        using var answer = await SignIn(site, "Ada@Example.org", Right, "/people?q=grace");

        Assert.Equal((HttpStatusCode.SeeOther, "/people?q=grace"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Contains("class=\"place\"", await site.Page("/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_the_server_alone()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);

        using var answer = await SignIn(site, "ada@example.org", Right);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("mainstay-session-", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase); // plain HTTP on this machine, and nowhere else
        Assert.DoesNotContain(site.Session!, string.Join(' ', (await house.Store.Sessions.ToListAsync(Stop)).Select(s => Convert.ToHexString(s.Hash))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_tell_whether_there_is_such_an_account()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);

        var (wrong, unknown) = (await Said(site, "ada@example.org", "wrong horse battery"), await Said(site, "eve@example.org", "wrong horse battery"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Address and password do not go together.", wrong.Page, StringComparison.Ordinal);
        Assert.Equal(wrong, (unknown.Status, unknown.Page.Replace("eve@", "ada@", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ada@example.org")]
    [InlineData("eve@example.org")]
    public async Task Slows_down_who_guesses_whether_there_is_such_an_account_or_not(string mail)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        for (var i = 0; i < 5; i++) (await SignIn(site, mail, "wrong horse battery")).Dispose();

        using var sixth = await SignIn(site, mail, Right);

        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
        Assert.Equal("5", sixth.Headers.GetValues("Retry-After").Single());
        Assert.Contains("There were too many tries. Wait 5 seconds, then try again.", await sixth.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Slows_down_who_guesses_at_many_accounts_from_one_place_and_nobody_elsewhere(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await OpenWithPassword(house);
        for (var i = 0; i < 20; i++)
        {
            using var wrong = await SignIn(site, $"guess-{i}@example.org", "wrong horse battery");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var next = await SignIn(site, "ada@example.org", Right);
        await house.Again().CountTry(new("ada@example.org", Right, "another place"), house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromSeconds(5));
        using var later = await SignIn(site, "ada@example.org", Right);

        Assert.Equal((HttpStatusCode.TooManyRequests, "5"), (next.StatusCode, next.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("There were too many tries.", await next.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Fact]
    public async Task Waits_twice_as_long_each_time_and_forgets_it_when_the_right_one_comes()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        for (var i = 0; i < 5; i++) (await SignIn(site, "ada@example.org", "wrong horse battery")).Dispose();
        house.Clock.Pass(TimeSpan.FromSeconds(5));
        (await SignIn(site, "ada@example.org", "wrong horse battery")).Dispose();
        house.Clock.Pass(TimeSpan.FromSeconds(9));

        using var early = await SignIn(site, "ada@example.org", Right);
        house.Clock.Pass(TimeSpan.FromSeconds(1));
        using var late = await SignIn(site, "ada@example.org", Right);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.SeeOther), (early.StatusCode, late.StatusCode));
        Assert.Equal(6, (await house.Store.FailedSignIns.SingleAsync(Stop)).Count); // of the place from which it came
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("people")]
    [InlineData("")]
    public async Task Leads_nowhere_else_afterwards(string next)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);

        using var answer = await SignIn(site, "ada@example.org", Right, next);
        using var already = await site.Browser.GetAsync("/sign-in?next=" + Uri.EscapeDataString(next), Stop);

        Assert.Equal(("/", "/"), (answer.Headers.Location!.ToString(), already.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/people?q=grace&sort=name", "/people?q=grace&sort=name")]
    [InlineData("/", null)]
    public async Task Whoever_is_sent_here_comes_back_to_what_they_wanted(string path, string? next)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);

        using var sent = await site.Browser.GetAsync(path, Stop);
        var form = TestSite.Form(await site.Page(sent.Headers.Location!.ToString()), "/sign-in");

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(next, form.GetValueOrDefault("next"));
    }

    [Fact]
    public async Task A_session_that_somebody_planted_opens_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        site.Session = "planted-by-somebody-else";

        using var answer = await SignIn(site, "ada@example.org", Right);

        Assert.NotEqual("planted-by-somebody-else", site.Session);
        await using var attacker = site.Stranger();
        attacker.Session = "planted-by-somebody-else";
        using var tried = await attacker.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, tried.StatusCode);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_before()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        await using var other = site.Stranger();
        (await SignIn(site, "ada@example.org", Right)).Dispose();
        other.Session = site.Session;
        var form = TestSite.Form(await site.Stranger().Page("/sign-in"), "/sign-in");

        await using var fresh = site.Stranger();
        fresh.Session = site.Session;
        using var refused = await fresh.Send("/sign-in", form); // another browser's form is nobody's here

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        (await site.Post("/sign-out", "/sign-out")).Dispose();
        using var over = await other.Browser.GetAsync("/people", Stop);
        Assert.Equal("/sign-in?next=%2Fpeople", over.Headers.Location!.ToString());
    }

    [Theory, OnBoth]
    public async Task A_session_that_was_revoked_is_over_at_its_next_request(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await site.Page("/people");

        await house.Again().EndSessions((await house.AdasAccount()).Id, null, Stop);

        using var answer = await site.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Theory]
    [InlineData(13, 0, true)]
    [InlineData(14, 0, false)]
    [InlineData(13, 7, false)]
    public async Task A_session_lasts_two_weeks_unused_and_ninety_days_at_most(int days, int times, bool lasts)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        for (var i = 0; i <= times; i++)
        {
            house.Clock.Pass(TimeSpan.FromDays(days));
            if (i < times) (await site.Browser.GetAsync("/people", Stop)).Dispose();
        }

        using var answer = await site.Browser.GetAsync("/people", Stop);

        Assert.Equal(lasts ? HttpStatusCode.OK : HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Before_anybody_has_an_account_says_how_to_begin()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);

        var page = await site.Page("/sign-in");

        Assert.Contains("mainstay open", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bobs_form_does_nothing_in_Adas_browser()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var form = TestSite.Form(await bob.Page("/people/new"), "/people");
        form["name"] = "Grace Hopper";
        foreach (Cookie cookie in bob.Cookies.GetCookies(bob.Address))
            if (cookie.Name.StartsWith("mainstay-forms", StringComparison.Ordinal)) site.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", cookie.Domain));

        using var answer = await site.Send("/people", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_closed_account_is_let_in_no_more()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        (await SignIn(site, "ada@example.org", Right)).Dispose();
        (await house.Type("user", "close")).Fine();

        using var page = await site.Browser.GetAsync("/people", Stop);
        var said = await Said(site.Stranger(), "ada@example.org", Right);

        Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);
        Assert.Contains("Address and password do not go together.", said.Page, StringComparison.Ordinal);
    }

    private static async Task<TestSite> OpenWithPassword(TestHouse house)
    {
        await house.AdasAccount();
        (await house.Pipe(Right + "\n", "user", "password")).Fine();
        return await TestSite.OpenToAll(house);
    }

    private static Task<HttpResponseMessage> SignIn(TestSite site, string mail, string password, string? next = null) =>
        site.Post("/sign-in", "/sign-in", [("mail", mail), ("password", password), .. next is null ? Array.Empty<(string, string)>() : [("next", next)]]);

    private static async Task<(HttpStatusCode Status, string Page)> Said(TestSite site, string mail, string password)
    {
        using var answer = await SignIn(site, mail, password);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        return (answer.StatusCode, System.Text.RegularExpressions.Regex.Replace(page, "name=\"__RequestVerificationToken\" value=\"[^\"]*\"", ""));
    }
}
