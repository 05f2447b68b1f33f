using System.Net;
using Mainstay.Accounts;
using Mainstay.People;

namespace Mainstay.Tests.Entrance;

public class ResumePageTests
{
    private const string Right = "correct horse battery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_was_typed_survives_signing_in_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await Interrupted(house);
        var form = await Typed(site, house);

        using var door = await site.Send("/people", form);
        Assert.Equal(HttpStatusCode.Unauthorized, door.StatusCode);
        var wrong = await SignIn(site, await Read(door), "guessed horse battery", HttpStatusCode.UnprocessableEntity);
        var page = await SignIn(site, wrong, Right, HttpStatusCode.OK);
        Assert.Contains("“Amazing” Grace", page, StringComparison.Ordinal);
        Assert.Empty(await house.Again().Everybody(Stop));
        using var done = await site.Send("/people", TestSite.Form(page, "/people"));
        using var twice = await site.Send("/people", TestSite.Form(page, "/people"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (done.StatusCode, twice.StatusCode));
        var grace = Assert.Single(await house.Again().Everybody(Stop));
        Assert.Equal("“Amazing” Grace", grace.Name);
    }

    [Fact]
    public async Task A_form_of_another_session_is_shown_again_before_it_is_sent()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        FromHere(site);
        var form = TestSite.Form(await site.Page("/people/new"), "/people");
        (form["name"], form["__RequestVerificationToken"]) = ("Grace Hopper", "of another session");

        using var asked = await site.Send("/people", form);
        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        Assert.Empty(await house.Again().Everybody(Stop));
        using var done = await site.Send("/people", TestSite.Form(await Read(asked), "/people"));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Single(await house.Again().Everybody(Stop));
    }

    [Fact]
    public async Task What_another_site_sends_is_not_carried_along()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Interrupted(house);
        var form = await Typed(site, house);
        site.Browser.DefaultRequestHeaders.Remove("Origin");

        using var unknown = await site.Send("/people", form);
        site.Browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var other = await site.Send("/people", form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Forbidden), (unknown.StatusCode, other.StatusCode));
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("")]
    public async Task Only_what_was_sealed_here_is_shown(string kept)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Interrupted(house);

        using var answer = await site.Post("/sign-in", "/sign-in", ("mail", "ada@example.org"), ("password", Right), ("kept", kept));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_password_is_never_carried_along()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Interrupted(house);

        using var answer = await site.Send("/settings/security/password", new Dictionary<string, string> { ["current"] = Right, ["password"] = "staple battery horse" });

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Too_much_is_not_carried_along()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Interrupted(house);
        var form = await Typed(site, house);
        form["notes"] = new string('x', 800_001);

        using var answer = await site.Send("/people", form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>Ada's browser, signed out while it showed a form.</summary>
    private static async Task<TestSite> Interrupted(TestHouse house)
    {
        await house.AdasAccount();
        (await house.Pipe(Right + "\n", "user", "password")).Fine();
        var site = await TestSite.Open(house);
        FromHere(site);
        await house.Again().EndSessions((await house.AdasAccount()).Id, null, Stop);
        return site;
    }

    private static async Task<Dictionary<string, string>> Typed(TestSite site, TestHouse house)
    {
        await using var before = await site.As(await house.AdasAccount());
        var form = TestSite.Form(await before.Page("/people/new"), "/people");
        (form["name"], form["notes"]) = ("“Amazing” Grace", "Charge for the second seat");
        return form;
    }

    private static async Task<string> SignIn(TestSite site, string page, string password, HttpStatusCode status)
    {
        var form = TestSite.Form(page, "/sign-in");
        (form["mail"], form["password"]) = ("ada@example.org", password);
        using var answer = await site.Send("/sign-in", form);
        Assert.Equal(status, answer.StatusCode);
        return await Read(answer);
    }

    private static void FromHere(TestSite site) => site.Browser.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));

    private static async Task<string> Read(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
}
