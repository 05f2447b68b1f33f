using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Search;

/// <summary>Whatever door a change comes through, the index follows, and is what building it anew would give.</summary>
public class SearchFollowerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Follows_a_person_through_change_trash_and_return(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Add(new PersonDetails { Name = "Ada Byron", Notes = "poetry", Labels = ["family"] });
        await house.Store.ChangePerson(id, new() { Name = "Ada Lovelace", Notes = "mathematics" }, house.Clock, Stop);

        Assert.Equal(["Ada Lovelace"], await house.Names("lovelace mathematics"));
        Assert.Equal([], await house.Names("byron"));
        Assert.Equal([], await house.Names("poetry"));
        Assert.Equal([], await house.Names("family"));

        await house.Store.TrashPerson(id, house.Clock, Stop);
        Assert.Equal([], await house.Names("lovelace"));
        await house.Store.ChangePerson(id, new() { Name = "Ada King" }, house.Clock, Stop);
        Assert.Equal([], await house.Names("king"));
        await house.Store.RestorePerson(id, house.Clock, Stop);
        Assert.Equal(["Ada King"], await house.Names("king"));
        await AssertLikeNew(house);
    }

    [Theory, OnBoth]
    public async Task Follows_touches_through_note_change_and_removal(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Add("Grace Hopper"), await house.Add("Alan Turing"));
        var touch = await house.Store.Record(new() { People = [grace, alan], On = new(2026, 4, 20), Kind = TouchKind.Call, Note = "enigma and cobol" }, house.Today, house.Clock, Stop);
        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names("enigma"));

        await house.Store.ChangeTouch(touch.Id, new() { People = [alan], On = new(2026, 4, 20), Kind = TouchKind.Call, Note = "bombe" }, house.Today, Stop);
        Assert.Equal([], await house.Names("enigma"));
        Assert.Equal(["Alan Turing"], await house.Names("bombe"));
        await AssertLikeNew(house);

        await house.Store.RemoveTouch(touch.Id, Stop);
        Assert.Equal([], await house.Names("bombe"));
        await AssertLikeNew(house);
    }

    [Theory, OnBoth]
    public async Task Follows_tasks_through_promise_and_removal(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Add("Grace Hopper");
        var task = await house.Store.Promise(new() { Text = "Send the flowmatic manual", PersonId = grace }, house.Clock, Stop);
        Assert.Equal(["Grace Hopper"], await house.Names("flowmatic"));

        await house.Store.RemoveTask(task.Id, house.Clock, Stop);

        Assert.Equal([], await house.Names("flowmatic"));
        await AssertLikeNew(house);
    }

    [Theory, OnBoth]
    public async Task Follows_organizations_through_new_names_and_leaving(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Add("Grace Hopper"), await house.Add("Alan Turing"));
        await house.Store.SetAffiliations(grace, [new("Remington")], house.Clock, Stop);
        await house.Store.SetAffiliations(alan, [new("Remington", "guest")], house.Clock, Stop);
        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names("remington"));

        var organization = await house.Store.Organizations.SingleAsync(Stop);
        (organization.Name, organization.SortKey) = ("Sperry", "sperry");
        await house.Store.SaveChangesAsync(Stop);
        Assert.Equal([], await house.Names("remington"));
        Assert.Equal(["Alan Turing", "Grace Hopper"], await house.Names("sperry"));

        await house.Store.SetAffiliations(grace, [], house.Clock, Stop);
        Assert.Equal(["Alan Turing"], await house.Names("sperry"));
        await AssertLikeNew(house);
    }

    [Theory, OnBoth]
    public async Task Follows_many_at_once_and_those_who_go_for_good(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var rows = Enumerable.Range(0, 1_200).Select(i => PersonRows.Of(new() { Name = $"Person N{i}", Labels = ["crowd"], Notes = i == 700 ? "needle" : null }, new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc))).ToList();
        await using (var writing = await house.Store.WriteAlone(Stop))
        {
            await house.Store.AddPeople(rows, Stop);
            await writing.CommitAsync(Stop);
        }
        Assert.Equal(1_200, (await house.Store.Search("crowd", Stop)).Total);
        Assert.Equal(["Person N700"], await house.Names("needle"));

        await using (var writing = await house.Store.WriteAlone(Stop))
        {
            await house.Store.RemovePeople([.. rows.Skip(2).Select(r => r.Person.Id)], house.Services.GetServices<IPersonLeaves>(), Stop);
            await writing.CommitAsync(Stop);
        }
        Assert.Equal(["Person N0", "Person N1"], await house.Names("crowd"));
        Assert.Equal([], await house.Names("needle"));
        Assert.Equal([], await house.Names("nedle"));
        await house.Add("Person Newcomer");
        await AssertLikeNew(house);
    }

    [Theory, OnBoth]
    public async Task Forgets_what_was_not_committed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add("Ada Lovelace");
        await using (await house.Store.WriteAlone(Stop)) await house.Add("Alan Turing");
        house.Again();

        Assert.Equal([], await house.Names("turing"));
        Assert.Equal(["Ada Lovelace"], await house.Names("ada"));
        await house.Add("Grace Hopper");
        await AssertLikeNew(house);
    }

    [Theory, OnBoth]
    public async Task Builds_what_is_missing_or_of_another_version(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add("Ada Lovelace");
        await house.Store.SearchStates.ExecuteDeleteAsync(Stop);
        await house.Store.SearchTerms.ExecuteDeleteAsync(Stop);
        Assert.Equal(["Ada Lovelace"], await house.Names("ada"));

        await house.Store.SearchStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, -1), Stop);
        await house.Store.SearchTerms.ExecuteDeleteAsync(Stop);
        await house.Add("Alan Turing");
        Assert.Equal(["Ada Lovelace"], await house.Names("ada"));
        await AssertLikeNew(house);
    }

    /// <summary>Numbers are given anew when an index is built, so people are told by their ids.</summary>
    private static async Task AssertLikeNew(TestHouse house)
    {
        var kept = await Contents(house.Again());
        await house.Store.RebuildIndex(Stop);
        Assert.Equal(await Contents(house.Again()), kept);
    }

    private static async Task<List<string>> Contents(Store store)
    {
        var people = await store.SearchPeople.ToDictionaryAsync(p => p.Number, Stop);
        var lines = people.Values.Select(p => $"{p.Id} {p.Name} {p.SortKey}").ToList();
        foreach (var term in await store.SearchTerms.ToListAsync(Stop))
            foreach (var posting in Postings.Read(term.Packed)) lines.Add($"{term.Normal} {people[Postings.Number(posting.Key)].Id} {Postings.Field(posting.Key)} {posting.Frequency}");
        foreach (var document in await store.SearchDocuments.ToListAsync(Stop))
            lines.AddRange(Packing.Unpack(document.Packed).Select(t => $"{document.PersonId} {document.Source} {t.Key.Word} {t.Key.Field} {t.Value}"));
        lines.AddRange(await store.SearchTrigrams.Select(t => t.Trigram + " " + t.Words).ToListAsync(Stop));
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
