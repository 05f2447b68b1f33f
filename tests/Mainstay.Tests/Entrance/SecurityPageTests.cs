using System.Net;
using Mainstay.Accounts;

namespace Mainstay.Tests.Entrance;

public class SecurityPageTests
{
    private const string Page = "/settings/security", Old = "correct horse battery", New = "staple battery horse";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_new_password_needs_the_old_one_and_signs_out_all_others(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await OpenWithPassword(house);
        await using var phone = await site.As(await house.AdasAccount());

        var wrong = await Said(await site.Post(Page, Page + "/password", ("current", "guessed horse battery"), ("password", New)));
        var weak = await Said(await site.Post(Page, Page + "/password", ("current", Old), ("password", "short")));
        using var done = await site.Post(Page, Page + "/password", ("current", Old), ("password", New));

        Assert.Contains("That is not your password.", wrong, StringComparison.Ordinal);
        Assert.Contains("Make it at least 12 signs long.", weak, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        await site.Page("/people");
        using var out_ = await phone.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, out_.StatusCode);
        using var entered = await phone.Post("/sign-in", "/sign-in", ("mail", "ada@example.org"), ("password", New));
        Assert.Equal("/", entered.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Guessing_the_password_of_a_browser_that_was_left_open_is_slowed_down_too()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        for (var i = 0; i < 5; i++) (await site.Post(Page, Page + "/password", ("current", "guessed horse battery"), ("password", New))).Dispose();

        Assert.Contains("There were too many tries.", await Said(await site.Post(Page, Page + "/password", ("current", Old), ("password", New))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_in_with_another_address_from_now_on()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        await house.BobsAccount();

        var taken = await Said(await site.Post(Page, Page + "/mail", ("mail", "BOB@example.org"), ("current", Old)));
        var wrong = await Said(await site.Post(Page, Page + "/mail", ("mail", "lovelace@example.org"), ("current", "")));
        using var done = await site.Post(Page, Page + "/mail", ("mail", "lovelace@example.org"), ("current", Old));
        using var entered = await site.Stranger().Post("/sign-in", "/sign-in", ("mail", "lovelace@example.org"), ("password", Old));

        Assert.Contains("There is an account with this address already.", taken, StringComparison.Ordinal);
        Assert.Contains("That is not your password.", wrong, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (done.StatusCode, entered.StatusCode));
    }

    [Theory, OnBoth]
    public async Task Shows_every_browser_and_signs_out_the_one_that_is_meant(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var phone = await site.As(await house.AdasAccount());
        var sessions = await house.Again().SessionsOf((await house.AdasAccount()).Id, house.Clock.GetUtcNow().UtcDateTime, Stop);

        var page = await site.Page(Page);
        Assert.Contains("Firefox on Linux", page, StringComparison.Ordinal);
        Assert.Contains("This browser", page, StringComparison.Ordinal);
        var other = sessions.Single(s => page.Contains($"{s.Id}/end", StringComparison.Ordinal));
        using var done = await site.Post(Page, $"{Page}/sessions/{other.Id}/end");

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        await site.Page(Page);
        using var out_ = await phone.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, out_.StatusCode);
    }

    [Fact]
    public async Task Signs_out_everywhere_else_and_nobody_else()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var phone = await site.As(await house.AdasAccount());
        await using var bob = await site.As(await house.BobsAccount());

        (await site.Post(Page, Page + "/sessions/end")).Dispose();

        await site.Page(Page);
        await bob.Page(Page);
        using var out_ = await phone.Browser.GetAsync("/people", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, out_.StatusCode);
    }

    private static async Task<TestSite> OpenWithPassword(TestHouse house)
    {
        await house.AdasAccount();
        (await house.Pipe(Old + "\n", "user", "password")).Fine();
        return await TestSite.Open(house);
    }

    private static async Task<string> Said(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        }
    }
}
