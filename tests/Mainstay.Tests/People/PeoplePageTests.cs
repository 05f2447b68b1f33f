using System.Net;
using System.Text.RegularExpressions;
using Mainstay.People;

namespace Mainstay.Tests.People;

public class PeoplePageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Pages_through_everybody_and_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var now = house.Clock.GetUtcNow().UtcDateTime;
        await using (var writing = await house.Store.Database.BeginTransactionAsync(Stop))
        {
            await house.Store.AddPeople([.. Enumerable.Range(0, 120).Select(i => PersonRows.Of(new() { Name = $"Person {i:000}" }, now))], Stop);
            await writing.CommitAsync(Stop);
        }
        await using var site = await TestSite.Open(house);

        var first = await site.Page("/people");
        var second = await site.Page(Link(first, "next")!);
        var third = await site.Page(Link(second, "next")!);

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"Person {i:000}"), Names(first).Concat(Names(second)).Concat(Names(third)));
        Assert.Null(Link(first, "prev"));
        Assert.Null(Link(third, "next"));
        Assert.Equal(Names(second), Names(await site.Page(Link(third, "prev")!)));
        Assert.Contains("120 people", first, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Finds_by_anything_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        foreach (var query in new[] { "hop", "compilers", "Lovelace" })
            Assert.Equal(query == "Lovelace" ? [] : ["Grace Hopper"], Names(await site.Page($"/people?q={query}")));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_shown(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.DoesNotContain("Bob's friend", await site.Page("/people"), StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Id.ToString(), await site.Page("/people?q=friend"), StringComparison.Ordinal);
        Assert.DoesNotContain("Bob's friend", await site.Page($"/people?after={secret.Id}"), StringComparison.Ordinal);
        using var person = await site.Browser.GetAsync($"/people/{secret.Id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, person.StatusCode);
    }

    private static string? Link(string html, string rel) =>
        Regex.Match(html, "<a class=\"button\" href=\"([^\"]*)\" rel=\"" + rel + "\"") is { Success: true } link ? link.Groups[1].Value : null;

    private static List<string> Names(string html) => [.. Regex.Matches(html, "<a class=\"name\" href=\"/people/[^\"]*\"><bdi>([^<]*)</bdi>").Select(m => m.Groups[1].Value)];
}
