using System.Net;

namespace Mainstay.Tests.Hosting;

/// <summary>Whom the server believes about who asks, and over what.</summary>
public class ProxiesTests
{
    private const string Proxy = "127.0.0.1", Stranger = "127.0.0.2", Visitor = "203.0.113.7";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Behind_a_named_proxy_the_visitor_is_who_it_says()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Proxies = Proxy, Hosts = "mainstay.example" });

        using var secure = await served.Ask("/nothing", Proxy, ("Host", "mainstay.example"), ("X-Forwarded-For", Visitor), ("X-Forwarded-Proto", "https"));
        using var plain = await served.Ask("/nothing", Proxy, ("Host", "mainstay.example"), ("X-Forwarded-For", Visitor), ("X-Forwarded-Proto", "http"));
        using var silent = await served.Ask("/nothing", Proxy, ("Host", "mainstay.example"), ("X-Forwarded-For", Visitor));

        Assert.Equal(HttpStatusCode.NotFound, secure.StatusCode);
        Assert.Equal("max-age=31536000", secure.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All([plain, silent], a => Assert.Equal(HttpStatusCode.Forbidden, a.StatusCode));
        Assert.Contains("Over plain HTTP others could read along", await plain.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is_believed()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Proxies = Proxy });

        using var answer = await served.Ask("/nothing", Stranger, ("X-Forwarded-For", Visitor), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode); // as somebody at this machine, and not as evil.example, which would be 421
        Assert.DoesNotContain("Strict-Transport-Security", answer.Headers.Select(h => h.Key));
    }

    [Fact]
    public async Task A_forwarded_name_must_be_one_of_ours()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Proxies = Proxy });

        using var answer = await served.Ask("/nothing", Proxy, ("X-Forwarded-For", Visitor), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"));

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_proxy_that_was_not_named_is_turned_away()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s);

        using var answer = await served.Ask("/", Proxy, ("X-Forwarded-For", Visitor), ("X-Forwarded-Proto", "https"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("MAINSTAY_PROXIES", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_the_server_is_well_may_be_asked_over_plain_HTTP()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Proxies = Proxy });

        using var answer = await served.Ask("/healthz", Proxy, ("X-Forwarded-For", Visitor), ("X-Forwarded-Proto", "http"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
