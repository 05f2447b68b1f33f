using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mainstay.Hosting;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Tests.Hosting;

/// <summary>HTTPS from a certificate file, without a proxy.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mainstay-certificate-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(folder, "certificate.pem");

    private string Key => Path.Combine(folder, "key.pem");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Greets_with_the_certificate_and_with_those_that_lead_to_its_authority()
    {
        var (root, between, own) = Chain();
        Keep(own.ExportCertificatePem() + "\n" + between.ExportCertificatePem(), own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Urls = "https://127.0.0.1:0", Certificate = File, CertificateKey = Key });

        // The client knows the root alone: it can only trust when the server sends what is between.
        Assert.Equal(own.Thumbprint, await Greeted(served, root));
    }

    [Fact]
    public async Task Speaks_HTTP_2_and_marks_its_cookies()
    {
        var own = SelfSigned("localhost");
        Keep(own.ExportCertificatePem() + "\n" + own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Urls = "https://127.0.0.1:0", Certificate = File });
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { CertificateChainPolicy = Trusting(own) } };
        using var browser = new HttpClient(handler) { BaseAddress = new UriBuilder(served.Address) { Host = "localhost" }.Uri, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var answer = await browser.GetAsync("/nothing", Stop);

        Assert.Equal(HttpVersion.Version20, answer.Version);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task A_renewed_file_is_taken_up_within_a_minute_and_a_broken_one_is_not()
    {
        var (first, second) = (SelfSigned("first"), SelfSigned("second"));
        Keep(first.ExportCertificatePem(), first.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Urls = "https://127.0.0.1:0", Certificate = File, CertificateKey = Key });
        var before = await Greeted(served);

        Keep("-----BEGIN CERTIFICATE-----\nhalf of", aged: 1);
        house.Clock.Pass(TimeSpan.FromMinutes(2));
        var meanwhile = await Greeted(served);
        Keep(second.ExportCertificatePem(), second.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), aged: 2);
        house.Clock.Pass(TimeSpan.FromMinutes(2));
        var after = await Greeted(served);

        Assert.Equal([first.Thumbprint, first.Thumbprint, second.Thumbprint], [before, meanwhile, after]);
    }

    [Fact]
    public async Task Takes_a_locked_file_with_its_password()
    {
        var own = SelfSigned("localhost");
        await System.IO.File.WriteAllBytesAsync(File, own.Export(X509ContentType.Pkcs12, "a long password"), Stop);
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Urls = "https://127.0.0.1:0", Certificate = File, CertificatePassword = "a long password" });

        Assert.Equal(own.Thumbprint, await Greeted(served));
        var locked = Assert.Throws<CannotBeDone>(() => new Certificate(Settings(), house.Clock));
        Assert.Equal("Hosting.NotACertificate", locked.Reason.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----")]
    public void What_is_no_certificate_is_said(string? content)
    {
        if (content is not null) Keep(content);

        var refusal = Assert.Throws<CannotBeDone>(() => new Certificate(Settings(), TimeProvider.System));

        Assert.Equal(("Hosting.NotACertificate", 1), (refusal.Reason.Key, refusal.Reason.Inputs.Length));
    }

    [Fact]
    public async Task Plain_HTTP_beside_it_only_leads_there()
    {
        var own = SelfSigned("localhost");
        Keep(own.ExportCertificatePem() + "\n" + own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Urls = $"http://127.0.0.1:0;https://127.0.0.1:{FreePort()}", Hosts = "mainstay.example", Certificate = File, Proxies = "127.0.0.1" });
        var port = new Uri(served.App.Urls.Single(u => u.StartsWith("https", StringComparison.Ordinal))).Port;

        using var led = await served.Ask("/people?q=Grace", "127.0.0.1", ("Host", "mainstay.example"), ("X-Forwarded-For", "203.0.113.7"));
        using var astray = await served.Ask("/people", "127.0.0.1", ("Host", "evil.example"), ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal((HttpStatusCode.PermanentRedirect, $"https://mainstay.example:{port}/people?q=Grace"), (led.StatusCode, led.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.Forbidden, null), (astray.StatusCode, astray.Headers.Location));
    }

    private Settings Settings() => new() { Data = folder, Certificate = File };

    private void Keep(string certificate, string? key = null, int aged = 0)
    {
        System.IO.File.WriteAllText(File, certificate);
        if (key is not null) System.IO.File.WriteAllText(Key, key);
        System.IO.File.SetLastWriteTimeUtc(File, new DateTime(2026, 5, 1, 12, aged, 0, DateTimeKind.Utc));
        if (System.IO.File.Exists(Key)) System.IO.File.SetLastWriteTimeUtc(Key, new DateTime(2026, 5, 1, 12, aged, 0, DateTimeKind.Utc));
    }

    /// <summary>The thumbprint of the certificate with which the server greets; it must lead to the root, if one is given.</summary>
    private static async Task<string> Greeted(Served served, X509Certificate2? root = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(served.Address.Host, served.Address.Port, Stop);
        await using var greeting = new SslStream(client.GetStream());
        var trusting = new SslClientAuthenticationOptions { TargetHost = "localhost" };
        if (root is null) trusting.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null;
        else trusting.CertificateChainPolicy = Trusting(root);
        await greeting.AuthenticateAsClientAsync(trusting, Stop);
        return ((X509Certificate2)greeting.RemoteCertificate!).Thumbprint;
    }

    private static X509ChainPolicy Trusting(X509Certificate2 root) => new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck };

    private static X509Certificate2 SelfSigned(string name) => Asked(name, out _).CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static (X509Certificate2 Root, X509Certificate2 Between, X509Certificate2 Own) Chain()
    {
        var (from, to) = (DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var root = Authority("root", out _).CreateSelfSigned(from, to);
        var asked = Authority("between", out var key);
        var between = asked.Create(root, from, to, [1]).CopyWithPrivateKey(key);
        var own = Asked("localhost", out var ownKey).Create(between, from, to, [2]).CopyWithPrivateKey(ownKey);
        return (root, between, own);
    }

    private static CertificateRequest Authority(string name, out ECDsa key)
    {
        var asked = Asked(name, out key);
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return asked;
    }

    private static CertificateRequest Asked(string name, out ECDsa key)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
