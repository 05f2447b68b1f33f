using System.Collections.Concurrent;
using Mainstay.Tests;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(EveryPage))]

namespace Mainstay.Tests;

/// <summary>Knows which pages were looked at, and complains at the end of a whole run when the program has one that nobody looked at. The runner counts that as an error.</summary>
public sealed class EveryPage : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, bool> Seen = [];

    private static readonly string[] Choices = ["-class", "-class-", "-method", "-method-", "-namespace", "-namespace-", "-trait", "-trait-", "-filter", "-id", "-run"];

    /// <summary>What is no page, though its address does not say so.</summary>
    private static readonly string[] NoPages =
    [
        "/assets/{name}", // a file: styles, scripts, pictures
        "/capture/outbox", // what a device asks before it sends what was jotted down on it
        "/circles/{circle:guid}/introductions/look", // leads back: who loads the answer to that form again comes here
        "/healthz", // one word, for what watches the server
        "/network/export", // a file, of the kind that the query says
        "/people/{id:guid}/photo", // a picture
        "/settings/data/{name}", // a file: all that the network holds
    ];

    /// <summary>A picture of it is kept, and it was judged.</summary>
    public static void IsSeen(string url) => Seen.TryAdd(new Uri(url).AbsolutePath, true);

    public async ValueTask DisposeAsync()
    {
        if (Browsing.Chromium is null || Environment.GetCommandLineArgs().Intersect(Choices).Any()) return;
        var all = await Addresses();
        var seen = Seen.Keys.Select(path => all.Where(p => Leads(p, path)).MinBy(p => p.InboundPrecedence)).OfType<RoutePattern>().Select(Named);
        Complain("No test looks at ", all.Select(Named).Where(IsPage).Except(seen));
        Complain("EveryPage leaves out what is not there: ", NoPages.Except(all.Select(Named)));
    }

    private static void Complain(string what, IEnumerable<string> names)
    {
        var all = string.Join(", ", names.Order(StringComparer.Ordinal));
        if (all.Length == 0) return;
        Console.Error.WriteLine(what + all);
        throw new InvalidOperationException(what + all);
    }

    private static async Task<List<RoutePattern>> Addresses()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        await using var site = await Browsing.Serve(house, withAda: false);
        return [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && !e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(e => e.RoutePattern).DistinctBy(Named)];
    }

    /// <summary>The address of a group ends in a slash that nobody writes.</summary>
    private static string Named(RoutePattern pattern) => pattern.RawText!.Length == 1 ? pattern.RawText : pattern.RawText.TrimEnd('/');

    /// <summary>Neither a file, which has a dot in its name, nor the part of a page that is sent anew while it is open.</summary>
    private static bool IsPage(string name) =>
        !name[name.LastIndexOf('/')..].Contains('.', StringComparison.Ordinal) && !name.EndsWith("/live", StringComparison.Ordinal) && !NoPages.Contains(name);

    /// <summary>Whether a path is one of the pattern's. Of several that may lead there it is the most exact one, as when the server answers: <c>/people/new</c> is nobody's id.</summary>
    private static bool Leads(RoutePattern pattern, string path)
    {
        RouteValueDictionary values = [];
        return new TemplateMatcher(new(pattern), []).TryMatch(path, values)
            && pattern.ParameterPolicies.All(part => part.Value.All(p => p.Content != "guid" || Guid.TryParse(values[part.Key]?.ToString(), out _)));
    }
}
