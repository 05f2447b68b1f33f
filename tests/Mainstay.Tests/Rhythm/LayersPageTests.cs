using System.Net;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class LayersPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Settles_who_is_near_with_one_tap_each(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Roles = [new("mentor")] }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = await site.Page("/layers");
        Assert.Contains("Role: mentor.", page, StringComparison.Ordinal);

        using var settled = await site.Post("/layers", $"/people/{grace.Id}/layer", ("layer", "Core"));

        Assert.Equal(HttpStatusCode.SeeOther, settled.StatusCode);
        Assert.StartsWith("/layers?", settled.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Layer.Core, (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.Layer);
        Assert.Contains("Everybody who could be proposed has a place.", await site.Page("/layers"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_shown(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await bob.AddPerson(new() { Name = "Bob's friend", Roles = [new("mentor")] }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.DoesNotContain("Bob's friend", await site.Page("/layers"), StringComparison.Ordinal);
    }
}
