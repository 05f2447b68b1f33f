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

    [Theory, OnBoth]
    public async Task One_kind_is_gone_through_to_its_end_and_how_many_there_are_of_each_is_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        for (var i = 0; i < 5; i++)
        {
            var person = await house.Store.AddPerson(new() { Name = $"Navigator {i}" }, house.Clock, Stop);
            await house.Store.SetAffiliations(person.Id, [new("Navigators")], house.Clock, Stop);
        }
        await using var site = await TestSite.Open(house);

        var all = (await site.Ask("/api/search?q=navigator&limit=2")).Fine();
        var first = (await site.Ask("/api/search?q=navigator&kind=person&limit=2")).Fine();
        var second = (await site.Ask(first.Json.GetProperty("next").GetString()!)).Fine();
        var third = (await site.Ask(second.Json.GetProperty("next").GetString()!)).Fine();

        Assert.Equal(["person", "organization"], all.Each("kinds", "kind"));
        Assert.Equal(5, all.Json.GetProperty("kinds")[0].GetProperty("total").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, all.Json.GetProperty("next").ValueKind);
        Assert.Equal(["Navigator 0", "Navigator 1"], first.Each("results", "title"));
        Assert.Equal(["Navigator 2", "Navigator 3"], second.Each("results", "title"));
        Assert.Equal(["Navigator 4"], third.Each("results", "title"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, third.Json.GetProperty("next").ValueKind);
        Assert.StartsWith("One of these is expected: person, organization", (await site.Ask("/api/search?q=a&kind=ghost")).Wrong("kind"), StringComparison.Ordinal);
        Assert.NotEmpty((await site.Ask(first.Json.GetProperty("next").GetString()!.Replace("kind=person&", "", StringComparison.Ordinal))).Wrong("cursor"));
    }

    [Theory, OnBoth]
    public async Task A_mistyped_word_is_answered_by_what_was_meant(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var mistyped = (await site.Ask("/api/search?q=hoper")).Fine().Json;
        var right = (await site.Ask("/api/search?q=hopper")).Fine().Json;

        Assert.True(mistyped.GetProperty("isGuess").GetBoolean());
        Assert.Equal("hopper", mistyped.GetProperty("meant").GetString());
        Assert.False(right.GetProperty("isGuess").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, right.GetProperty("meant").ValueKind);
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
