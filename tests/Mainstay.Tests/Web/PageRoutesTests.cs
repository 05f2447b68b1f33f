using System.Net;
using Mainstay.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mainstay.Tests.Web;

public class PageRoutesTests
{
    [Fact]
    public async Task Every_handler_of_the_house_can_be_bound()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.OpenToAll(house);
        var all = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<LateHandler>() is not null).ToList();

        Assert.True(all.Count > 300, $"Only {all.Count} addresses.");
        foreach (var endpoint in all) Assert.NotNull(endpoint.Metadata.GetMetadata<LateHandler>()!.Bind(endpoint));
    }

    [Fact]
    public async Task Parts_of_the_address_the_query_and_what_the_house_has_come_as_parameters_also_in_groups()
    {
        await using var app = Site(pages => pages.MapGroup("/of/{id:int}").Get("/{name}", (int id, string name, string? more, TimeProvider clock) => Results.Text($"{id} {name} {more} {clock is not null}")));
        var answer = await app.Client.GetStringAsync("/of/7/ada?more=yes", TestContext.Current.CancellationToken);

        Assert.Equal("7 ada yes True", answer);
    }

    [Fact]
    public async Task What_a_handler_says_of_itself_is_known_of_its_address()
    {
        await using var app = Site(pages => pages.GetOrHead("/open", [Unattended(Greets = true)] () => Results.Text("here")));
        var known = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single().Metadata;
        using var asked = await app.Client.SendAsync(new(HttpMethod.Head, "/open"), TestContext.Current.CancellationToken);
        using var refused = await app.Client.PostAsync("/open", null, TestContext.Current.CancellationToken);

        Assert.True(known.GetMetadata<UnattendedAttribute>() is { Greets: true });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.MethodNotAllowed), (asked.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task A_parameter_that_comes_from_nowhere_is_a_mistake_and_never_read_from_what_is_sent()
    {
        await using var app = Site(pages => pages.Post("/odd", (Nowhere odd) => Results.Text(odd.ToString())));
        var endpoint = (RouteEndpoint)app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single();

        Assert.Throws<InvalidOperationException>(() => endpoint.Metadata.GetMetadata<LateHandler>()!.Bind(endpoint));
    }

    private sealed record Nowhere(string Of);

    private static Small Site(Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddSingleton(TimeProvider.System);
        var app = builder.Build();
        app.UseRouting();
        map(app);
        app.Start();
        return new(app);
    }

    private sealed class Small(WebApplication app) : IAsyncDisposable
    {
        public IServiceProvider Services => app.Services;

        public HttpClient Client { get; } = new() { BaseAddress = new(app.Urls.Single()) };

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await app.DisposeAsync();
        }
    }
}
