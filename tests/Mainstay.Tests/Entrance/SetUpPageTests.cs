using System.Net;
using Mainstay.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Entrance;

public class SetUpPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Makes_the_first_account_which_takes_over_the_network_of_the_command_line(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper")).Fine();
        await using var site = await TestSite.OpenToAll(house);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);

        using var done = await site.Post($"/setup?key={key}", "/setup", Typed);

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (done.StatusCode, done.Headers.Location!.ToString()));
        Assert.Contains("Grace Hopper", await site.Page("/people"), StringComparison.Ordinal);
        var space = await house.Again().Spaces.SingleAsync(Stop);
        Assert.Equal(("Europe/Lisbon", "en"), (space.TimeZone, space.Locale));
        Assert.DoesNotContain("correct horse", (await house.Store.Accounts.SingleAsync(Stop)).PasswordHash, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_country_of_the_browser_says_how_days_and_times_are_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.OpenToAll(house);
        site.Browser.DefaultRequestHeaders.Add("Accept-Language", "en-GB,en;q=0.9");
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);

        using var done = await site.Post($"/setup?key={key}", "/setup", Typed);

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(("en-GB", "en-GB"), ((await house.Again().Spaces.SingleAsync(Stop)).Locale, (await house.Store.Accounts.SingleAsync(Stop)).Locale));
        Assert.Contains("Friday", await site.Page("/"), StringComparison.Ordinal);
        Assert.Contains("1 May.", await site.Page("/"), StringComparison.Ordinal);
        Assert.Matches("<option value=\"en-GB\" selected", await site.Page("/settings"));
    }

    [Fact]
    public async Task A_script_may_choose_the_zone_until_somebody_did()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);

        var page = await site.Page($"/setup?key={key}");
        using var mistaken = await site.Post($"/setup?key={key}", "/setup", [.. Typed.Where(t => t.Name != "password"), ("password", "short")]);

        Assert.Matches("<select [^>]*name=\"timeZone\"[^>]* data-zone-here", page);
        Assert.DoesNotContain("data-zone-here", await mistaken.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_once()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var (key, other) = (await house.Store.MakeSetUpKey(house.Clock, Stop), await house.Store.MakeSetUpKey(house.Clock, Stop));
        await using var late = site.Stranger();
        var form = TestSite.Form(await late.Page($"/setup?key={other}"), "/setup");
        foreach (var (name, value) in Typed) form[name] = value;
        (await site.Post($"/setup?key={key}", "/setup", Typed)).Dispose();

        using var again = await late.Browser.GetAsync($"/setup?key={key}", Stop);
        using var second = await late.Send("/setup", form);

        Assert.All([again, second], a => Assert.Equal(HttpStatusCode.Gone, a.StatusCode));
        Assert.Null(await house.Store.MakeSetUpKey(house.Clock, Stop));
        Assert.Equal(1, await house.Store.Accounts.CountAsync(Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("""{"id":"AQID","rawId":"AQID","type":"public-key","response":{}}""")]
    public async Task A_passkey_that_no_device_made_begins_nothing(string credential)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        var form = TestSite.Form(await site.Page($"/setup?key={key}"), "/setup");
        foreach (var (name, value) in Typed) form[name] = value;
        form.Remove("password");
        form["credential"] = credential;

        using var asked = await site.Send("/setup/passkey/ask", form);
        using var answer = await site.Send("/setup/passkey", form);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (asked.StatusCode, asked.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Ada Lovelace", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.False(await house.Store.Accounts.AnyAsync(Stop));
        Assert.Null(site.Session);
    }

    [Fact]
    public async Task The_device_is_asked_for_nothing_without_the_key_or_with_mistakes_in_the_form()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var form = TestSite.Form(await site.Page($"/setup?key={await house.Store.MakeSetUpKey(house.Clock, Stop)}"), "/setup");
        foreach (var (name, value) in Typed) form[name] = value;

        using var mistaken = await site.Send("/setup/passkey/ask", new Dictionary<string, string>(form) { ["mail"] = "nobody" });
        using var guessed = await site.Send("/setup/passkey/ask", new Dictionary<string, string>(form) { ["key"] = "guessed" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Gone), (mistaken.StatusCode, guessed.StatusCode));
        Assert.DoesNotContain("challenge", await mistaken.Content.ReadAsStringAsync(Stop) + await guessed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=")]
    [InlineData("?key=guessed")]
    public async Task Opens_to_nobody_else(string query)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        await house.Store.MakeSetUpKey(house.Clock, Stop);

        using var answer = await site.Browser.GetAsync("/setup" + query, Stop);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Is_over_after_a_week()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));

        using var answer = await site.Browser.GetAsync($"/setup?key={key}", Stop);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Theory]
    [InlineData("name", " ", "What shall we call you?")]
    [InlineData("mail", "ada", "This is not a mail address.")]
    [InlineData("password", "short", "Make it at least 12 signs long.")]
    [InlineData("password", "aaaaaaaaaaaaaaaa", "This is one of the first that would be tried.")]
    [InlineData("password", "qwertyuiop123", "This is one of the first that would be tried.")]
    [InlineData("password", "iloveyou1234", "Programs that guess passwords would soon find this one")]
    [InlineData("password", "Lovelace-and-more", "Leave your name and your mail address out of it.")]
    [InlineData("timeZone", "Mars/Olympus", "This machine does not know that time zone.")]
    public async Task Says_what_is_wrong_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);

        using var answer = await site.Post($"/setup?key={key}", "/setup", [.. Typed.Where(t => t.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains(field == "name" ? "ada@example.org" : "Ada Lovelace", page, StringComparison.Ordinal);
        Assert.DoesNotContain("correct horse", page, StringComparison.Ordinal);
        Assert.False(await house.Store.HasAccounts(Stop));
    }

    [Theory, OnBoth]
    public async Task Of_two_at_once_one_comes_too_late(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.OpenToAll(house);
        var key = await house.Store.MakeSetUpKey(house.Clock, Stop);
        var form = TestSite.Form(await site.Page($"/setup?key={key}"), "/setup");
        foreach (var (name, value) in Typed) form[name] = value;
        var other = new Dictionary<string, string>(form) { ["mail"] = "eve@example.org" };

        var answers = await Task.WhenAll(site.Send("/setup", form), site.Send("/setup", other));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Gone], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1, await house.Store.Accounts.CountAsync(Stop));
        foreach (var answer in answers) answer.Dispose();
    }

    internal static readonly (string Name, string Value)[] Typed =
        [("name", "Ada Lovelace"), ("mail", "ada@example.org"), ("password", "correct horse battery"), ("timeZone", "Europe/Lisbon")];
}
