using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Tests.People;

namespace Mainstay.Tests.Api;

public class SearchApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Finds_people_and_organizations_and_says_where_they_are(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.SetAffiliations(grace.Id, [new("US Navy", "Admiral")], house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var byName = (await site.Ask("/api/search?q=hop")).Fine().Json.GetProperty("results");
        var byPlace = (await site.Ask("/api/search?q=nav&limit=8")).Fine();

        Assert.Equal("person", byName[0].GetProperty("kind").GetString());
        Assert.Equal("Grace Hopper", byName[0].GetProperty("title").GetString());
        Assert.Equal("mentor · US Navy", byName[0].GetProperty("subtitle").GetString());
        Assert.Equal($"/people/{grace.Id}", byName[0].GetProperty("href").GetString());
        Assert.Equal(["person", "organization"], byPlace.Each("results", "kind"));
        Assert.Equal(["Grace Hopper", "US Navy"], byPlace.Each("results", "title"));
        Assert.Equal("1 person", byPlace.Json.GetProperty("results")[1].GetProperty("subtitle").GetString());
        Assert.Contains("Grace Hopper", await site.Page(byPlace.Json.GetProperty("results")[1].GetProperty("href").GetString()!), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Quotes_what_was_found_elsewhere_than_in_the_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Equal("compilers", (await site.Ask("/api/search?q=compil")).Each("results", "snippet")[0]);
    }

    [Fact]
    public async Task Takes_anything_that_is_typed()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        foreach (var typed in new[] { "", "   ", "%22%27%3B--", "%25", new string('x', 5_000), "%F0%9F%A6%84" })
            Assert.Empty((await site.Ask("/api/search?q=" + typed)).Fine().Json.GetProperty("results").EnumerateArray());
        Assert.Equal("A whole number from 1 to 50 is expected.", (await site.Ask("/api/search?q=a&limit=0")).Wrong("limit"));
        Assert.NotEmpty((await site.Ask("/api/search?q=a&limit=many")).Wrong("limit"));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_found(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var friend = await bob.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop);
        await bob.SetAffiliations(friend.Id, [new("NASA")], house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Empty((await site.Ask("/api/search?q=katherine")).Fine().Json.GetProperty("results").EnumerateArray());
        Assert.Empty((await site.Ask("/api/search?q=nasa")).Fine().Json.GetProperty("results").EnumerateArray());
    }
}
