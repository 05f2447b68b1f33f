using System.Net;
using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Coverage;

/// <summary>The support map at its doors.</summary>
public class GapsTests
{
    [Theory, OnBoth]
    public async Task Says_what_is_covered_what_is_missing_and_who_could_help(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing");
        var alan = await house.Know("Alan Turing", p => p with { Topics = ["tax law"] });
        await house.Know("Katherine Johnson", p => p with { Topics = ["orbits"] });
        var (pricing, tax) = (await house.Need(SupportKind.Guidance, "Pricing", 5), await house.Need(SupportKind.Knowledge, "Tax law", 2));
        await house.Store.SaySupport(pricing, grace, Ability.Excellent, house.Today, Stop);

        var map = (await house.Type("gaps", "--json")).Fine().Json;
        var words = (await house.Type("gaps")).Fine().Out;

        var needs = map.GetProperty("needs").EnumerateArray().ToList();
        Assert.Equal([pricing, tax], needs.Select(n => n.GetProperty("id").GetGuid()));
        Assert.Equal(["singlePointOfFailure", "gap"], needs.Select(n => n.GetProperty("finding").GetString()));
        Assert.Equal(.9 * (.35 + .6 * .65) * .8, needs[0].GetProperty("coverage").GetDouble(), 4);
        Assert.Equal(5 / 7.0 * needs[0].GetProperty("coverage").GetDouble(), map.GetProperty("overall").GetDouble(), 4);
        Assert.Equal(grace, needs[0].GetProperty("supporters")[0].GetProperty("id").GetGuid());
        var candidate = Assert.Single(needs[1].GetProperty("candidates").EnumerateArray());
        Assert.Equal(alan, candidate.GetProperty("id").GetGuid());
        Assert.Equal(2 / 7.0 * .6 * (.1 + .8 * .2) * .8, candidate.GetProperty("gain").GetDouble(), 4);
        Assert.Contains("Gathered from what they know about: tax law.", candidate.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(["gap", "singlePointOfFailure"], map.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("kind").GetString()).Order());
        Assert.Contains("2 needs, one person. Nothing is well covered yet.", words, StringComparison.Ordinal);
        Assert.Contains("Nobody helps you with “Tax law” yet. Alan Turing could.", words, StringComparison.Ordinal);
        Assert.Contains("Everything about “Pricing” hangs on Grace Hopper.", words, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Says_how_it_would_be(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper");
        await house.Know("Alan Turing");
        var pricing = await house.Need(SupportKind.Guidance, "Pricing");
        await house.Store.SaySupport(pricing, grace, Ability.Excellent, house.Today, Stop);

        var without = (await house.Type("gaps", "--without", "Grace", "--json")).Fine().Json;
        var with = (await house.Type("gaps", "--with", "Alan", "--for", "pricing", "--json")).Fine().Json;
        var words = (await house.Type("gaps", "--without", "Grace")).Fine().Out;

        Assert.Equal(0, without.GetProperty("after").GetDouble());
        Assert.True(with.GetProperty("after").GetDouble() > with.GetProperty("before").GetDouble());
        Assert.Contains("“Pricing” – from “Covered, by one person alone” to “Nobody yet”", words, StringComparison.Ordinal);
        Assert.Equal(2, (await house.Type("gaps", "--with", "Alan")).Code);
        Assert.Equal(1, (await house.Type("gaps", "--without", "Nobody")).Code);
        await using var site = await TestSite.Open(house);
        Assert.Equal(0, (await site.Ask($"/api/map/what-if?without={grace}")).Fine()["after"].GetDouble());
        Assert.NotEmpty((await site.Ask("/api/map/what-if")).Wrong("without"));
        Assert.NotEmpty((await site.Ask("/api/map/what-if?without=grace")).Wrong("without"));
        (await site.Ask($"/api/map/what-if?without={Guid.CreateVersion7()}")).Is(HttpStatusCode.NotFound);
        (await site.Ask($"/api/map/what-if?with={grace}&need={Guid.CreateVersion7()}")).Is(HttpStatusCode.NotFound);
        Assert.Equal((await house.Type("gaps", "--json")).Fine().Json.GetProperty("overall").GetDouble(), (await site.Ask("/api/map")).Fine()["overall"].GetDouble());
    }

    [Theory, OnBoth]
    public async Task People_of_one_organization_may_fail_together(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Guidance, "Pricing");
        foreach (var name in (string[])["Grace Hopper", "Alan Turing"])
        {
            var id = await house.Near(name);
            await house.Store.SaySupport(need, id, Ability.Excellent, house.Today, Stop);
        }
        var apart = (await Map(house)).Needs[0];
        foreach (var helper in apart.Helpers) await house.Store.SetAffiliations(helper.Person.Id, [new("US Navy")], house.Clock, Stop);

        var together = (await Map(house)).Needs[0];

        var q = 1 - apart.Helpers[0].Chance;
        Assert.Equal(1 - q * q, apart.Coverage, 12);
        Assert.Equal(1 - (.9 * q * q + .1 * q), together.Coverage, 12);
    }

    [Theory, OnBoth]
    public async Task Thinks_of_organizations_and_of_people_far_off_by_their_roles(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var friend = await house.Know("Alan Turing", p => p with { Roles = [new("friend")] });
        await house.Store.SetLayer(friend, Layer.Wider, Stop);
        var gone = await house.Know("Grace Hopper", p => p with { Roles = [new("friend")] });
        await house.Store.SayOver(gone, house.Today, Stop);
        var trashed = await house.Know("Katherine Johnson", p => p with { Roles = [new("friend")] });
        await house.Store.TrashPerson(trashed, house.Clock, Stop);
        await house.Store.AddOrganization(new("Lisbon Founders Club"), house.Clock, Stop);
        var (talk, founders) = (await house.Need(SupportKind.Emotional, "Somebody to talk to"), await house.Need(SupportKind.Community, "Founders near me"));

        var map = await Map(house);

        Assert.Equal([friend], map.Candidates[talk].Select(c => c.Id));
        var club = Assert.Single(map.Candidates[founders]);
        Assert.Equal(("Lisbon Founders Club", true, 0d), (club.Name, club.IsOrganization, club.Gain));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_on_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var his = (await bob.AddPerson(new() { Name = "Bob's friend", Topics = ["tax law"] }, house.Clock, Stop)).Id;
        await bob.AddNeed(new() { Kind = SupportKind.Emotional, Topic = "My marriage" }, house.Clock, Stop);
        await house.Need(SupportKind.Knowledge, "Tax law");
        await using var site = await TestSite.Open(house);

        var map = (await site.Ask("/api/map")).Fine();

        Assert.Equal(["Tax law"], map.Each("needs", "topic"));
        Assert.Equal(0, map["needs"][0].GetProperty("candidates").GetArrayLength());
        (await site.Ask($"/api/map/what-if?without={his}")).Is(HttpStatusCode.NotFound);
    }

    private static Task<SupportMap> Map(TestHouse house) => house.Services.GetRequiredService<MapQueries>().Map(house.Again(), house.Today, Stop);
}
