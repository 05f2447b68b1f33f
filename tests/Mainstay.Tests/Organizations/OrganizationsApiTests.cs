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
