using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Organizations;

public class OrganizationActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_new_name_is_everywhere_at_once_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.SetAffiliations(grace.Id, [new("Navy", "Admiral")], house.Clock, Stop);
        var navy = await house.Again().FindOrganization("navy", Stop);

        var edited = await house.Again().EditOrganization(navy.Id, Typed(new("Navy"), new("Bureau of Ships", "Ships")), house.Clock, Stop);

        Assert.Equal("Bureau of Ships", (await house.Again().AffiliationsOf([grace.Id], Stop))[grace.Id][0].Organization);
        Assert.Single((await house.Again().PeopleFound(new("ships"), Stop)).People);
        await house.Again().TakeBack(edited.Undo!.Value, Rooms(house), house.Clock, Stop);
        Assert.Equal("Navy", (await house.Again().OrganizationOf(navy.Id, Stop)).Name);
    }

    [Theory, OnBoth]
    public async Task A_name_is_there_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddOrganization(new("NASA"), house.Clock, Stop);
        var navy = await house.Store.AddOrganization(new("Navy"), house.Clock, Stop);

        var added = await Assert.ThrowsAsync<Mistaken>(() => house.Again().AddOrganization(new(" nasa "), house.Clock, Stop));
        var renamed = await Assert.ThrowsAsync<Mistaken>(() => house.Again().EditOrganization(navy.Id, Typed(new("Navy"), new("Nasa")), house.Clock, Stop));
        var empty = await Assert.ThrowsAsync<Mistaken>(() => house.Again().AddOrganization(new("  "), house.Clock, Stop));

        Assert.Equal(["Organizations.NameTaken", "Organizations.NameTaken", "Organizations.NameMissing"], new[] { added, renamed, empty }.Select(m => m.Problems.Of("name")!.Key));
    }

    [Theory, OnBoth]
    public async Task Two_become_one_with_their_people_and_two_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop), await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop));
        await house.Store.SetAffiliations(grace.Id, [new("US Navy", "Admiral"), new("U.S. Navy", "Admiral"), new("Harvard")], house.Clock, Stop);
        await house.Store.SetAffiliations(alan.Id, [new("U.S. Navy", "Visitor")], house.Clock, Stop);
        var (keep, gone) = (await house.Store.FindOrganization("US Navy", Stop), await house.Store.FindOrganization("U.S. Navy", Stop));

        var change = await house.Again().MergeOrganizations(keep.Id, gone.Id, Parts(house), house.Clock, Stop);

        var after = await house.Again().AffiliationsOf([grace.Id, alan.Id], Stop);
        Assert.Equal(["US Navy", "Harvard"], after[grace.Id].Select(a => a.Organization));
        Assert.Equal(["US Navy"], after[alan.Id].Select(a => a.Organization));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().OrganizationOf(gone.Id, Stop));
        await house.Again().TakeBack(change, Rooms(house), house.Clock, Stop);
        await house.Again().TakeBack(change, Rooms(house), house.Clock, Stop); // twice is once
        var before = await house.Again().AffiliationsOf([grace.Id, alan.Id], Stop);
        Assert.Equal(["US Navy", "U.S. Navy", "Harvard"], before[grace.Id].Select(a => a.Organization));
        Assert.Equal(["U.S. Navy"], before[alan.Id].Select(a => a.Organization));
    }

    [Theory, OnBoth]
    public async Task One_that_is_removed_leaves_titles_behind_and_comes_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.SetAffiliations(grace.Id, [new("Navy", "Admiral"), new("Navy")], house.Clock, Stop);
        var navy = await house.Store.FindOrganization("Navy", Stop);

        var change = await house.Again().RemoveOrganization(navy.Id, Parts(house), house.Clock, Stop);

        Assert.Equal([new AffiliationDetails(null, "Admiral")], (await house.Again().AffiliationsOf([grace.Id], Stop))[grace.Id]);
        Assert.Empty((await house.Again().PeopleFound(new("navy"), Stop)).People);
        await house.Again().TakeBack(change, Rooms(house), house.Clock, Stop);
        Assert.Equal([new AffiliationDetails("Navy", "Admiral"), new("Navy")], (await house.Again().AffiliationsOf([grace.Id], Stop))[grace.Id]);
    }

    [Theory, OnBoth]
    public async Task The_list_counts_who_is_there_and_who_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var (name, places) in new (string, AffiliationDetails[])[] { ("Grace Hopper", [new("Navy"), new("Harvard", null, null, null, "1949")]), ("Howard Aiken", [new("Harvard")]), ("Alan Turing", [new("Harvard"), new("Bletchley Park", null, null, null, "1945")]) })
        {
            var person = await house.Store.AddPerson(new() { Name = name }, house.Clock, Stop);
            await house.Store.SetAffiliations(person.Id, places, house.Clock, Stop);
        }
        var trashed = await house.Store.AddPerson(new() { Name = "Gone" }, house.Clock, Stop);
        await house.Store.SetAffiliations(trashed.Id, [new("Navy")], house.Clock, Stop);
        await house.Store.TrashPerson(trashed.Id, house.Clock, Stop);

        var (byName, total) = await house.Again().OrganizationList(new(), Stop);
        var byPeople = (await house.Again().OrganizationList(new() { ByPeople = true }, Stop)).Lines;
        var found = (await house.Again().OrganizationList(new() { Query = "park" }, Stop)).Lines;
        var second = (await house.Again().OrganizationList(new() { From = 1, Most = 1 }, Stop)).Lines;
        var harvard = await house.Again().PeopleOfOrganization(byPeople[0].Id, 0, 10, Stop);

        Assert.Equal(["Bletchley Park 0 1", "Harvard 2 1", "Navy 1 0"], byName.Select(l => $"{l.Name} {l.Now} {l.Before}"));
        Assert.Equal((3, "Harvard", "Bletchley Park", "Harvard"), (total, byPeople[0].Name, Assert.Single(found).Name, Assert.Single(second).Name));
        Assert.Equal(["Alan Turing", "Howard Aiken", "Grace Hopper"], harvard.People.Select(p => p.Name));
        Assert.Equal((2, 1), (harvard.Now, harvard.Before));
    }

    [Theory, OnBoth]
    public async Task Bobs_organizations_are_not_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddOrganization(new("Secret Society"), house.Clock, Stop);
        var change = await bob.RemoveOrganization((await bob.AddOrganization(new("Lost Society"), house.Clock, Stop)).Id, Parts(house), house.Clock, Stop);
        var mine = await house.Store.AddOrganization(new("Navy"), house.Clock, Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);

        Assert.Equal(["Navy"], (await house.Store.OrganizationList(new(), Stop)).Lines.Select(l => l.Name));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.FindOrganization("Secret", Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.EditOrganization(secret.Id, Typed(new("Secret Society"), new("Mine")), house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.MergeOrganizations(mine.Id, secret.Id, Parts(house), house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.RemoveOrganization(secret.Id, Parts(house), house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.Join(secret.Id, grace.Id, null, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.TakeBack(change, Rooms(house), house.Clock, Stop));
    }

    private static Edit<OrganizationDetails> Typed(OrganizationDetails seen, OrganizationDetails typed) => new(OrganizationFields.Section, typed, OrganizationFields.Section.Fingerprints(seen));

    private static List<IOrganizationRows> Parts(TestHouse house) => [.. house.Services.GetServices<IOrganizationRows>()];

    private static List<IPutBack> Rooms(TestHouse house) => [.. house.Services.GetServices<IPutBack>()];
}
