using Mainstay.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.People;

public class PeopleActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Keeps_everything_that_is_said_of_a_person(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var alan = await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);
        var said = Samples.Grace with { MetThroughId = alan.Id, Relations = [new("peer", "Alan Turing", alan.Id), new("spouse", "Vincent Hopper")] };

        var grace = await house.Store.AddPerson(said, house.Clock, Stop);

        Samples.Same(said, await house.Again().DetailsOf(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task A_change_replaces_what_was_there_and_counts_a_revision(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var changed = Samples.Grace with { Emails = [new("amazing@grace.example")], Labels = [], Photo = null };

        var after = await house.Again().ChangePerson(grace.Id, changed, house.Clock, Stop, 1);

        Assert.Equal(2, after.Revision);
        Samples.Same(changed, await house.Again().DetailsOf(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task Two_who_edit_at_once_are_told_apart(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Again().ChangePerson(grace.Id, Samples.Grace with { Notes = "first" }, house.Clock, Stop, 1);

        await Assert.ThrowsAsync<Conflict>(() => house.Again().ChangePerson(grace.Id, Samples.Grace with { Notes = "second" }, house.Clock, Stop, 1));

        Assert.Equal("first", (await house.Again().DetailsOf(grace.Id, Stop)).Notes);
    }

    [Theory, OnBoth]
    public async Task Somebody_of_another_space_cannot_be_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var bob = await house.Bob();

        var through = await Assert.ThrowsAsync<Mistaken>(() => bob.AddPerson(new() { Name = "Katherine", MetThroughId = grace.Id }, house.Clock, Stop));
        var related = await Assert.ThrowsAsync<Mistaken>(() => bob.AddPerson(new() { Name = "Katherine", Relations = [new("peer", "Grace", grace.Id)] }, house.Clock, Stop));

        Assert.Equal("People.OtherNotThere", through.Problems.Of("metThrough")?.Key);
        Assert.Equal("People.OtherNotThere", related.Problems.Of("relations")?.Key);
        Assert.Empty(await bob.People.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_met_through_themselves(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);

        var refused = await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangePerson(grace.Id, Samples.Grace with { MetThroughId = grace.Id }, house.Clock, Stop));

        Assert.Equal("People.MetThroughSelf", refused.Problems.Of("metThrough")?.Key);
    }

    [Theory, OnBoth]
    public async Task The_trash_hides_and_gives_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);

        await house.Again().TrashPerson(grace.Id, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().FindPerson("Grace Hopper", Stop));
        Assert.Equal([grace.Id], (await house.Again().InTrash(Stop)).Select(p => p.Id));
        await house.Again().RestorePerson(grace.Id, house.Clock, Stop);

        Assert.Empty(await house.Again().InTrash(Stop));
        Samples.Same(Samples.Grace, await house.Again().DetailsOf(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task What_lies_in_the_trash_for_longer_than_thirty_days_is_gone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var alan = await house.Store.AddPerson(new() { Name = "Alan Turing", MetThroughId = grace.Id, Relations = [new("peer", "Grace Hopper", grace.Id)] }, house.Clock, Stop);
        await house.Again().TrashPerson(grace.Id, house.Clock, Stop);

        house.Clock.Pass(TimeSpan.FromDays(30));
        Assert.Equal(0, await house.Again().EmptyTrash([], house.Clock, Stop));
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await house.Again().EmptyTrash([], house.Clock, Stop));

        Assert.Empty(await house.Again().InTrash(Stop));
        Assert.Empty(await house.Store.ContactPoints.ToListAsync(Stop));
        Assert.Empty(await house.Store.Photos.ToListAsync(Stop));
        var left = await house.Store.DetailsOf(alan.Id, Stop);
        Assert.Null(left.MetThroughId);
        Assert.Equal([new RelationDetails("peer", "Grace Hopper")], left.Relations);
    }

    [Theory, OnBoth]
    public async Task Nothing_is_shown_to_Bob_or_done_by_him(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        var bob = await house.Bob();

        await Assert.ThrowsAsync<NotFound>(() => bob.ChangePerson(grace.Id, Samples.Grace with { Name = "Mine" }, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TrashPerson(grace.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RestorePerson(grace.Id, house.Clock, Stop));
        await house.Again().TrashPerson(grace.Id, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(60));

        Assert.Equal(0, await bob.EmptyTrash([], house.Clock, Stop));
        await bob.RemovePeople([grace.Id], [], Stop);
        Samples.Same(Samples.Grace, await house.Again().DetailsOf(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task Many_are_added_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var now = house.Clock.GetUtcNow().UtcDateTime;
        var rows = Enumerable.Range(0, 1_500).Select(i => PersonRows.Of(Samples.Grace with { Name = $"Grace {i}" }, now)).ToList();

        await using (var writing = await house.Store.Database.BeginTransactionAsync(Stop))
        {
            await house.Store.AddPeople(rows, Stop);
            await writing.CommitAsync(Stop);
        }

        var kept = await house.Again().DetailsOf([.. rows.Select(r => r.Person.Id)], Stop);
        Assert.Equal(1_500, kept.Count);
        Samples.Same(Samples.Grace with { Name = "Grace 1499" }, kept[rows[^1].Person.Id]);
    }

    [Theory, OnBoth]
    public async Task Text_that_no_database_can_keep_is_mended(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var added = await house.Store.AddPerson(new() { Name = "Gr\0ace \uD83D", Notes = "a\0b" }, house.Clock, Stop);

        var kept = await house.Again().DetailsOf(added.Id, Stop);
        Assert.Equal("Grace \uFFFD", kept.Name);
        Assert.Equal("ab", kept.Notes);
    }
}
