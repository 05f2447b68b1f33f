using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Entrance;

public partial class SecondFactorTests
{
    private const string Page = "/settings/security/factor", Security = "/settings/security", Enter = "/sign-in/code", Right = "correct horse battery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Asks_for_a_code_after_the_password_and_lets_nobody_in_without_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await OpenWithPassword(house);
        var app = await TurnOn(site, house);
        await using var browser = site.Stranger();

        using var half = await SignIn(browser, Right, "/people?q=grace");
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in/code?next=%2Fpeople%3Fq%3Dgrace", null), (half.StatusCode, half.Headers.Location!.ToString(), browser.Session));
        using var shut = await browser.Browser.GetAsync("/people", Stop);
        Assert.Equal("/sign-in?next=%2Fpeople", shut.Headers.Location!.ToString());
        var wrong = await Said(await browser.Post(half.Headers.Location.ToString(), Enter, ("code", Other(app))));
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        using var entered = await browser.Post(half.Headers.Location.ToString(), Enter, ("code", app(TimeSpan.Zero)));

        Assert.Contains("This is not what your app shows now.", wrong, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/people?q=grace"), (entered.StatusCode, entered.Headers.Location!.ToString()));
        await browser.Page("/people");
        using var over = await browser.Stranger().Browser.GetAsync(Enter, Stop);
        Assert.Equal("/sign-in", over.Headers.Location!.ToString());
    }

    [Theory, OnBoth]
    public async Task The_same_code_works_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await OpenWithPassword(house);
        var app = await TurnOn(site, house);
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        var code = app(TimeSpan.Zero);

