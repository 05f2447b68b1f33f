using Mainstay.Hosting;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Tests.Hosting;

public class ListeningTests
{
    private static readonly Settings Plain = new() { Data = "data" };

    [Theory]
    [InlineData("http://localhost:5150")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:5150")]
    [InlineData("http://localhost:1; http://127.0.0.2:2/")]
    public void On_this_machine_plain_HTTP_will_do(string urls)
    {
        Assert.Empty(Listening.Check(Plain with { Urls = urls }));
        Listening.ThrowUnlessHere(urls);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5150", "Hosting.NotPrivate")]
    [InlineData("http://*:5150", "Hosting.NotPrivate")]
    [InlineData("http://192.168.1.5:5150", "Hosting.NotPrivate")]
    [InlineData("http://mainstay.example:5150", "Hosting.NotPrivate")]
    [InlineData("http://localhost:5150;http://0.0.0.0:5151", "Hosting.NotPrivate")]
    [InlineData("https://localhost:5150", "Hosting.NoCertificate")]
    [InlineData("https://0.0.0.0", "Hosting.NoCertificate")]
    [InlineData("ftp://localhost", "Hosting.NotAnAddress")]
    [InlineData("http://localhost:5150/people", "Hosting.NotAnAddress")]
    [InlineData("http://ada@localhost:5150", "Hosting.NotAnAddress")]
    [InlineData("nonsense", "Hosting.NotAnAddress")]
    [InlineData("", "Hosting.NotAnAddress")]
    public void Elsewhere_it_will_not(string urls, string key)
    {
        Assert.Equal(key, Listening.Check(Plain with { Urls = urls }).Single().Sentence.Key);
        Assert.Throws<Mistaken>(() => Listening.ThrowUnlessHere(urls));
    }

    [Theory]
    [InlineData("https://mainstay.example", null, null)]
    [InlineData("https://0.0.0.0", "mainstay.example", null)]
    [InlineData("http://*:80;https://*:443", "mainstay.example", null)]
    [InlineData("http://10.0.0.5:5150", null, "10.0.0.1")]
    [InlineData("http://0.0.0.0:5150", "mainstay.example, other.example", "10.0.0.0/8, fd00::/8, 127.0.0.1")]
    public void With_a_certificate_or_behind_a_proxy_it_may_be_reached_from_elsewhere(string urls, string? hosts, string? proxies)
    {
        var settings = Plain with { Urls = urls, Hosts = hosts, Proxies = proxies, Certificate = urls.Contains("https", StringComparison.Ordinal) ? "certificate.pem" : null };

        Assert.Empty(Listening.Check(settings));
    }

    [Theory]
    [InlineData("https://0.0.0.0", null, null, "Hosting.NoName")]
    [InlineData("https://[::]:444", null, null, "Hosting.NoName")]
    [InlineData("https://mainstay.example", "no name", null, "Hosting.NotAName")]
    [InlineData("https://mainstay.example", null, "proxy.example", "Hosting.NotProxies")]
    [InlineData("https://mainstay.example", null, "10.0.0.0/99", "Hosting.NotProxies")]
    [InlineData("https://mainstay.example", null, ",", "Hosting.NotProxies")]
    public void What_is_missing_or_odd_is_said(string urls, string? hosts, string? proxies, string key) =>
        Assert.Equal(key, Listening.Check(Plain with { Urls = urls, Hosts = hosts, Proxies = proxies, Certificate = "certificate.pem" }).Single().Sentence.Key);

    [Fact]
    public void Answers_to_its_names_and_those_of_its_addresses()
    {
        var hosts = Listening.Hosts(Plain with { Urls = "http://10.0.0.5:5150;https://0.0.0.0;https://inner.example", Hosts = "mainstay.example" });

        Assert.Equal(["10.0.0.5", "127.0.0.1", "[::1]", "inner.example", "localhost", "mainstay.example"], hosts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Shows_the_encrypted_address_by_its_name() =>
        Assert.Equal(["https://mainstay.example:8443"], Listening.Shown([], Plain with { Urls = "http://*:80;https://*:8443", Hosts = "mainstay.example" }));

    [Fact]
    public async Task The_command_says_what_is_wrong()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var answer = await house.Type("serve", "--urls", "http://0.0.0.0:5150");
        var early = await house.Type("--urls", "http://0.0.0.0:5150", "serve");
        var demo = await house.Type("demo", "--urls", "http://0.0.0.0:5150");

        Assert.Equal((2, 2, 2), (answer.Code, early.Code, demo.Code));
        Assert.Contains("others could read along", answer.Error, StringComparison.Ordinal);
        Assert.Equal(answer.Error, early.Error);
        Assert.Contains("is not an address of this machine", demo.Error, StringComparison.Ordinal);
    }
}
