using Mainstay.Lists;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Lists;

public class BulkActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_label_is_given_to_those_without_it_and_taken_back_from_them_alone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace", p => p with { Labels = ["navy", "Gold"] }), await house.Know("Alan", p => p with { Labels = ["b", "a"] }), await house.Know("Katherine"));

        var change = await house.Store.ChangeAll([grace, alan, katherine], new(EditKind.AddLabel, " gold "), house.Clock, Stop);

        Assert.Equal((3, 2), (change.Asked, change.People));
        Assert.Equal(["navy", "Gold"], (await house.Of(grace)).Labels);
        Assert.Equal(["b", "a", "gold"], (await house.Of(alan)).Labels);
        Assert.Equal(["gold"], (await house.Of(katherine)).Labels);
        Assert.Equal("The label “gold” was given to 2 people.", change.Said.InWords());
        Assert.Equal("One was so already.", change.SaidOfOthers!.InWords());

        var undone = await house.Again().UndoChange(change.Id, house.Clock, Stop);
        Assert.Empty(undone.WhoStayed);
        Assert.Equal(["navy", "Gold"], (await house.Of(grace)).Labels);
        Assert.Equal(["b", "a"], (await house.Of(alan)).Labels);
        Assert.Empty((await house.Of(katherine)).Labels);
    }

    [Theory, OnBoth]
    public async Task A_label_taken_away_comes_back_where_it_stood_and_as_it_was_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace", p => p with { Labels = ["first", "GÓLD", "last"] }), await house.Know("Alan"));

        var change = await house.Store.ChangeAll([grace, alan], new(EditKind.RemoveLabel, "gold"), house.Clock, Stop);
        Assert.Equal(["first", "last"], (await house.Of(grace)).Labels);
        await house.Again().UndoChange(change.Id, house.Clock, Stop);

        Assert.Equal(["first", "GÓLD", "last"], (await house.Of(grace)).Labels);
        Assert.Empty((await house.Of(alan)).Labels);
    }

    [Theory, OnBoth]
    public async Task A_role_is_given_beside_one_that_was_held_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var once = new RoleDetails("Mentor", new(2020, 1, 1), new(2021, 1, 1));
        var (grace, alan) = (await house.Know("Grace", p => p with { Roles = [once] }), await house.Know("Alan", p => p with { Roles = [new("mentor", new(2024, 1, 1))] }));

        var change = await house.Store.ChangeAll([grace, alan], new(EditKind.AddRole, "mentor"), house.Clock, Stop);
        Assert.Equal(1, change.People);
        Assert.Equal([once, new("mentor")], (await house.Of(grace)).Roles);

        await house.Again().UndoChange(change.Id, house.Clock, Stop);
        Assert.Equal([once], (await house.Of(grace)).Roles);
        Assert.Equal([new("mentor", new(2024, 1, 1))], (await house.Of(alan)).Roles);
    }

    [Theory, OnBoth]
    public async Task A_role_taken_away_leaves_what_they_were_once_and_comes_back_with_its_dates(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        RoleDetails[] roles = [new("mentor", new(2020, 1, 1), new(2021, 1, 1)), new("Mentor", new(2024, 1, 1)), new("peer")];
        var grace = await house.Know("Grace", p => p with { Roles = roles });

        var change = await house.Store.ChangeAll([grace], new(EditKind.RemoveRole, "MENTOR"), house.Clock, Stop);
        Assert.Equal([roles[0], roles[2]], (await house.Of(grace)).Roles);
        await house.Again().UndoChange(change.Id, house.Clock, Stop);

        Assert.Equal(roles, (await house.Of(grace)).Roles);
    }

    [Theory, OnBoth]
    public async Task Layers_and_cadences_come_back_one_by_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace"), await house.Know("Alan"), await house.Know("Katherine"));
        await house.Store.SetLayer(grace, Layer.Core, Stop);
        await house.Store.SetCadence(grace, 3, Stop);
        await house.Store.SetLayer(alan, Layer.Close, Stop);

        var layer = await house.Again().ChangeAll([grace, alan, katherine], new(EditKind.Layer, "close"), house.Clock, Stop);
        var cadence = await house.Again().ChangeAll([grace, alan, katherine], new(EditKind.Cadence, "14"), house.Clock, Stop);
        Assert.Equal((2, 3), (layer.People, cadence.People));
        foreach (var person in new[] { grace, alan, katherine }) Assert.Equal((Layer.Close, 14, house.Today.AddDays(14)), ((await house.TieOf(person)).Tie.Layer, (await house.TieOf(person)).Cadence, (await house.TieOf(person)).Tie.DueOn));

        await house.Again().UndoChange(cadence.Id, house.Clock, Stop);
        await house.Again().UndoChange(layer.Id, house.Clock, Stop);
        Assert.Equal((Layer.Core, 3, house.Today.AddDays(3)), ((await house.TieOf(grace)).Tie.Layer, (await house.TieOf(grace)).Cadence, (await house.TieOf(grace)).Tie.DueOn));
        Assert.Equal((Layer.Close, 30), ((await house.TieOf(alan)).Tie.Layer, (await house.TieOf(alan)).Cadence));
        Assert.Equal((Layer.None, null), ((await house.TieOf(katherine)).Tie.Layer, (await house.TieOf(katherine)).Cadence));
    }

    [Theory, OnBoth]
    public async Task The_trash_gives_back_those_who_still_lie_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace"), await house.Know("Alan"), await house.Know("Katherine"));

        var change = await house.Store.ChangeAll([grace, alan, katherine], new(EditKind.Trash), house.Clock, Stop);
        Assert.Empty(await house.Again().Everybody(Stop));
        Assert.Equal(0, (await house.Store.List(PeopleWanted.Everybody, new(10), house.Clock, house.Today, Stop)).Part.Total);
        await house.Again().RestorePerson(alan, house.Clock, Stop);
        await using (var writing = await house.Store.Database.BeginTransactionAsync(Stop))
        {
            await house.Store.RemovePeople([katherine], house.Services.GetServices<IPersonLeaves>(), Stop);
            await writing.CommitAsync(Stop);
        }

        var undone = await house.Again().UndoChange(change.Id, house.Clock, Stop);
        Assert.Equal(new HashSet<Guid> { alan, katherine }, undone.WhoStayed.ToHashSet());
        Assert.Equal(["Alan"], (await house.Store.NamesOfStayed(undone, Stop)).Select(p => p.Name));
        Assert.Equal(["Alan", "Grace"], (await house.Again().Everybody(Stop)).Select(p => p.Name));
        Assert.Equal(["Grace"], (await house.Store.PeopleFound(new("grace"), Stop)).People.Select(p => p.Name));
    }

    [Theory, OnBoth]
    public async Task Who_was_changed_since_stays_as_they_are(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace"), await house.Know("Alan"));
        var label = await house.Store.ChangeAll([grace, alan], new(EditKind.AddLabel, "gold"), house.Clock, Stop);
        var layer = await house.Again().ChangeAll([grace, alan], new(EditKind.Layer, "core"), house.Clock, Stop);
        await house.Again().ChangePerson(grace, new() { Name = "Grace", Notes = "hers" }, house.Clock, Stop);
        await house.Again().ChangePerson(alan, new() { Name = "Alan", Labels = ["new", "gold"], Notes = "his" }, house.Clock, Stop);
        await house.Again().SetLayer(alan, Layer.Wider, Stop);

        Assert.Equal([grace], (await house.Again().UndoChange(label.Id, house.Clock, Stop)).WhoStayed);
        Assert.Equal([alan], (await house.Again().UndoChange(layer.Id, house.Clock, Stop)).WhoStayed);

        Assert.Equal(("hers", "his"), ((await house.Of(grace)).Notes, (await house.Of(alan)).Notes));
        Assert.Equal(["new"], (await house.Of(alan)).Labels);
        Assert.Equal((Layer.None, Layer.Wider), ((await house.TieOf(grace)).Tie.Layer, (await house.TieOf(alan)).Tie.Layer));
    }

    [Theory, OnBoth]
    public async Task Asked_twice_it_is_done_once_and_undone_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, once) = (await house.Know("Grace"), Guid.CreateVersion7());

        var change = await house.Again().ChangeAll([grace], new(EditKind.AddLabel, "gold"), house.Clock, Stop, once);
        var again = await house.Again().ChangeAll([grace], new(EditKind.AddLabel, "silver"), house.Clock, Stop, once);
        Assert.Equal((once, once, 1), (change.Id, again.Id, await house.Store.BulkChanges.CountAsync(Stop)));
        Assert.Equal(["gold"], (await house.Of(grace)).Labels);

        await house.Again().UndoChange(once, house.Clock, Stop);
        await house.Again().ChangeAll([grace], new(EditKind.AddLabel, "gold"), house.Clock, Stop);
        await house.Again().UndoChange(once, house.Clock, Stop);
        Assert.Equal(["gold"], (await house.Of(grace)).Labels);
    }

    [Theory, OnBoth]
    public async Task Who_has_them_open_in_a_form_is_told(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        var revision = (await house.Again().PersonOf(grace, Stop)).Revision;

        await house.Again().ChangeAll([grace], new(EditKind.AddLabel, "gold"), house.Clock, Stop);

        await Assert.ThrowsAsync<Conflict>(() => house.Again().ChangePerson(grace, new() { Name = "Grace" }, house.Clock, Stop, revision));
        Assert.Equal(["Grace"], (await house.Again().PeopleFound(new("gold"), Stop)).People.Select(p => p.Name));
    }

    [Theory, OnBoth]
    public async Task Thousands_are_changed_at_once_and_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using (var writing = await house.Store.Database.BeginTransactionAsync(Stop))
        {
            await house.Store.AddPeople([.. Enumerable.Range(0, 2_500).Select(i => PersonRows.Of(new() { Name = $"Person {i}", Labels = i % 5 == 0 ? ["gold"] : [] }, house.Clock.GetUtcNow().UtcDateTime))], Stop);
            await writing.CommitAsync(Stop);
        }
        var everybody = await house.Again().AllWanted(PeopleWanted.Everybody, house.Clock, house.Today, Stop);

        var change = await house.Store.ChangeAll(everybody, new(EditKind.AddLabel, "gold"), house.Clock, Stop);
        Assert.Equal((2_500, 2_000), (change.Asked, change.People));
        Assert.Equal(2_500, (await house.Again().List(PeopleWanted.OfText("label=gold"), new(1), house.Clock, house.Today, Stop)).Part.Total);

        await house.Again().UndoChange(change.Id, house.Clock, Stop);
        Assert.Equal(500, (await house.Again().List(PeopleWanted.OfText("label=gold"), new(1), house.Clock, house.Today, Stop)).Part.Total);
        await ListFollowTests.AssertLikeNew(house, "after both");
    }

    [Theory]
    [InlineData(EditKind.AddLabel, " ", "word")]
    [InlineData(EditKind.RemoveRole, null, "word")]
    [InlineData(EditKind.Layer, "inner", "layer")]
    [InlineData(EditKind.Cadence, "often", "cadence")]
    [InlineData(EditKind.Cadence, "99999", "cadence")]
    public void What_cannot_be_done_is_said_beside_the_field(EditKind kind, string? value, string field) => Assert.NotNull(new PeopleEdit(kind, value).Check().Of(field));

    [Theory, OnBoth]
    public async Task Nobody_of_another_network_is_touched(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        var bob = await house.Bob();
        var his = (await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop)).Id;
        var change = await house.Store.ChangeAll([grace, his], new(EditKind.AddLabel, "gold"), house.Clock, Stop);

        Assert.Equal((1, 1), (change.Asked, change.People));
        Assert.Empty((await bob.DetailsOf(his, Stop)).Labels);
        await Assert.ThrowsAsync<Mistaken>(() => bob.ChangeAll([grace], new(EditKind.Trash), house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.UndoChange(change.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.ChangeOf(change.Id, Stop));
        Assert.Equal(["gold"], (await house.Of(grace)).Labels);
    }
}

internal static class ListsCast
{
    public static Task<PersonDetails> Of(this TestHouse house, Guid person) => house.Again().DetailsOf(person, TestContext.Current.CancellationToken);
}