        using var first = await Enters(site.Stranger(), ("code", code));
        var second = await Said(await Enters(site.Stranger(), ("code", code)));

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Contains("This code was used already.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_that_set_it_up_is_used_too()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var app = await TurnOn(site, house);

        Assert.Contains("This code was used already.", await Said(await Enters(site.Stranger(), ("code", app(TimeSpan.Zero)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3 * 60, "the clock of your phone may be ahead")]
    [InlineData(-60, "the clock of your phone is about an hour behind the server’s")]
    [InlineData(-11 * 60, "the clock of your phone is about 11 hours behind the server’s")]
    [InlineData(-20, "the clock of your phone is about 20 minutes behind the server’s")]
    public async Task Says_that_a_clock_is_wrong_and_lets_nobody_in(int minutes, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var app = await TurnOn(site, house);
        await using var browser = site.Stranger();

        Assert.Contains(sentence, await Said(await Enters(browser, ("code", app(TimeSpan.FromMinutes(minutes))))), StringComparison.Ordinal);
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down_and_the_right_password_does_not_wipe_it_out()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var app = await TurnOn(site, house);
        await using var browser = site.Stranger();
        for (var i = 0; i < 5; i++) (await Enters(browser, ("code", Other(app)))).Dispose();

        using var sixth = await Enters(browser, ("code", app(TimeSpan.FromSeconds(30))));
        house.Clock.Pass(TimeSpan.FromSeconds(5));
        using var later = await Enters(browser, ("code", app(TimeSpan.FromSeconds(30))));

        Assert.Equal((HttpStatusCode.TooManyRequests, "5"), (sixth.StatusCode, sixth.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("There were too many tries.", await sixth.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_recovery_code_takes_the_place_of_the_app_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await OpenWithPassword(house);
        var papers = new List<string>();
        await TurnOn(site, house, papers);
        Assert.Equal(10, papers.Count);

        using var entered = await Enters(site.Stranger(), ("paper", papers[0].ToUpperInvariant()));
        var again = await Said(await Enters(site.Stranger(), ("paper", papers[0])));

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Contains("This is none of your recovery codes, or it was used already.", again, StringComparison.Ordinal);
        Assert.Contains("9 are left.", await site.Page(Security), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_sheet_of_paper_is_one_thing_and_not_two()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var papers = new List<string>();
        var app = await TurnOn(site, house, papers);
        await using var browser = site.Stranger();
        house.Clock.Pass(TimeSpan.FromMinutes(1));

        (await SignIn(browser, papers[0])).Dispose();
        var form = TestSite.Form(await browser.Page(Enter), Enter);
        form["paper"] = papers[1];
        var paper = await Said(await browser.Send(Enter, form));
        using var entered = await browser.Post(Enter, Enter, ("code", app(TimeSpan.Zero)));

        Assert.Contains("two codes from one sheet of paper would be one thing, not two", paper, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal(9, await house.Again().RecoveryCodesLeft((await house.AdasAccount()).Id, Stop));
    }

    [Theory]
    [InlineData("late")]
    [InlineData("password")]
    [InlineData("closed")]
    [InlineData("forged")]
    [InlineData("none")]
    public async Task Half_a_sign_in_is_worth_nothing_once_something_changed(string change)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var app = await TurnOn(site, house);
        await using var browser = site.Stranger();
        (await SignIn(browser, Right)).Dispose();
        var form = TestSite.Form(await browser.Page(Enter), Enter);
        if (change == "late") house.Clock.Pass(TimeSpan.FromMinutes(10));
        if (change == "password") (await house.Pipe("staple battery horse\n", "user", "password")).Fine();
        if (change == "closed") (await house.Type("user", "close")).Fine();
        if (change is "forged" or "none") Half(browser).Value = change == "none" ? "" : Half(browser).Value[..^4] + "AAAA";
        form["code"] = app(TimeSpan.FromSeconds(30));

        var said = await Said(await browser.Send(Enter, form));

        Assert.Contains("Begin once more with your password.", said, StringComparison.Ordinal);
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task Bobs_code_does_not_let_anybody_in_as_Ada()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        await TurnOn(site, house);
        var bob = await house.BobsAccount();
        (await house.Pipe(Right + "\n", "user", "password", "bob@example.org")).Fine();
        var bobs = await TurnOn(await site.As(bob), house);
        house.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Contains("This is not what your app shows now.", await Said(await Enters(site.Stranger(), ("code", bobs(TimeSpan.Zero)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_before_is_carried_through_both_pages()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var app = await TurnOn(site, house);
        site.Browser.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        var form = TestSite.Form(await site.Page("/people/new"), "/people");
        form["name"] = "Grace Hopper";
        await house.Again().EndSessions((await house.AdasAccount()).Id, null, Stop);
        house.Clock.Pass(TimeSpan.FromMinutes(1));

        using var door = await site.Send("/people", form);
        var first = TestSite.Form(await door.Content.ReadAsStringAsync(Stop), "/sign-in");
        (first["mail"], first["password"]) = ("ada@example.org", Right);
        using var half = await site.Send("/sign-in", first);
        var second = TestSite.Form(await half.Content.ReadAsStringAsync(Stop), Enter);
        second["code"] = app(TimeSpan.Zero);
        using var back = await site.Send(Enter, second);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (half.StatusCode, back.StatusCode));
        Assert.Contains("Grace Hopper", await back.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Is_set_up_with_the_password_and_a_code_and_keeps_its_secret_locked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await OpenWithPassword(house);
        var shown = await site.Page(Page);
        var form = TestSite.Form(shown, Page);
        var app = App(shown, house);

        var wrong = await Said(await site.Send(Page, With(form, ("code", Other(app)), ("current", Right))));
        var guessed = await Said(await site.Send(Page, With(form, ("code", app(TimeSpan.Zero)), ("current", "guessed horse battery"))));
        Assert.Null(await house.Again().SecondFactorOf((await house.AdasAccount()).Id, Stop));
        using var done = await site.Send(Page, With(form, ("code", app(TimeSpan.Zero)), ("current", Right)));
        using var twice = await site.Send(Page, With(form, ("code", app(TimeSpan.Zero)), ("current", Right)));

        Assert.Contains("This is not what your app shows now.", wrong, StringComparison.Ordinal);
        Assert.Contains(Secret().Match(shown).Groups[1].Value, wrong, StringComparison.Ordinal); // the app has scanned it already
        Assert.Contains("That is not your password.", guessed, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (done.StatusCode, twice.StatusCode));
        var kept = (await house.Again().SecondFactorOf((await house.AdasAccount()).Id, Stop))!;
        Assert.DoesNotContain(Secret().Match(shown).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), kept.Sealed, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>", await site.Page(Security), StringComparison.Ordinal);
        using var again = await site.Browser.GetAsync(Page, Stop);
        Assert.Equal(Security, again.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Bob_cannot_be_given_Adas_secret()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var bob = await house.BobsAccount();
        (await house.Pipe(Right + "\n", "user", "password", "bob@example.org")).Fine();
        await using var bobs = await site.As(bob);
        var shown = await site.Page(Page);

        using var answer = await bobs.Post(Page, Page, ("secret", TestSite.Form(shown, Page)["secret"]), ("code", App(shown, house)(TimeSpan.Zero)), ("current", Right));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await house.Again().SecondFactors.ToListAsync(Stop));
    }

    [Fact]
    public async Task Stands_beside_a_password_only()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var page = await site.Browser.GetAsync(Page, Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.Contains("and you have none: choose one first", await site.Page(Security), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_turned_off_with_the_password_or_a_code(bool byCode)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var app = await TurnOn(site, house);
        house.Clock.Pass(TimeSpan.FromMinutes(1));

        var guessed = await Said(await site.Post(Security, Page + "/off", ("current", byCode ? Other(app) : "guessed horse battery")));
        using var done = await site.Post(Security, Page + "/off", ("current", byCode ? app(TimeSpan.Zero) : Right));
        using var entered = await SignIn(site.Stranger(), Right);

        Assert.Contains(byCode ? "This is not what your app shows now." : "That is not your password.", guessed, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (done.StatusCode, entered.Headers.Location!.ToString()));
    }

    [Theory, OnBoth]
    public async Task Whoever_runs_the_server_sees_who_has_one_and_turns_it_off(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await OpenWithPassword(house);
        await house.BobsAccount();
        await TurnOn(site, house);

        var (table, json) = ((await house.Type("user", "list")).Fine().Out, (await house.Type("user", "list", "--json")).Fine().Json);
        var off = (await house.Type("user", "factor", "off", "ada@example.org")).Fine();
        var again = await house.Type("user", "factor", "off", "ada@example.org");

        Assert.Matches("Ada Lovelace .*, with a second factor", table);
        Assert.Equal([true, false], json.EnumerateArray().OrderBy(u => u.GetProperty("mail").GetString(), StringComparer.Ordinal).Select(u => u.GetProperty("hasSecondFactor").GetBoolean()));
        Assert.Equal("Ada Lovelace (ada@example.org) signs in with the password alone now.", off.Out.Trim());
        Assert.Equal((1, "Ada Lovelace has no second factor."), (again.Code, again.Error.Trim()));
        using var entered = await SignIn(site.Stranger(), Right);
        Assert.Equal("/", entered.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_link_that_was_made_at_the_machine_needs_no_code_and_leaves_it_on()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        await TurnOn(site, house);
        var link = (await house.Type("user", "link", "--json")).Fine().Json.GetProperty("link").GetString()!;

        using var entered = await site.Stranger().Post(new Uri(link).PathAndQuery, "/sign-in/link");

        Assert.Equal("/", entered.Headers.Location!.ToString());
        Assert.NotNull(await house.Again().SecondFactorOf((await house.AdasAccount()).Id, Stop));
    }

    [Fact]
    public async Task Without_the_keys_of_the_data_folder_says_what_helps()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        var papers = new List<string>();
        await TurnOn(site, house, papers);
        await house.Again().SecondFactors.ExecuteUpdateAsync(set => set.SetProperty(f => f.Sealed, new EphemeralDataProtectionProvider().CreateProtector("elsewhere").Protect("nothing")), Stop);

        Assert.Contains("its keys were left behind when the data was moved", await Said(await Enters(site.Stranger(), ("code", "123456"))), StringComparison.Ordinal);
        using var entered = await Enters(site.Stranger(), ("paper", papers[0]));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    private static async Task<TestSite> OpenWithPassword(TestHouse house)
    {
        await house.AdasAccount();
        (await house.Pipe(Right + "\n", "user", "password", "ada@example.org")).Fine();
        return await TestSite.Open(house);
    }

    /// <summary>Teaches an app the secret that the page shows.</summary>
    /// <returns>What the app shows, on a phone whose clock is so much ahead.</returns>
    private static async Task<Func<TimeSpan, string>> TurnOn(TestSite site, TestHouse house, List<string>? papers = null)
    {
        var shown = await site.Page(Page);
        var app = App(shown, house);
        using var done = await site.Send(Page, With(TestSite.Form(shown, Page), ("code", app(TimeSpan.Zero)), ("current", Right)));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        papers?.AddRange(Regex.Matches(await done.Content.ReadAsStringAsync(Stop), "<code>([a-z2-9-]{19})</code>").Select(m => m.Groups[1].Value));
        return app;
    }

    private static Func<TimeSpan, string> App(string page, TestHouse house)
    {
        var letters = Secret().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var bits = string.Concat(letters.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] secret = [.. bits.Chunk(8).Select(b => Convert.ToByte(new string(b), 2))];
        return ahead => Totp.Code(secret, Totp.StepAt(house.Clock.GetUtcNow() + ahead));
    }

    /// <summary>A code that the app does not show within half a day.</summary>
    private static string Other(Func<TimeSpan, string> app)
    {
        var shown = Enumerable.Range(-1_500, 3_001).Select(step => app(TimeSpan.FromSeconds(30 * step))).ToHashSet();
        return Enumerable.Range(0, 1_000_000).Select(n => n.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).First(code => !shown.Contains(code));
    }

    private static Dictionary<string, string> With(Dictionary<string, string> form, params (string Name, string Value)[] fields)
    {
        var filled = new Dictionary<string, string>(form);
        foreach (var (name, value) in fields) filled[name] = value;
        return filled;
    }

    private static Task<HttpResponseMessage> SignIn(TestSite site, string password, string? next = null) =>
        site.Post("/sign-in", "/sign-in", [("mail", "ada@example.org"), ("password", password), .. next is null ? Array.Empty<(string, string)>() : [("next", next)]]);

    private static async Task<HttpResponseMessage> Enters(TestSite site, (string Name, string Value) shown)
    {
        (await SignIn(site, Right)).Dispose();
        return await site.Post(Enter, Enter, shown);
    }

    private static Cookie Half(TestSite site) => site.Cookies.GetCookies(site.Address).Single(c => c.Name.StartsWith("mainstay-halfway", StringComparison.Ordinal));

    private static async Task<string> Said(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    [GeneratedRegex("<code class=\"letters\">([A-Z2-7 ]+)</code>")]
    private static partial Regex Secret();
}
