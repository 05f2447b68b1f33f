using System.Net;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Organizations;

public class OrganizationsApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Lists_organizations_by_name_with_how_many_are_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Store.SetAffiliations(grace, [new("US Navy", "Rear admiral"), new("Remington Rand")], house.Clock, Stop);
        await house.Store.SetAffiliations(alan, [new("Bletchley Park"), new("Remington Rand")], house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var first = (await site.Ask("/api/organizations?limit=2")).Fine();
        var second = (await site.Ask(first["next"].GetString()!)).Fine();

        Assert.Equal(["Bletchley Park", "Remington Rand"], first.Each("items", "name"));
        Assert.Equal([1, 2], first["items"].EnumerateArray().Select(o => o.GetProperty("people").GetInt32()));
        Assert.Equal(["US Navy"], second.Each("items", "name"));
        Assert.Equal(["Remington Rand"], (await site.Ask("/api/organizations?q=rand")).Each("items", "name"));
    }

    [Theory, OnBoth]
    public async Task Lists_those_with_most_people_first_part_by_part_as_the_command_line_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Store.SetAffiliations(grace, [new("US Navy", "Rear admiral"), new("Harvard", null, null, null, "1949")], house.Clock, Stop);
        await house.Store.SetAffiliations(alan, [new("Bletchley Park"), new("US Navy")], house.Clock, Stop);
        await house.Store.AddOrganization(new("NASA"), house.Clock, Stop);
        await house.Store.AddOrganization(new("ACM"), house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var (seen, next) = (new List<string>(), "/api/organizations?sort=people&limit=1");

        while (next is not null)
        {
            var part = (await site.Ask(next)).Fine();
            seen.Add(part["items"][0].GetRawText());
            next = part["next"].GetString()!;
        }

        Assert.Equal((await house.Type("organizations", "--by-people", "--json")).Fine().Json.EnumerateArray().Select(o => (o.GetProperty("name").GetString(), o.GetProperty("people").GetInt32(), o.GetProperty("before").GetInt32())),
            seen.Select(o => System.Text.Json.JsonDocument.Parse(o).RootElement).Select(o => (o.GetProperty("name").GetString(), o.GetProperty("people").GetInt32(), o.GetProperty("before").GetInt32())));
        Assert.Equal(5, seen.Count);
        Assert.NotEmpty((await site.Ask("/api/organizations?sort=age")).Wrong("sort"));
    }

    [Theory, OnBoth]
    public async Task Adds_one_once_and_changes_the_version_that_was_seen(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var added = (await site.Hand("/api/organizations", new { Name = " US Navy ", Notes = "Ships" }, ("Idempotency-Key", "navy"))).Is(HttpStatusCode.Created);
        var again = (await site.Hand("/api/organizations", new { Name = " US Navy ", Notes = "Ships" }, ("Idempotency-Key", "navy"))).Is(HttpStatusCode.Created);
        var path = added.Headers["Location"];
        var renamed = (await site.Patch(path, new { Name = "Navy" }, ("If-Match", added.Tag!))).Fine();
        (await site.Put(path, new { Name = "Army" }, ("If-Match", added.Tag!))).Is(HttpStatusCode.PreconditionFailed);
        var replaced = (await site.Put(path, new { Name = "United States Navy" }, ("If-Match", renamed.Tag!))).Fine();

        Assert.Equal((added.Text, "US Navy"), (again.Text, added["name"].GetString()));
        Assert.Equal(("Navy", "Ships"), (renamed["name"].GetString(), renamed["notes"].GetString()));
        Assert.Equal(("United States Navy", null), (replaced["name"].GetString(), replaced["notes"].GetString()));
        Assert.Equal(replaced.Text, (await site.Ask(path)).Fine().Text);
        Assert.Equal("There is already an organization called united states navy. You can merge the two.", (await site.Hand("/api/organizations", new { Name = "united states navy" })).Wrong("name"));
        Assert.NotEmpty((await site.Hand("/api/organizations", new { Name = " " })).Wrong("name"));
        Assert.NotEmpty((await site.Hand("/api/organizations", new { Notes = "Ships" })).Wrong("name"));
        Assert.NotEmpty((await site.Patch(path, new { Name = (string?)null })).Wrong("name"));
        Assert.Equal(["United States Navy"], (await site.Ask("/api/organizations")).Each("items", "name"));
    }

    [Theory, OnBoth]
    public async Task Lets_people_join_merges_and_removes_and_each_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var (navy, reserve) = ((await house.Store.AddOrganization(new("US Navy"), house.Clock, Stop)).Id, (await house.Store.AddOrganization(new("Naval Reserve"), house.Clock, Stop)).Id);
        await using var site = await TestSite.Open(house);

        var joined = (await site.Hand($"/api/organizations/{reserve}/people", new { Person = grace, Title = "Lieutenant" })).Fine();
        var merged = (await site.Hand($"/api/organizations/{navy}/merge", new { Other = reserve })).Fine();
        (await site.Ask($"/api/organizations/{reserve}")).Is(HttpStatusCode.NotFound);
        Assert.Equal(["Lieutenant"], (await site.Ask($"/api/organizations/{navy}")).Each("people", "title"));
        (await site.Hand($"/api/changes/{merged["change"]}/undo", null)).Is(HttpStatusCode.NoContent);
        (await site.Hand($"/api/changes/{merged["change"]}/undo", null)).Is(HttpStatusCode.NoContent);
        Assert.Equal(["Lieutenant"], (await site.Ask($"/api/organizations/{reserve}")).Each("people", "title"));

        var seen = (await site.Ask($"/api/organizations/{reserve}")).Tag!;
        (await site.Delete($"/api/organizations/{reserve}", ("If-Match", "\"another\""))).Is(HttpStatusCode.PreconditionFailed);
        var removed = (await site.Delete($"/api/organizations/{reserve}", ("If-Match", seen))).Fine();
        Assert.Equal(["US Navy"], (await site.Ask("/api/organizations")).Each("items", "name"));
        (await site.Hand($"/api/changes/{removed["change"]}/undo", null)).Is(HttpStatusCode.NoContent);
        Assert.Equal(seen, (await site.Ask($"/api/organizations/{reserve}")).Tag);
        (await site.Hand($"/api/changes/{joined["change"]}/undo", null)).Is(HttpStatusCode.NoContent);
        Assert.Empty((await site.Ask($"/api/organizations/{reserve}")).Each("people", "title"));

        Assert.NotEmpty((await site.Hand($"/api/organizations/{navy}/merge", new { Other = navy })).Wrong("other"));
        Assert.NotEmpty((await site.Hand($"/api/organizations/{navy}/merge", new { Another = navy })).Wrong("another"));
    }

    [Theory, OnBoth]
    public async Task Bobs_people_and_organizations_are_not_there_to_be_joined_or_merged(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var katherine = (await bob.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        var nasa = (await bob.AddOrganization(new("NASA"), house.Clock, Stop)).Id;
        var navy = (await house.Store.AddOrganization(new("US Navy"), house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        (await site.Hand($"/api/organizations/{navy}/people", new { Person = katherine })).Is(HttpStatusCode.NotFound);
        (await site.Hand($"/api/organizations/{navy}/merge", new { Other = nasa })).Is(HttpStatusCode.NotFound);

        Assert.Equal(["NASA"], (await bob.OrganizationList(new(), Stop)).Lines.Select(l => l.Name));
        Assert.Empty((await site.Ask($"/api/organizations/{navy}")).Each("people", "name"));
    }

    [Theory, OnBoth]
    public async Task Tells_whom_one_knows_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Store.SetAffiliations(grace, [new("US Navy", "Rear admiral", null, "1943-12")], house.Clock, Stop);
        await house.Store.SetAffiliations(alan, [new("US Navy")], house.Clock, Stop);
        await house.Store.TrashPerson(alan, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var id = (await site.Ask("/api/organizations")).Each("items", "id")[0];

        var navy = (await site.Ask($"/api/organizations/{id}")).Fine();

        Assert.Equal("US Navy", navy["name"].GetString());
        Assert.Equal(["Grace Hopper"], navy.Each("people", "name"));
        Assert.Equal(["Rear admiral"], navy.Each("people", "title"));
        (await site.Ask($"/api/organizations/{id}", ("If-None-Match", navy.Tag!))).Is(HttpStatusCode.NotModified);
    }

    [Theory, OnBoth]
    public async Task Sets_where_a_person_is(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var path = $"/api/people/{await house.Know("Grace Hopper")}/affiliations";
        await using var site = await TestSite.Open(house);
        var seen = (await site.Ask(path)).Tag!;

        var set = (await site.Put(path, """{"affiliations":[{"organization":"US Navy","title":"Rear admiral","since":"1943-12"},{"organization":"Remington Rand","until":"1959"}]}""", ("If-Match", seen))).Fine();
        (await site.Put(path, """{"affiliations":[]}""", ("If-Match", seen))).Is(HttpStatusCode.PreconditionFailed);

        Assert.Equal(["US Navy", "Remington Rand"], set.Each("affiliations", "organization"));
        Assert.Equal(set.Text, (await site.Ask(path)).Text);
        Assert.NotEmpty((await site.Put(path, """{"affiliations":[{"organization":"US Navy","since":"long ago"}]}""")).Wrong("affiliations"));
        Assert.NotEmpty((await site.Put(path, """{"affiliations":[{"organization":" ","department":"Flight"}]}""")).Wrong("affiliations"));
        Assert.Equal(set.Text, (await site.Ask(path)).Text);
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_listed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await bob.SetAffiliations((await bob.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id, [new("NASA")], house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Empty((await site.Ask("/api/organizations")).Each("items", "name"));
    }
}
