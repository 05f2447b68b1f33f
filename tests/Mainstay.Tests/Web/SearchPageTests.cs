using System.Text.RegularExpressions;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Tests.People;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Web;

public class SearchPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Shows_what_was_found_of_each_kind_and_marks_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Store.SetAffiliations(grace, [new("Navy Yard")], house.Clock, Stop);
        var alan = await house.Know("Alan Turing", p => p with { Notes = "Once sailed with the <navy> & came back" });
        await using var site = await TestSite.Open(house);

        using var answer = await site.Browser.GetAsync("/search?q=navy", Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Contains("3 answers to “navy”.", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($"href=\"/people/{grace}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/people/{alan}\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;<mark>navy</mark>&gt; &amp; came back", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/organizations/{(await house.Store.FindOrganization("Navy Yard", Stop)).Id}\"", page, StringComparison.Ordinal);
        Assert.Equal(["People 2", "Organizations 1"], Regex.Matches(page, "<a href=\"/search[^\"]*kind=[^>]*>([^<]*)<span class=\"count\">([^<]*)<").Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}"));
        Assert.DoesNotContain("Navy Yard</bdi></a>", await site.Page("/search?q=navy&kind=person"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Marks_what_was_looked_for_in_names(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        Assert.Contains("Grace <mark>Hopper</mark>", await site.Page("/search?q=hop"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Pages_through_many(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using (var writing = await house.Store.Database.BeginTransactionAsync(Stop))
        {
            await house.Store.AddPeople([.. Enumerable.Range(0, 45).Select(i => PersonRows.Of(new() { Name = $"Person {i:00}", Topics = ["compilers"] }, house.Clock.GetUtcNow().UtcDateTime))], Stop);
            await writing.CommitAsync(Stop);
        }
        await using var site = await TestSite.Open(house);

        Assert.Contains("All 45 people", await site.Page("/search?q=compilers"), StringComparison.Ordinal);
        var seen = new List<string>();
        for (var at = "/search?q=compilers&kind=person"; at is not null;)
        {
            var page = await site.Page(at);
            seen.AddRange(Regex.Matches(page, "<a class=\"name\"[^>]*><bdi>(?<name>[^<]*)").Select(m => m.Groups["name"].Value));
            at = Regex.Match(page, "href=\"([^\"]*)\" rel=\"next\"") is { Success: true } next ? next.Groups[1].Value : null;
        }
        Assert.Equal(Enumerable.Range(0, 45).Select(i => $"Person {i:00}"), seen);
    }

    [Theory, OnBoth]
    public async Task Asks_what_was_meant_and_helps_where_there_is_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper", p => p with { Notes = "compilers" });
        await using var site = await TestSite.Open(house);

        var guess = await site.Page("/search?q=Grace+hoper");
        Assert.Contains("Nothing has exactly “Grace hoper”. One comes near.", guess, StringComparison.Ordinal);
        Assert.Contains("Did you mean <a href=\"/search?q=grace%20hopper\"><b><bdi>grace hopper</bdi></b></a>", guess, StringComparison.Ordinal);
        Assert.Contains("Nothing has all of “grace xyzzyq”. One has some of it.", await site.Page("/search?q=grace+xyzzyq"), StringComparison.Ordinal);
        Assert.Contains("Nothing here answers to “xyzzyq”.", await site.Page("/search?q=xyzzyq"), StringComparison.Ordinal);
        Assert.Contains("Search looks through everything you wrote", await site.Page("/search?q=+"), StringComparison.Ordinal);
        foreach (var odd in new[] { "/search?q=%22%27%3B--%25&kind=person&page=-3", "/search?q=" + new string('x', 2_000), "/search?q=grace&kind=dragon&page=99999999999", "/search?q=grace&kind=person&page=400" }) await site.Page(odd);
    }

    [Theory, OnBoth]
    public async Task Quotes_a_touch_however_long_ago_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace"), await house.Know("Alan"));
        await house.Store.RecordMany(Enumerable.Range(0, 400).Select(i => new NewTouch { People = i % 100 == 7 ? [grace, alan] : [grace], On = house.Today.AddDays(-i), Kind = TouchKind.Call, Note = i is 399 or 40 ? $"About needle {i}" : i % 2 == 0 ? "About hay" : null }), house.Today, house.Clock, Stop);

        async Task<string?> Quote(string words) => (await house.Again().Search(words, Stop)).Hits.Single(h => h.PersonId == grace).Snippet?.Text;

        Assert.Equal("About needle 40", await Quote("needle"));
        Assert.Equal("About needle 399", await Quote("399"));
        Assert.Equal("About hay", await Quote("hay"));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_found(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var friend = await bob.AddPerson(Samples.Grace, house.Clock, Stop);
        await bob.SetAffiliations(friend.Id, [new("NASA")], house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        foreach (var query in new[] { "grace", "nasa", "hoper" }) Assert.DoesNotContain(friend.Id.ToString(), await site.Page("/search?q=" + query), StringComparison.Ordinal);
        Assert.Contains("Nothing here answers to “nasa”.", await site.Page("/search?q=nasa"), StringComparison.Ordinal);
    }
}
