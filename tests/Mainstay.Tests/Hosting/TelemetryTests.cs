using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mainstay.Tests.Hosting;

/// <summary>What whoever runs Mainstay learns of it: how it does, and nothing of anybody.</summary>
public class TelemetryTests
{
    private const string Path = "/people/01890000-0000-7000-8000-000000000000?q=Grace";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_go_to_the_named_collector_without_addresses_words_or_browsers()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var collector = await Collector.Open();
        await using (var served = await Served.With(house, s => s with { Telemetry = collector.Address, Proxies = "127.0.0.1" }))
            (await served.Ask(Path, "127.0.0.1", ("User-Agent", "Gracefox/1.0"), ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"))).Dispose();

        Assert.Equal(["/collect/v1/metrics", "/collect/v1/traces"], collector.Taken.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("GET /people/{id:guid}", collector.Taken["/collect/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Taken["/collect/v1/metrics"], StringComparison.Ordinal);
        Assert.All(collector.Taken.Values, sent => Assert.All(["Grace", "01890000", "Gracefox", "203.0.113.7"], personal => Assert.DoesNotContain(personal, sent, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("text", "GET /people/{id:guid} ")]
    [InlineData("json", "GET /people/{id:guid} ")]
    [InlineData("quiet", null)]
    public async Task A_request_is_logged_by_the_way_it_took_if_that_is_wanted(string log, string? line)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var served = await Served.With(house, s => s with { Log = log });
        using var written = new Written();
        served.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(written);

        (await served.Ask(Path, "127.0.0.1")).Dispose();

        if (line is null) Assert.Empty(written.Lines);
        else Assert.StartsWith(line, Assert.Single(written.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain(written.Lines, l => l.Contains("Grace", StringComparison.Ordinal) || l.Contains("01890000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MAINSTAY_LOG", "loud", "MAINSTAY_LOG is quiet, text or json.")]
    [InlineData("MAINSTAY_TELEMETRY", "collector", "MAINSTAY_TELEMETRY is the address of a collector")]
    public async Task What_is_set_wrong_is_said(string name, string value, string sentence)
    {
        using var error = new StringWriter();
        var around = new Mainstay.Cli.Surroundings { Out = TextWriter.Null, Error = error, In = TextReader.Null, Variable = n => n == name ? value : n == "MAINSTAY_DATA" ? "data" : null };

        Assert.Equal(2, await House.Run(["serve"], around, Stop));
        Assert.StartsWith(sentence, error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A collector that keeps what it is sent. Text stands in the bytes of OTLP as it is.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        public System.Collections.Concurrent.ConcurrentDictionary<string, string> Taken { get; } = new();

        public string Address => app.Urls.Single() + "/collect";

        public static async Task<Collector> Open()
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            await collector.Start();
            return collector;
        }

        private async Task Start()
        {
            app.Run(async http =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body, http.RequestAborted);
                Taken.AddOrUpdate(http.Request.Path, Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
            });
            await app.StartAsync(Stop);
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
