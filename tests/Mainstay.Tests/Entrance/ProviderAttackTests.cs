using System.Net;
using System.Security.Cryptography;
using System.Text;
using Mainstay.Accounts;

namespace Mainstay.Tests.Entrance;

/// <summary>Answers that somebody made up, turned over or kept, and providers that are not well.</summary>
public class ProviderAttackTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Lies => new()
    {
        { "another nonce", "belongs to another sign-in" },
        { "no nonce", "belongs to another sign-in" },
        { "for another", "was made for another program" },
        { "for two, asked by nobody", "was made for another program" },
        { "for two, asked by another", "was made for another program" },
        { "for nobody", "was made for another program" },
        { "by another provider", "came from somebody else" },
        { "expired", "is from another time" },
        { "from tomorrow", "is from another time" },
        { "made an hour ago", "is from another time" },
        { "no end", "is not signed as Example ID signs" },
        { "not signed", "is not signed as Example ID signs" },
        { "said to need no signature", "is not signed as Example ID signs" },
        { "signed with the open key", "is not signed as Example ID signs" },
        { "signed with another's key", "is not signed as Example ID signs" },
        { "signed with a key that comes along", "is not signed as Example ID signs" },
        { "changed afterwards", "is not signed as Example ID signs" },
        { "no token", "is not signed as Example ID signs" },
    };

    [Theory, MemberData(nameof(Lies))]
    public async Task A_lie_signs_nobody_in(string lie, string sentence)
    {
        await using var desk = await ProviderDesk.WithAda();
        var at = desk.House.Clock.GetUtcNow();
        desk.Provider.Says = said => Tell(lie, said, at);
        desk.Provider.Signs = Forged(lie, desk.Provider);

        using var answer = await desk.GoThrough();

        Assert.Contains(sentence, await desk.Refused(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_counts_once_even_for_who_kept_its_cookie()
    {
        await using var desk = await ProviderDesk.WithAda();
        var back = await TestProvider.GoThere(await ProviderDesk.Begin(desk.Site));
        var kept = desk.Site.Cookies.GetCookies(desk.Site.Address).Single(c => c.Name.Contains("provider", StringComparison.Ordinal));
        var copy = new Cookie(kept.Name, kept.Value);

        using var first = await ProviderDesk.Come(desk.Site, back);
        await using var thief = desk.Site.Stranger();
        using var second = await ProviderDesk.Come(thief, back);
        thief.Cookies.Add(desk.Site.Address, copy);
        using var third = await ProviderDesk.Come(thief, back);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode, third.StatusCode));
        Assert.Equal(1, desk.Provider.Asked.Count(a => a == "/token") - 1); // the other one connected Ada
        Assert.Contains("belongs to no sign-in that this browser has under way", WebUtility.HtmlDecode(await third.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_another_browser_signs_nobody_in_here()
    {
        await using var desk = await ProviderDesk.WithAda();
        await using var attacker = desk.Site.Stranger();
        var theirs = await TestProvider.GoThere(await ProviderDesk.Begin(attacker));

        using var before = await ProviderDesk.Come(desk.Site, theirs);
        var own = await ProviderDesk.Begin(desk.Site);
        using var between = await ProviderDesk.Come(desk.Site, theirs);
        await desk.Refused(before);
        await desk.Refused(between);
        using var mine = await ProviderDesk.Come(desk.Site, await TestProvider.GoThere(own)); // a foreign answer does not end what is under way

        Assert.Equal(HttpStatusCode.SeeOther, mine.StatusCode);
    }

    [Fact]
    public async Task A_code_is_redeemed_once_and_for_the_browser_that_asked()
    {
        await using var desk = await ProviderDesk.WithAda();
        var stolen = await TestProvider.GoThere(await ProviderDesk.Begin(desk.Site));
        await using var attacker = desk.Site.Stranger();
        var state = System.Web.HttpUtility.ParseQueryString(new Uri(await ProviderDesk.Begin(attacker)).Query)["state"];

        using var answer = await ProviderDesk.Come(attacker, stolen[..stolen.IndexOf("state=", StringComparison.Ordinal)] + "state=" + state);

        Assert.Contains("does not accept its own answer any more", await desk.Refused(answer), StringComparison.Ordinal);
        Assert.Null(attacker.Session);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData(null)]
    public async Task Who_answers_has_to_be_whom_was_asked(string? by)
    {
        await using var desk = await ProviderDesk.WithAda();
        desk.Provider.Answers = answer => answer["iss"] = by;

        using var answer = await desk.GoThrough();

        Assert.Contains("came from somebody else", await desk.Refused(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_after_ten_minutes_is_too_late()
    {
        await using var desk = await ProviderDesk.WithAda();
        var back = await TestProvider.GoThere(await ProviderDesk.Begin(desk.Site));
        desk.House.Clock.Pass(TimeSpan.FromMinutes(10));

        using var answer = await ProviderDesk.Come(desk.Site, back);

        Assert.Contains("took longer than ten minutes", await desk.Refused(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access_denied", "did not let you through")]
    [InlineData("<script>", "cannot sign you in now")]
    public async Task What_the_provider_refuses_is_said(string error, string sentence)
    {
        await using var desk = await ProviderDesk.WithAda();
        desk.Provider.Answers = answer => (answer["code"], answer["error"], answer["error_description"]) = (null, error, "<b>no</b>");

        using var answer = await desk.GoThrough(page: "/sign-in?next=%2Fpeople");

        var text = await desk.Refused(answer);
        Assert.Contains("href=\"/sign-in?next=%2Fpeople\"", text, StringComparison.Ordinal);
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>no", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_tries_too_often_has_to_wait()
    {
        await using var desk = await ProviderDesk.WithAda();
        desk.Provider.Says = said => said["nonce"] = "x";
        for (var i = 0; i < 5; i++) (await desk.GoThrough()).Dispose();

        using var answer = await desk.GoThrough();

        Assert.Contains("There were too many tries.", await desk.Refused(answer, HttpStatusCode.TooManyRequests), StringComparison.Ordinal);
        Assert.Equal("5", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task A_signature_on_a_curve_is_as_good()
    {
        await using var desk = await ProviderDesk.WithAda();
        desk.Provider.Signs = claims => TestProvider.Token(new() { ["alg"] = "ES256", ["kid"] = "curve" }, claims, bytes => desk.Provider.Curve.SignData(bytes, HashAlgorithmName.SHA256));

        using var answer = await desk.GoThrough();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_key_is_asked_for_once()
    {
        await using var desk = await ProviderDesk.WithAda();
        desk.House.Clock.Pass(TimeSpan.FromMinutes(2));
        desk.Provider.ChangeKey();

        using var answer = await desk.GoThrough();
        desk.Site.Session = "";
        desk.Provider.Signs = claims => TestProvider.Token(new() { ["alg"] = "RS256", ["kid"] = "made up" }, claims, _ => new byte[256]);
        for (var i = 0; i < 3; i++) (await desk.GoThrough()).Dispose();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(2, desk.Provider.Asked.Count(a => a == "/jwks"));
    }

    [Theory]
    [InlineData("issuer", "https://evil.example", "came from somebody else")]
    [InlineData("token_endpoint", "http://evil.example/token", "is not to be understood")]
    [InlineData("authorization_endpoint", "javascript:alert(1)", "is not to be understood")]
    [InlineData("jwks_uri", "file:///etc/passwd", "is not to be understood")]
    [InlineData("jwks_uri", "", "is not to be understood")]
    public async Task A_provider_that_says_odd_things_of_itself_is_not_asked(string what, string says, string sentence)
    {
        await using var desk = await ProviderDesk.Open();
        desk.Provider.Announces = said => said[what] = says;

        using var answer = await desk.Site.Post("/sign-in", "/sign-in/provider");

        Assert.Contains(sentence, await desk.Refused(answer), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_to_be()
    {
        await using var desk = await ProviderDesk.Open();
        await desk.Provider.DisposeAsync();

        using var answer = await desk.Site.Post("/sign-in", "/sign-in/provider");

        Assert.Contains("Example ID cannot be reached now. Nobody answers at the address.", await desk.Refused(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_the_provider_does_not_know_is_told_so()
    {
        await using var desk = await ProviderDesk.Open();
        await using var site = await TestSite.OpenToAll(desk.House, s => desk.Provider.Known(s) with { OidcClientSecret = "old" });

        using var answer = await desk.GoThrough(site);

        Assert.Contains("MAINSTAY_OIDC_CLIENT_SECRET", await desk.Refused(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terse_providers_and_those_that_read_no_header_are_spoken_to_in_their_way()
    {
        await using var desk = await ProviderDesk.WithAda();
        await using var site = await TestSite.OpenToAll(desk.House, desk.Provider.Known);
        desk.Provider.Announces = said => said["token_endpoint_auth_methods_supported"] = new[] { "client_secret_post" };
        (desk.Provider.IsTerse, desk.Provider.Person["sub"]) = (true, "18");

        using var answer = await desk.GoThrough(site);

        Assert.Contains("Sign in as usual once", await desk.Refused(answer), StringComparison.Ordinal); // so it knows the address, which was not in the token
        Assert.Contains("/userinfo", desk.Provider.Asked);
    }

    private static void Tell(string lie, Dictionary<string, object> said, DateTimeOffset at)
    {
        if (lie == "another nonce") said["nonce"] = Secrets.Make();
        if (lie == "no nonce") said.Remove("nonce");
        if (lie == "for another") said["aud"] = "somebody else";
        if (lie.StartsWith("for two", StringComparison.Ordinal)) said["aud"] = new[] { TestProvider.Client, "somebody else" };
        if (lie == "for two, asked by another") said["azp"] = "somebody else";
        if (lie == "for nobody") said.Remove("aud");
        if (lie == "by another provider") said["iss"] = "https://evil.example";
        if (lie == "expired") said["exp"] = at.AddMinutes(-3).ToUnixTimeSeconds();
        if (lie == "from tomorrow") said["iat"] = at.AddDays(1).ToUnixTimeSeconds();
        if (lie == "made an hour ago") said["iat"] = at.AddHours(-1).ToUnixTimeSeconds();
        if (lie == "no end") said.Remove("exp");
    }

    private static Func<Dictionary<string, object>, string>? Forged(string lie, TestProvider provider) => lie switch
    {
        "not signed" => claims => TestProvider.Token(new() { ["alg"] = "RS256", ["kid"] = provider.KeyId }, claims, _ => []),
        "said to need no signature" => claims => TestProvider.Token(new() { ["alg"] = "none" }, claims, _ => []),
        "signed with the open key" => claims => TestProvider.Token(new() { ["alg"] = "HS256", ["kid"] = provider.KeyId }, claims, bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes(provider.Key.ExportSubjectPublicKeyInfoPem()), bytes)),
        "signed with another's key" => claims => provider.SignedBy(RSA.Create(2048), claims),
        "signed with a key that comes along" => Selfmade,
        "changed afterwards" => claims => provider.SignedBy(provider.Key, claims).Replace(".", ".e", StringComparison.Ordinal),
        "no token" => _ => "nothing",
        _ => null,
    };

    private static string Selfmade(Dictionary<string, object> claims)
    {
        var key = RSA.Create(2048);
        var open = key.ExportParameters(false);
        var jwk = new { kty = "RSA", n = System.Buffers.Text.Base64Url.EncodeToString(open.Modulus), e = System.Buffers.Text.Base64Url.EncodeToString(open.Exponent) };
        return TestProvider.Token(new() { ["alg"] = "RS256", ["jwk"] = jwk }, claims, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
