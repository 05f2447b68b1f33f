using System.Net;

namespace Mainstay.Tests.Api;

public class ApiRoutesTests
{
    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/people/not-an-id")]
    [InlineData("/api/search/deeper")]
    [InlineData("/API/nothing")]
    public async Task Says_as_a_problem_that_there_is_nothing(string path)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var told = await site.Ask(path, ("Accept", "text/html"));

        Assert.Equal("There is nothing at this address of the API.", told.Is(HttpStatusCode.NotFound).Detail);
        Assert.Equal("Api.NoSuchAddress", told.Json.GetProperty("code").GetString());
        Assert.Equal("Not Found", told.Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Says_which_methods_an_address_has()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var other = await site.Delete("/api/search");
        var options = await site.Send(HttpMethod.Options, "/api/search", null);

        Assert.StartsWith("DELETE does nothing here.", other.Is(HttpStatusCode.MethodNotAllowed).Detail, StringComparison.Ordinal);
        Assert.Equal("GET, HEAD, OPTIONS", other.Headers["Allow"]);
        Assert.Equal("GET, HEAD, OPTIONS", options.Is(HttpStatusCode.NoContent).Headers["Allow"]);
    }

    [Fact]
    public async Task Answers_to_HEAD_as_to_GET_without_the_body()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var got = await site.Ask("/api/search?q=grace");
        var head = await site.Send(HttpMethod.Head, "/api/search?q=grace", null);

        Assert.Equal("", head.Fine().Text);
        Assert.Equal(got.Headers["Content-Length"], head.Headers["Content-Length"]);
        Assert.Equal("application/json", head.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("application/json;q=0, */*", HttpStatusCode.NotAcceptable)]
    [InlineData("nonsense", HttpStatusCode.NotAcceptable)]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/*;q=0.1", HttpStatusCode.OK)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", HttpStatusCode.OK)]
    public async Task Answers_in_JSON_or_says_that_it_cannot(string accept, HttpStatusCode status)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var told = await site.Ask("/api/search?q=grace", ("Accept", accept));

        Assert.Equal(status, told.Status);
        Assert.Equal(status == HttpStatusCode.OK ? "application/json" : Asking.Problem, told.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Answers_are_private_and_guarded()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        foreach (var told in new[] { await site.Ask("/api/search?q=grace"), await site.Ask("/api/nothing") })
        {
            Assert.Equal("no-store", told.Headers["Cache-Control"]);
            Assert.Equal("nosniff", told.Headers["X-Content-Type-Options"]);
            Assert.DoesNotContain("Server", told.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        }
    }
}
