using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Tests.Rhythm;
using Mainstay.Tests.Sharing;
using Mainstay.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Web;

/// <summary>From Today links lead to everything, without a script and without typing. The pages are taken from the routing table: a new one cannot be forgotten.</summary>
public sealed partial class WaysTests
{
    private const int MostSteps = 3;

    /// <summary>They have something to show only while something waits, and are led to by what waits.</summary>
    private static readonly string[] WhileSomethingWaits = ["/capture/jotted", "/challenges/thanks"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_lead_from_Today_to_every_page_within_three_steps()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper");
        await house.Know("Katherine Johnson");
        (await house.Type("board", "add", "sage")).Fine(); // an empty board leads to its first seats in another way
        await using var site = await TestSite.Open(house);
        var pages = new List<string>();
        foreach (var path in Paths(site))
            if (await Html(site, path) is not null) pages.Add(path);

        var reached = await Reached(site);

        Assert.Empty(pages.Except(reached).Except(WhileSomethingWaits).Order());
        Assert.True(pages.Count > 50, $"Only {pages.Count} pages were looked for.");
    }

    [Fact]
    public async Task The_page_of_everything_holds_what_the_rooms_declare_and_hard_times_are_two_taps_away()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var (today, more) = (await Html(site, "/"), await Html(site, "/more"));

        Assert.Empty(House.Rooms.SelectMany(r => r.Shortcuts.Concat(r.Adds)).Select(i => i.Href).Except(Links(more!)));
        Assert.All(House.Rooms.SelectMany(r => r.Shortcuts), s => Assert.NotNull(s.Within));
        Assert.Equal(["/", "/people", "/map", "/gatherings", "/more"], Links(Part(today!, "<nav class=\"bar\"")));
        Assert.Equal(["/", "/people", "/map", "/gatherings", "/growth", "/circles", "/more"], PlaceLinks().Matches(today!).Select(m => m.Groups[1].Value));
        Assert.Contains("/challenges", Links(await Html(site, "/growth") ?? ""));
    }

    [Theory, OnBoth]
    public async Task Who_was_let_in_finds_only_what_is_not_the_owners_alone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var (_, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Guest);
        await using var here = bob;

        var (more, growth) = (Links((await Html(bob, "/more"))!), Links((await Html(bob, "/growth"))!));

        Assert.Contains("/organizations", more);
        Assert.DoesNotContain("/import", more);
        Assert.DoesNotContain("/people/new", more);
        Assert.DoesNotContain("/challenges", more.Concat(growth));
        Assert.Contains("/learnings", growth);
        Assert.Contains("/help-now", growth);
    }

    [Fact]
    public async Task The_search_finds_places_by_their_names()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        Assert.Contains("/trash", Links(Part((await Html(site, "/search?q=TR%C3%81SH"))!, "<main")));
        Assert.DoesNotContain("/trash", Links(Part((await Html(site, "/search?q=rash"))!, "<main")));
        Assert.Contains("/paths", Links(Part((await Html(site, "/search?q=intro+who"))!, "<main")));
    }

    /// <summary>All addresses that answer whoever is signed in, and need nothing to be filled in; settings have tabs of their own.</summary>
    private static IEnumerable<string> Paths(TestSite site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && e.Metadata.GetMetadata<UnattendedAttribute>() is null && e.RoutePattern.Parameters.Count == 0)
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => !p.StartsWith("/api", StringComparison.Ordinal) && !p.StartsWith("/settings", StringComparison.Ordinal)).Distinct();

    /// <summary>What is reached by following links, of each kind of page only the first.</summary>
    private static async Task<HashSet<string>> Reached(TestSite site)
    {
        var (reached, kinds) = (new HashSet<string> { "/" }, new HashSet<string> { "/" });
        List<string> here = ["/"];
        for (var step = 0; step < MostSteps; step++)
        {
            var next = new List<string>();
            foreach (var page in here)
                foreach (var link in Links(await Html(site, page) ?? ""))
                {
                    reached.Add(link.Split('?')[0]);
                    if (kinds.Add(Ids().Replace(link.Split('?')[0], "*"))) next.Add(link);
                }
            here = next;
        }
        return reached;
    }

    /// <summary>A page as it is sent; null where there is none.</summary>
    private static async Task<string?> Html(TestSite site, string path)
    {
        using var answer = await site.Browser.GetAsync(path, Stop);
        return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync(Stop) : null;
    }

    /// <summary>What begins so, to the end of that element.</summary>
    private static string Part(string html, string start)
    {
        var from = html.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"There is no {start}.");
        var end = html.IndexOf(start == "<main" ? "</main>" : "</nav>", from, StringComparison.Ordinal);
        return html[from..end];
    }

    private static List<string> Links(string html) => [.. LinkParts().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    [GeneratedRegex("""<a\b[^>]*?\shref="(/(?!/)[^"#]*)""")]
    private static partial Regex LinkParts();

    [GeneratedRegex("""<a class="place" href="([^"]*)""")]
    private static partial Regex PlaceLinks();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
