using System.Net;
using System.Text.Json;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Rhythm;
using Mainstay.Tests.Introductions;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using static Mainstay.Tests.Insights.InsightsCast;

namespace Mainstay.Tests.Insights;

/// <summary>The network in a browser without a script, and what its script reads.</summary>
public class NetworkPageTests
{
    [Theory, OnBoth]
    public async Task Tells_everybody_layer_by_layer_with_whom_they_know(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "compilers");
        var alan = await house.Know("Alan Turing");
        await house.Knows(grace, alan);
        await house.Store.SaySupport(await house.Need(SupportKind.Knowledge, "Compilers"), grace, Ability.Excellent, house.Today, Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/network");

        Assert.Contains("Based on one recorded link between 2 people, of 2 in all.", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf(">Close<", StringComparison.Ordinal) < page.IndexOf(">Grace Hopper<", StringComparison.Ordinal));
        Assert.True(page.IndexOf(">In no layer<", StringComparison.Ordinal) < page.IndexOf(">Alan Turing<", StringComparison.Ordinal));
        Assert.Contains("Knows Alan Turing.", page, StringComparison.Ordinal);
        Assert.Contains("mentor · no contact noted", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Is_narrowed_by_need_role_organization_and_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "compilers");
        await house.Near("Ålan Turing", "advisor");
        await house.Place(grace, "US Navy", null, null);
        var need = await house.Need(SupportKind.Knowledge, "Compilers");
        await house.Store.SaySupport(need, grace, Ability.Excellent, house.Today, Stop);
        var navy = (await house.Again().FindOrganization("US Navy", Stop)).Id;
        await using var site = await TestSite.Open(house);

        foreach (var narrowed in new[] { $"need={need}", "role=Mentor", $"organization={navy}", "q=gràce" })
        {
            var page = await site.Page($"/network?{narrowed}");
            Assert.Contains("1 of 2 answer to what you chose.", page, StringComparison.Ordinal);
            Assert.Contains($"data-person=\"{grace}\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain(">Ålan Turing<", page, StringComparison.Ordinal);
        }
        Assert.Contains(">Ålan Turing<", await site.Page("/network?q=alan"), StringComparison.Ordinal);
        Assert.Contains("Nobody answers to that.", await site.Page("/network?q=alan&role=mentor"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Looks_at_one_person_with_those_they_know_and_at_a_way_in_its_order(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        await house.Knows(grace, alan, .4);
        await house.Knows(grace, katherine, .9);
        await using var site = await TestSite.Open(house);

        var one = await site.Page($"/network?person={grace}");
        var way = await site.Page($"/network?path={katherine},{grace},{alan}");

        Assert.Contains("Whom Grace Hopper knows: 2 people", one, StringComparison.Ordinal);
        Assert.Contains($"href=\"/paths?person={grace}\"", one, StringComparison.Ordinal);
        Assert.Equal([katherine, alan], People(one));
        Assert.Equal([katherine, grace, alan], People(way));
        Assert.Contains("Based on", await site.Page($"/network?person={Guid.CreateVersion7()}&path=nobody"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_long_list_goes_on_on_the_next_page(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        for (var i = 0; i < 35; i++) await house.Know($"Visitor {i:00}");
        await using var site = await TestSite.Open(house);

        var first = await site.Page("/network?q=visitor");
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"(/network[^\"]*)\" rel=\"next\"").Groups[1].Value;
        var second = await site.Page(next);

        Assert.Equal(30, People(first).Length);
        Assert.Equal(5, People(second).Length);
        Assert.Empty(People(first).Intersect(People(second)));
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Says_how_strong_a_tie_was_in_another_month(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        for (var i = 0; i < 20; i++) await house.Touch(new DateOnly(2025, 4, 20).AddDays(-3 * i), TouchKind.Meeting, grace);
        await using var site = await TestSite.Open(house);

        Assert.Contains("a strong tie", await site.Page("/network?month=-13"), StringComparison.Ordinal);
        Assert.Contains("April 2025", await site.Page("/network?month=-13"), StringComparison.Ordinal);
        Assert.Contains("a fair tie", await site.Page("/network"), StringComparison.Ordinal);
        Assert.Contains("no contact noted", await site.Page("/network?month=-36"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Its_script_reads_columns_that_unfold_to_the_same_links(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++) ids.Add(await house.Know($"Person {i}"));
        foreach (var (one, other) in ((int, int)[])[(0, 1), (0, 4), (1, 2), (1, 5), (3, 4)]) await house.Knows(ids[one], ids[other], .1 + one / 10.0);
        await house.Touch(new(2026, 4, 1), TouchKind.Meeting, ids[0]);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Browser.GetAsync("/network/graph.json", Stop);
        using var graph = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        var view = await house.Network();

        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(view.Links.Select(l => (l.First, l.Second)), Unfold(graph.RootElement.GetProperty("links")));
        Assert.Equal(view.Links.Select(l => l.Strength), graph.RootElement.GetProperty("links").GetProperty("strength").EnumerateArray().Select(s => s.GetInt32()));
        var people = graph.RootElement.GetProperty("people");
        Assert.Equal(view.People.Select(p => p.Id), people.GetProperty("id").EnumerateArray().Select(i => i.GetGuid()));
        Assert.Equal(view.People.Select(p => p.Strengths), people.GetProperty("strengths").EnumerateArray().Select(s => (IReadOnlyList<byte>)Convert.FromBase64String(s.GetString()!)));
    }

    [Theory, OnBoth]
    public async Task Is_not_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Knows(grace, await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);
        Assert.Contains("Grace Hopper", await site.Page("/network"), StringComparison.Ordinal);
        await using var bob = await site.As(await house.BobsAccount());

        Assert.DoesNotContain("Grace", await bob.Page($"/network?person={grace}"), StringComparison.Ordinal);
        Assert.Contains("Here you will see your people as a picture", await bob.Page("/network"), StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", await bob.Page("/network/graph.json"), StringComparison.Ordinal);
        await using var stranger = site.Stranger();
        using var no = await stranger.Browser.GetAsync("/network/graph.json", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, no.StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_way_to_somebody_can_be_seen_in_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Near("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Knows(grace, alan);
        await using var site = await TestSite.Open(house);

        Assert.Contains($"href=\"/network?path={grace},{alan}\"", await site.Page($"/paths?person={alan}"), StringComparison.Ordinal);
    }

    private static Guid[] People(string page) => [.. System.Text.RegularExpressions.Regex.Matches(page, "data-person=\"([0-9a-f-]+)\"").Select(m => Guid.Parse(m.Groups[1].Value))];

    private static IEnumerable<(int, int)> Unfold(JsonElement links)
    {
        var (further, link) = (links.GetProperty("further").EnumerateArray().Select(f => f.GetInt32()).ToList(), 0);
        foreach (var (count, first) in links.GetProperty("count").EnumerateArray().Select((c, first) => (c.GetInt32(), first)))
            for (var (i, end) = (0, first); i < count; i++) yield return (first, end += further[link++]);
    }
}
