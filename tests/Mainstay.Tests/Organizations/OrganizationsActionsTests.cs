using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Tests.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Organizations;

public class OrganizationsActionsTests
{
    private static readonly AffiliationDetails Navy = new("US Navy", "Rear admiral", "Bureau of Ships", "1943-12"), Harvard = new("Harvard", "Fellow", null, "1946", "1949"), Alone = new(null, "Speaker");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Keeps_a_persons_places_in_their_order(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);

        await house.Store.SetAffiliations(grace.Id, [Harvard, Navy, Alone], house.Clock, Stop);

        Assert.Equal([Harvard, Navy, Alone], (await house.Again().AffiliationsOf([grace.Id], Stop))[grace.Id]);
    }

    [Theory, OnBoth]
    public async Task Two_spellings_are_one_organization(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var alan = await house.Store.AddPerson(new() { Name = "Alan" }, house.Clock, Stop);

        await house.Store.SetAffiliations(grace.Id, [new("École Normale")], house.Clock, Stop);
        await house.Store.SetAffiliations(alan.Id, [new(" ecole normale ")], house.Clock, Stop);

        Assert.Equal(["École Normale"], await house.Again().Organizations.Select(o => o.Name).ToListAsync(Stop));
        Assert.Equal("École Normale", (await house.Store.AffiliationsOf([alan.Id], Stop))[alan.Id][0].Organization);
    }

    [Theory, OnBoth]
    public async Task Lists_show_the_place_one_has_not_left(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.SetAffiliations(grace.Id, [Harvard, Navy], house.Clock, Stop);

        var listed = (await house.Again().WithFacts([grace], house.Services.GetServices<IPersonFacts>(), house.Today, Stop))[0];

        Assert.Equal("US Navy", listed.Facts["organization"]);
    }

    [Theory, OnBoth]
    public async Task Places_go_with_the_person(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.SetAffiliations(grace.Id, [Navy], house.Clock, Stop);

        await house.Again().RemovePeople([grace.Id], [], Stop);

        Assert.Empty(await house.Again().Affiliations.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_shown_to_Bob_or_done_by_him(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.SetAffiliations(grace.Id, [Navy], house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty(await bob.AffiliationsOf([grace.Id], Stop));
        Assert.Empty(await bob.Organizations.ToListAsync(Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SetAffiliations(grace.Id, [new("Bob Ltd")], house.Clock, Stop));
        Assert.Equal([Navy], (await house.Again().AffiliationsOf([grace.Id], Stop))[grace.Id]);
    }
}
