using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mainstay.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Tests.Entrance;

/// <summary>A small sign-in provider (OpenID Connect) on this machine, which is as strict as it has to be: it gives a code once, and redeems it for who shows the verifier. It can be told to lie.</summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string Client = "mainstay-at-home", Secret = "s3cret/with+signs";

    private readonly WebApplication app;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, IQueryCollection> codes = new();

    private TestProvider(WebApplication app, TimeProvider clock) => (this.app, this.clock) = (app, clock);

    public RSA Key { get; private set; } = RSA.Create(2048);

    /// <summary>Another of its keys, on a curve.</summary>
    public ECDsa Curve { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyId { get; private set; } = "first";

    /// <summary>Under which name it is found; browsers take <c>localhost</c> and <c>127.0.0.1</c> for two sites.</summary>
    public string Issuer => app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Who sits there.</summary>
    public Dictionary<string, object> Person { get; } = new() { ["sub"] = "4711", ["name"] = "Ada King", ["email"] = "ada@example.org", ["email_verified"] = true };

    /// <summary>Changes what it says of itself.</summary>
    public Action<Dictionary<string, object>> Announces { get; set; } = _ => { };

    /// <summary>Changes what it says of who sits there, before it signs.</summary>
    public Action<Dictionary<string, object>> Says { get; set; } = _ => { };

    /// <summary>Makes the token, where it is not made as it should be.</summary>
    public Func<Dictionary<string, object>, string>? Signs { get; set; }

    /// <summary>What the browser brings back beside the state.</summary>
    public Action<Dictionary<string, string?>> Answers { get; set; } = _ => { };

    /// <summary>It asks whoever sits there before it lets them go on.</summary>
    public bool Asks { get; set; }

    /// <summary>Its tokens hold no more than who it is; the rest is asked for.</summary>
    public bool IsTerse { get; set; }

    /// <summary>Addresses that this server was asked for by Mainstay itself.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<TestProvider> Start(TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new TestProvider(app, clock);
        app.Run(provider.Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>A Mainstay that knows it.</summary>
    public Settings Known(Settings settings) => settings with { OidcIssuer = Issuer, OidcClientId = Client, OidcClientSecret = Secret, OidcName = "Example ID" };

    /// <summary>From now on it signs with another key.</summary>
    public void ChangeKey() => (Key, KeyId) = (RSA.Create(2048), "second");

    /// <summary>What somebody's browser is led back to after they said yes.</summary>
    public static async Task<string> GoThere(string address)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.PathAndQuery;
    }

    public static string Token(Dictionary<string, object?> header, Dictionary<string, object> claims, Func<byte[], byte[]> sign)
    {
        var signed = Part(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Part(JsonSerializer.SerializeToUtf8Bytes(claims));
        return signed + "." + Part(sign(Encoding.ASCII.GetBytes(signed)));
    }

    public string SignedBy(RSA key, Dictionary<string, object> claims) =>
        Token(new() { ["alg"] = "RS256", ["kid"] = KeyId, ["typ"] = "JWT" }, claims, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static string Part(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private Task Answer(HttpContext http)
    {
        if (http.Request.Path != "/authorize") Asked.Enqueue(http.Request.Path);
        return http.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => http.Response.WriteAsync(JsonSerializer.Serialize(Announced())),
            "/jwks" => http.Response.WriteAsync(JsonSerializer.Serialize(Keys())),
            "/authorize" => Authorize(http),
            "/token" => Redeem(http),
            "/userinfo" when http.Request.Headers.Authorization == "Bearer key" => http.Response.WriteAsync(JsonSerializer.Serialize(Person)),
            _ => Status(http, StatusCodes.Status404NotFound, "unknown"),
        };
    }

    private Dictionary<string, object> Announced()
    {
        var said = new Dictionary<string, object>
        {
            ["issuer"] = Issuer, ["authorization_endpoint"] = Issuer + "/authorize", ["token_endpoint"] = Issuer + "/token", ["jwks_uri"] = Issuer + "/jwks", ["userinfo_endpoint"] = Issuer + "/userinfo",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" }, ["authorization_response_iss_parameter_supported"] = true,
        };
        Announces(said);
        return said;
    }

    private object Keys()
    {
        var (open, curve) = (Key.ExportParameters(false), Curve.ExportParameters(false).Q);
        return new { keys = new object[] { new { kty = "EC", use = "sig", alg = "ES256", kid = "curve", crv = "P-256", x = Part(curve.X!), y = Part(curve.Y!) }, new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Part(open.Modulus!), e = Part(open.Exponent!) } } };
    }

    private async Task Authorize(HttpContext http)
    {
        var asked = http.Request.Query;
        Assert.Equal((Client, "code", "S256", true), (asked["client_id"].ToString(), asked["response_type"].ToString(), asked["code_challenge_method"].ToString(), asked["scope"].ToString().Split(' ').Contains("openid")));
        if (Asks && http.Request.Method == "GET")
        {
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync("<title>Example ID</title><form method=post><button>Yes, that is me</button></form>");
            return;
        }
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        codes[code] = asked;
        var answer = new Dictionary<string, string?> { ["code"] = code, ["iss"] = Issuer };
        Answers(answer);
        answer["state"] = asked["state"];
        http.Response.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"]!, answer.Where(a => a.Value is not null)));
    }

    private async Task Redeem(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var isPost = Announced().TryGetValue("token_endpoint_auth_methods_supported", out var ways) && ((string[])ways).Contains("client_secret_post");
        var shown = isPost ? (form["client_id"].ToString(), form["client_secret"].ToString()) : Basic(http.Request.Headers.Authorization.ToString());
        if (shown != (Client, Secret)) await Status(http, StatusCodes.Status401Unauthorized, "invalid_client");
        else if (!codes.TryRemove(form["code"].ToString(), out var asked) || asked["redirect_uri"] != form["redirect_uri"] || asked["code_challenge"] != Part(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())))) await Status(http, StatusCodes.Status400BadRequest, "invalid_grant");
        else await http.Response.WriteAsync(JsonSerializer.Serialize(new { access_token = "key", token_type = "Bearer", id_token = IdToken(asked["nonce"].ToString()) }));
    }

    private string IdToken(string nonce)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(IsTerse ? Person.Where(p => p.Key == "sub") : Person) { ["iss"] = Issuer, ["aud"] = Client, ["nonce"] = nonce, ["iat"] = now, ["exp"] = now + 300 };
        Says(claims);
        return Signs?.Invoke(claims) ?? SignedBy(Key, claims);
    }

    private static (string, string) Basic(string header)
    {
        var parts = header.StartsWith("Basic ", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(header[6..])).Split(':') : ["", ""];
        return (WebUtility.UrlDecode(parts[0]), WebUtility.UrlDecode(parts[1]));
    }

    private static Task Status(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"error":"{{error}}"}"""));
    }
}
