using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;

namespace Mainstay.Tests.Entrance;

public class RecoveryCodesTests
{
    private const string Page = "/settings/security";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Each_signs_in_once_in_the_place_of_the_password(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var codes = await Make(site);
        Assert.Equal(10, codes.Distinct().Count());

        using var entered = await SignIn(site.Stranger(), codes[0].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));
        using var again = await SignIn(site.Stranger(), codes[0]);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (entered.StatusCode, again.StatusCode));
        var page = await site.Page(Page);
        Assert.Contains("9 are left.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[1], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ones_take_the_place_of_those_before()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var (before, after) = (await Make(site), await Make(site));

        using var old = await SignIn(site.Stranger(), before[0]);
        using var entered = await SignIn(site.Stranger(), after[0]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (old.StatusCode, entered.StatusCode));
    }

    [Fact]
    public async Task Need_the_password_of_an_account_that_has_one()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        (await house.Pipe("correct horse battery\n", "user", "password")).Fine();
        site.Session = await house.SignIn(await house.AdasAccount());

        using var answer = await site.Post(Page, Page + "/codes", ("current", "guessed horse battery"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("That is not your password.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(0, await house.Again().RecoveryCodesLeft((await house.AdasAccount()).Id, Stop));
    }

    [Fact]
    public async Task Adas_open_nothing_of_Bobs()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.BobsAccount();
        await using var site = await TestSite.Open(house);
        var codes = await Make(site);

        using var answer = await site.Stranger().Post("/sign-in", "/sign-in", ("mail", "bob@example.org"), ("password", codes[0]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", true)]
    public async Task Passkeys_are_offered_under_a_name_only(string host, bool offered)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        foreach (var (browser, path) in new[] { (site, Page), (site.Stranger(), "/sign-in") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = $"{host}:{site.Address.Port}" } };
            using var answer = await browser.Browser.SendAsync(request, Stop);

            Assert.Equal(offered, (await answer.Content.ReadAsStringAsync(Stop)).Contains("data-passkeys", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("{}")]
    [InlineData("""{"id":"AQID","rawId":"AQID","type":"public-key","response":{}}""")]
    public async Task What_no_device_proved_opens_nothing(string credential)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var form = TestSite.Form(await stranger.Page("/sign-in"), "/sign-in");
        (await stranger.Send("/sign-in/passkey/ask", form)).Dispose();
        form["credential"] = credential;

        using var answer = await stranger.Send("/sign-in/passkey", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Null(stranger.Session);
    }

    private static async Task<string[]> Make(TestSite site)
    {
        using var made = await site.Post(Page, Page + "/codes");
        return [.. Regex.Matches(await made.Content.ReadAsStringAsync(Stop), "<code>([a-z2-9-]{19})</code>").Select(m => m.Groups[1].Value)];
    }

    private static Task<HttpResponseMessage> SignIn(TestSite site, string code) => site.Post("/sign-in", "/sign-in", ("mail", "ada@example.org"), ("password", code));
}
