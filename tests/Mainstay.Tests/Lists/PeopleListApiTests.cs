using System.Net;
using System.Text.Json;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Lists;

public class PeopleListApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Lists_everybody_by_family_name_part_by_part(Engine engine)
    {
        await using var house = await Known(engine);
        await using var site = await TestSite.Open(house);

        var first = (await site.Ask("/api/people?limit=2")).Fine();
        var second = (await site.Ask(first["next"].GetString()!)).Fine();

        Assert.Equal(["Grace Hopper", "Katherine Johnson"], first.Each("items", "name"));
        Assert.Equal($"<{first["next"].GetString()}>; rel=\"next\"", first.Headers["Link"]);
        Assert.Equal(["Alan Turing"], second.Each("items", "name"));
        Assert.Equal(JsonValueKind.Null, second["next"].ValueKind);
        Assert.DoesNotContain("Link", second.Headers.Keys);
    }

    [Theory, OnBoth]
    public async Task Goes_on_where_it_ended_though_somebody_came_before(Engine engine)
    {
        await using var house = await Known(engine);
        await using var site = await TestSite.Open(house);

        var next = (await site.Ask("/api/people?limit=2")).Fine()["next"].GetString()!;
        (await site.Hand("/api/people", new { Name = "Charles Babbage", FamilyName = "Babbage" })).Is(HttpStatusCode.Created);

        Assert.Equal(["Alan Turing"], (await site.Ask(next)).Each("items", "name"));
    }

    [Theory, OnBoth]
    public async Task Narrows_sorts_and_answers_to_a_query_as_the_command_line_does(Engine engine)
    {
        await using var house = await Known(engine);
        await using var site = await TestSite.Open(house);

        foreach (var (query, words) in new[] { ("", "people"), ("role=mentor", "people --role mentor"), ("role=mentor&role=peer&sort=-name", "people --role mentor --role peer --sort=-name"), ("layer=core", "people --layer core"), ("q=machines", "people machines"), ("q=machines&role=mentor", "people machines --role mentor") })
        {
            var told = (await site.Ask("/api/people?" + query)).Fine();
            Assert.True(JsonElement.DeepEquals((await house.Type([.. words.Split(' '), "--json"])).Fine().Json, told["items"]), query + told.Text);
        }
        Assert.Equal(["Alan Turing"], (await site.Ask("/api/people?role=mentor&role=peer&sort=-name&limit=1")).Each("items", "name"));
    }

    [Theory, OnBoth]
    public async Task Says_by_what_a_list_could_be_narrowed(Engine engine)
    {
        await using var house = await Known(engine);
        await using var site = await TestSite.Open(house);

        var told = (await site.Ask("/api/people/facets?role=mentor")).Fine();

        Assert.Equal(1, told["total"].GetInt32());
        var roles = told["facets"].GetProperty("role").EnumerateArray().ToDictionary(r => r.GetProperty("value").GetString()!, r => (r.GetProperty("count").GetInt32(), r.GetProperty("isChosen").GetBoolean()));
        Assert.Equal((1, true), roles["mentor"]);
        Assert.Equal((1, false), roles["peer"]);
    }

    [Theory]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("cursor=e30", "cursor")]
    [InlineData("cursor=eyJvbiI6IjIwMjYtMDUtMDEiLCJpZCI6IjAxOWEwZjNjLTZhNDAtN2M1Mi05ZDBlLTViMWY2ZjFkMmEwMSJ9", "cursor")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=1e2", "limit")]
    [InlineData("layer=nearest", "layer")]
    [InlineData("sort=beauty", "sort")]
    public async Task Takes_nothing_that_it_does_not_know(string query, string field)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Ask("/api/people?" + query)).Wrong(field));
    }

    [Theory, OnBoth]
    public async Task Changes_many_at_once_and_takes_it_back(Engine engine)
    {
        await using var house = await Known(engine);
        await using var site = await TestSite.Open(house);

        var change = (await site.Hand("/api/people/edits?q=machines", new { Edit = "addLabel", Value = "gold" })).Fine();
        var path = $"/api/people/edits/{change["id"].GetString()}";

        Assert.Equal((3, 3), (change["asked"].GetInt32(), change["people"].GetInt32()));
        Assert.Equal(3, (await site.Ask("/api/people?label=gold")).Each("items", "name").Length);
        Assert.Equal(change.Text, (await site.Ask(path)).Fine().Text);
        Assert.Equal(JsonValueKind.String, (await site.Hand(path + "/undo", null)).Fine()["undoneAt"].ValueKind);
        Assert.Empty((await site.Ask("/api/people?label=gold")).Each("items", "name"));
        foreach (var (word, days) in new (string, string?)[] { ("every two weeks", "14"), ("off", "0"), ("layer", null) })
            Assert.Equal(days, (await site.Hand("/api/people/edits?q=machines", new { Edit = "cadence", Value = word })).Fine()["value"].GetString());
        Assert.Contains("“often” is not a cadence.", (await site.Hand("/api/people/edits?q=machines", new { Edit = "cadence", Value = "often" })).Wrong("cadence"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Changes_everybody_only_when_that_is_said(Engine engine)
    {
        await using var house = await Known(engine);
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Hand("/api/people/edits", new { Edit = "trash" })).Wrong("everybody"));
        Assert.NotEmpty((await site.Hand("/api/people/edits?role=mentor", new { Edit = "praise" })).Wrong("edit"));
        Assert.NotEmpty((await site.Hand("/api/people/edits?role=mentor", new { Edit = "layer", Value = "nearest" })).Wrong("layer"));
        Assert.Equal(3, (await site.Ask("/api/people")).Each("items", "name").Length);
        Assert.Equal(3, (await site.Hand("/api/people/edits", new { Edit = "trash", Everybody = true })).Fine()["people"].GetInt32());
        Assert.Empty((await site.Ask("/api/people")).Each("items", "name"));
    }

    [Theory, OnBoth]
    public async Task Keeps_lists_under_names(Engine engine)
    {
        await using var house = await Known(engine);
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/views", new { Name = "Mentors", Wanted = "role=mentor" })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        Assert.Equal(["Grace Hopper"], (await site.Ask("/api/people?view=mentors")).Each("items", "name"));
        Assert.True(JsonElement.DeepEquals((await house.Type("people", "views", "--json")).Fine().Json, (await site.Ask("/api/views"))["items"]));

        var changed = (await site.Patch(path, new { Wanted = "role=peer" }, ("If-Match", made.Tag!))).Fine();
        (await site.Delete(path, ("If-Match", made.Tag!))).Is(HttpStatusCode.PreconditionFailed);
        Assert.Equal(["Alan Turing"], (await site.Ask("/api/people?view=Mentors")).Each("items", "name"));
        Assert.NotEmpty((await site.Hand("/api/views", new { Name = "mentors", Wanted = "" })).Wrong("name"));
        Assert.NotEmpty((await site.Patch(path, new { Wanted = "layer=nearest" })).Wrong("layer"));
        (await site.Delete(path, ("If-Match", changed.Tag!))).Is(HttpStatusCode.NoContent);
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);
        (await site.Ask("/api/people?view=mentors")).Is(HttpStatusCode.NotFound);
        Assert.Equal("Mentors", (await site.Hand(path + "/restore", null)).Fine()["name"].GetString());
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_listed_nor_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var friend = (await bob.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        Assert.Empty((await site.Ask("/api/people")).Each("items", "name"));
        Assert.Empty((await site.Ask("/api/people?q=katherine")).Each("items", "name"));
        Assert.Equal(0, (await site.Ask("/api/people/facets"))["total"].GetInt32());
        (await site.Hand("/api/people/edits", new { Edit = "trash", Everybody = true })).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Katherine Johnson", (await bob.PersonOf(friend, Stop)).Name);
    }

    private static async Task<TestHouse> Known(Engine engine)
    {
        var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", FamilyName = "Hopper", Topics = ["machines"], Roles = [new("mentor")] }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Alan Turing", FamilyName = "Turing", Topics = ["machines"], Roles = [new("peer")] }, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Katherine Johnson", FamilyName = "Johnson", Topics = ["machines"] }, house.Clock, Stop);
        await house.Store.SetLayer(grace.Id, Layer.Core, Stop);
        return house;
    }
}
