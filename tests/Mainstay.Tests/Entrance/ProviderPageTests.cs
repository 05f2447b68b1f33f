using System.Net;
using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mainstay.Tests.Entrance;

/// <summary>Who a sign-in provider lets in, and who it does not.</summary>
public class ProviderPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_connected_once_signs_in_and_comes_back_to_what_they_wanted(Engine engine)
    {
        await using var desk = await ProviderDesk.WithAda(engine);

        using var answer = await desk.GoThrough(page: "/sign-in?next=%2Fpeople%3Fq%3Dgrace");

        Assert.Equal((HttpStatusCode.SeeOther, "/people?q=grace"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Contains("class=\"place\"", await desk.Site.Page("/people"), StringComparison.Ordinal);
        var row = await desk.House.Again().ProviderConnections.SingleAsync(Stop);
        Assert.Equal((desk.Provider.Issuer, "4711", "ada@example.org", desk.House.Clock.GetUtcNow().UtcDateTime), (row.Issuer, row.Subject, row.Name, row.LastUsedAt));
        Assert.Equal(1, desk.Provider.Asked.Count(a => a == "/jwks")); // asked for once, and remembered
    }

    [Theory, OnBoth]
    public async Task Who_is_invited_joins_without_a_password(Engine engine)
    {
        await using var desk = await ProviderDesk.Open(engine);
        var page = "/join/" + await InvitationActionsTests.Invite(desk.House, SpaceRole.Guest, "grace@example.org");
        (desk.Provider.Person["sub"], desk.Provider.Person["email"], desk.Provider.Person["name"], desk.Provider.Person["zoneinfo"]) = ("17", "Grace@example.org", "Grace Hopper", "America/New_York");

        using var joined = await desk.GoThrough(page: page);

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (joined.StatusCode, joined.Headers.Location?.ToString()));
        Assert.Contains("Ada Lovelace", await desk.Site.Page("/"), StringComparison.Ordinal);
        var grace = await desk.House.Again().AccountOf("grace@example.org", Stop);
        Assert.Equal(("Grace Hopper", null), (grace.Name, grace.PasswordHash));
        Assert.Equal("America/New_York", (await desk.House.Store.AccountFile(grace.Id, [], Stop)).TimeZone);
        desk.Site.Session = "";
        using var again = await desk.GoThrough();
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(1, await desk.House.Again().Invitations.Select(i => i.Uses).SingleAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Who_is_invited_into_a_circle_is_led_there_and_looks_at_a_network_of_their_own(Engine engine)
    {
        await using var desk = await ProviderDesk.Open(engine);
        var ring = await Circles.Ring.Of(desk.House);
        var link = (await ring.Store.InviteIntoCircle(ring.Ada.Id, new() { Role = SpaceRole.Member }, desk.House.Settings, desk.House.Clock, Stop)).Link!;
        (desk.Provider.Person["sub"], desk.Provider.Person["email"], desk.Provider.Person["name"]) = ("18", "hedy@example.org", "Hedy Lamarr");

        using var joined = await desk.GoThrough(page: new Uri(link).AbsolutePath);

        Assert.Equal((HttpStatusCode.SeeOther, ring.Href), (joined.StatusCode, joined.Headers.Location?.ToString()));
        Assert.DoesNotContain("class=\"visiting\"", await desk.Site.Page("/people"), StringComparison.Ordinal);
        var hedy = await desk.House.Again().AccountOf("hedy@example.org", Stop);
        Assert.NotEqual(ring.Id, await desk.House.Store.Sessions.Where(s => s.AccountId == hedy.Id).Select(s => s.SpaceId).SingleAsync(Stop));
    }

    [Fact]
    public async Task Who_is_known_already_comes_back_to_the_invitation_and_makes_no_second_account()
    {
        await using var desk = await ProviderDesk.WithAda();
        var page = "/join/" + await InvitationActionsTests.Invite(desk.House, null);

        using var answer = await desk.GoThrough(page: page);

        Assert.Equal(page, answer.Headers.Location?.ToString());
        Assert.Single(await desk.House.Again().Accounts.ToListAsync(Stop));
    }

    [Theory]
    [InlineData("grace@example.org", false, null, "has not made sure that your mail address is yours")]
    [InlineData("grace@example.org", "yes", null, "has not made sure that your mail address is yours")]
    [InlineData("grace@example.org", true, "katherine@example.org", "This invitation is for katherine@example.org")]
    [InlineData("ada@example.org", true, null, "Sign in as usual once, and connect Example ID")]
    [InlineData("no mail", true, null, "mail address")]
    public async Task Nobody_joins_with_an_address_that_is_not_surely_theirs_and_meant(string mail, object verified, string? meant, string sentence)
    {
        await using var desk = await ProviderDesk.Open();
        var page = "/join/" + await InvitationActionsTests.Invite(desk.House, SpaceRole.Guest, meant);
        (desk.Provider.Person["sub"], desk.Provider.Person["email"], desk.Provider.Person["email_verified"]) = ("17", mail, verified);

        using var answer = await desk.GoThrough(page: page);

        var text = await desk.Refused(answer);
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{page}\"", text, StringComparison.Ordinal);
        Assert.Equal((1, 0), (await desk.House.Again().Accounts.CountAsync(Stop), await desk.House.Store.Invitations.Select(i => i.Uses).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData(true, "Sign in as usual once, and connect Example ID")]
    [InlineData(false, "Nobody here is connected with who you are at Example ID.")]
    public async Task An_address_alone_lets_nobody_in(bool verified, string sentence)
    {
        await using var desk = await ProviderDesk.Open();
        desk.Provider.Person["email_verified"] = verified;

        using var answer = await desk.GoThrough();

        Assert.Contains(sentence, await desk.Refused(answer), StringComparison.Ordinal);
        Assert.Empty(await desk.House.Again().ProviderConnections.ToListAsync(Stop));
    }

    [Fact]
    public async Task Another_name_there_is_somebody_else_whatever_the_address()
    {
        await using var desk = await ProviderDesk.WithAda();
        desk.Provider.Person["sub"] = "4711 ".Trim() + "x";

        using var answer = await desk.GoThrough();

        await desk.Refused(answer);
    }

    [Fact]
    public async Task The_second_factor_is_still_asked_for()
    {
        await using var desk = await ProviderDesk.WithAda();
        var ada = await desk.House.AdasAccount();
        desk.House.Store.Add(new SecondFactor { AccountId = ada.Id, Sealed = "?", Since = desk.House.Clock.GetUtcNow().UtcDateTime });
        await desk.House.Store.SaveChangesAsync(Stop);
        var paper = (await desk.House.Store.MakeRecoveryCodes(ada.Id, Stop))[0];

        using var answer = await desk.GoThrough(page: "/sign-in?next=%2Fpeople");
        var page = await desk.Refused(answer, HttpStatusCode.OK);
        var form = TestSite.Form(page, "/sign-in/code");
        using var wrong = await desk.Site.Send("/sign-in/code", new Dictionary<string, string>(form) { ["code"] = "123456" });
        using var right = await desk.Site.Send("/sign-in/code", new Dictionary<string, string>(form) { ["paper"] = paper });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, "/people"), (wrong.StatusCode, right.StatusCode, right.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task A_closed_account_stays_out()
    {
        await using var desk = await ProviderDesk.WithAda();
        (await desk.House.Type("user", "close")).Fine();

        using var answer = await desk.GoThrough();

        await desk.Refused(answer);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Leads_nowhere_else_afterwards(string next)
    {
        await using var desk = await ProviderDesk.WithAda();

        using var answer = await desk.GoThrough(fields: [("next", next), ("back", next)]);

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_was_typed_before_is_shown_again_after_signing_in_beside_it()
    {
        await using var desk = await ProviderDesk.WithAda();
        await using var site = await desk.Site.As(await desk.House.AdasAccount());
        var form = TestSite.Form(await site.Page("/people/new"), "/people");
        await desk.House.Again().EndSessions((await desk.House.AdasAccount()).Id, null, Stop);
        form["name"] = "Grace Hopper";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/people") { Content = new FormUrlEncodedContent(form), Headers = { { "Origin", site.Address.GetLeftPart(UriPartial.Authority) } } };
        using var interrupted = await site.Browser.SendAsync(request, Stop);
        var page = WebUtility.HtmlDecode(await interrupted.Content.ReadAsStringAsync(Stop));
        var kept = TestSite.Form(page, "/sign-in/provider/again");

        using var early = await site.Send("/sign-in/provider/again", kept);
        using var signedIn = await desk.GoThrough(site);
        using var back = await site.Send("/sign-in/provider/again", kept);

        Assert.Contains("You are not signed in yet.", await early.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var shown = WebUtility.HtmlDecode(await back.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Grace Hopper", shown, StringComparison.Ordinal);
        Assert.Equal("Grace Hopper", TestSite.Form(shown, "/people")["name"]);
    }

    [Fact]
    public async Task Only_a_form_of_ours_begins_it()
    {
        await using var desk = await ProviderDesk.Open();

        using var forged = await desk.Site.Send("/sign-in/provider", new Dictionary<string, string> { ["next"] = "/" });
        using var linked = await desk.Site.Browser.GetAsync("/sign-in/provider", Stop);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (forged.StatusCode, linked.StatusCode));
        Assert.Empty(desk.Provider.Asked);
    }

    [Fact]
    public async Task No_log_holds_who_it_was_or_what_was_given()
    {
        await using var desk = await ProviderDesk.WithAda();
        await using var site = await TestSite.OpenToAll(desk.House, s => desk.Provider.Known(s) with { Log = "text" });
        using var written = new LogBook();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(written);

        var back = await TestProvider.GoThere(await ProviderDesk.Begin(site));
        using var fine = await ProviderDesk.Come(site, back);
        desk.Provider.Says = said => said["nonce"] = "x";
        using var refused = await desk.GoThrough(site.Stranger());

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (fine.StatusCode, refused.StatusCode));
        Assert.Contains(written.Lines, l => l.StartsWith("GET /sign-in/provider/return 303", StringComparison.Ordinal));
        var codes = System.Web.HttpUtility.ParseQueryString(back[back.IndexOf('?', StringComparison.Ordinal)..]);
        foreach (var secret in new[] { codes["code"]!, codes["state"]!, "4711", "ada@", TestProvider.Secret, "Ada King", "eyJ" }) Assert.DoesNotContain(written.Lines, l => l.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_provider_there_is_nothing_of_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();

        Assert.DoesNotContain("/provider", await stranger.Page("/sign-in"), StringComparison.Ordinal);
        Assert.DoesNotContain("/provider", await stranger.Page("/join/" + await InvitationActionsTests.Invite(house, SpaceRole.Guest)), StringComparison.Ordinal);
        Assert.DoesNotContain("/provider", await site.Page("/settings/security"), StringComparison.Ordinal);
        using var back = await stranger.Browser.GetAsync("/sign-in/provider/return?state=x&code=y", Stop);
        Assert.Equal(HttpStatusCode.NotFound, back.StatusCode);
        Assert.Null(site.Services.GetService(typeof(Mainstay.Entrance.Provider)));
    }

    private sealed class LogBook : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
