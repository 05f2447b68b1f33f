using Mainstay.Accounts;
using Mainstay.Gatherings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Gatherings;

public class GatheringActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Meeting_somebody_notes_a_touch_and_what_was_promised(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 28), Until = new(2026, 4, 29) }, house.Clock, Stop);

        var met = await house.Again().Meet(new() { GatheringId = at.Id, PersonId = grace, About = "Runs the tunnel", Promised = "Send the deck", PromisedToMe = "Two names" }, house.Today, house.Clock, Stop);
        var stranger = await house.Again().Meet(new() { GatheringId = at.Id, Name = " Dana Wu ", On = new(2026, 4, 28) }, house.Today, house.Clock, Stop);

        var touch = await house.Again().TouchOf(met.TouchId!.Value, Stop);
        Assert.Equal((new DateOnly(2026, 4, 29), TouchKind.Meeting, "Open day: Runs the tunnel"), (touch.On, touch.Kind, touch.Note));
        Assert.Equal([("Send the deck", false, met.WriteBy), ("Two names", true, new DateOnly(2026, 5, 29))], (await house.Store.TasksOf(grace, Stop)).Select(t => (t.Task.Text, t.Task.PromisedToMe, t.Task.DueOn!.Value)));
        Assert.Equal(("Dana Wu", "Open day", new DateOnly(2026, 4, 28)), ((await house.Store.PersonOf(stranger.PersonId, Stop)).Name, (await house.Store.DetailsOf(stranger.PersonId, Stop)).HowMet, stranger.On));
        Assert.Equal(GatheringState.Been, (await house.Store.GatheringOf(at.Id, Stop)).State);
        Assert.Equal([grace], (await house.Store.PeopleFound(new SearchQuery("tunnel"), Stop)).People.Select(p => p.Id));
        Assert.Empty(await (await house.Bob()).EncountersOf(Stop));
    }

    [Theory, OnBoth]
    public async Task Times_are_those_where_the_owner_is(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, "Europe/Lisbon"), Stop);

        var evening = await house.Again().AddGathering(new() { Name = "Late", On = new(2026, 5, 4), From = new(20, 0), To = new(1, 0) }, house.Clock, Stop);

        Assert.Equal((new DateTime(2026, 5, 4, 19, 0, 0), new DateTime(2026, 5, 5, 0, 0, 0), new DateOnly(2026, 5, 5)), (evening.StartsAt, evening.EndsAt, evening.LastDay));
        var again = NewGathering.Of(await house.Again().GatheringOf(evening.Id, Stop), await house.Store.OwnersZone(Stop));
        Assert.Equal((new TimeOnly(20, 0), new TimeOnly(1, 0)), (again.From, again.To));
        await house.Again().ChangeGathering(evening.Id, again, Stop);
        Assert.Equal(evening.EndsAt, (await house.Again().GatheringOf(evening.Id, Stop)).EndsAt);
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_is_said_beside_its_field(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var future = await house.Store.AddGathering(new() { Name = "Later", On = new(2026, 6, 1) }, house.Clock, Stop);

        var wrong = await Assert.ThrowsAsync<Mistaken>(() => house.Store.AddGathering(new() { Name = " ", On = new(2026, 5, 4), Until = new(2026, 5, 3), Link = "javascript:alert(1)", Hours = double.NaN, To = new(9, 0) }, house.Clock, Stop));
        var early = await Assert.ThrowsAsync<Mistaken>(() => house.Store.Meet(new() { GatheringId = future.Id, Name = "Dana" }, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.Meet(new() { GatheringId = Guid.CreateVersion7(), Name = "Dana" }, house.Today, house.Clock, Stop));

        Assert.Equal(["name", "until", "to", "link", "hours"], wrong.Problems.Select(p => p.Field));
        Assert.Equal("gathering", Assert.Single(early.Problems).Field);
        Assert.Empty(await house.Again().People.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_removed_comes_back_as_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 28), Pitch = "I make prices fair" }, house.Clock, Stop);
        var met = await house.Store.Meet(new() { GatheringId = at.Id, Name = "Dana Wu", About = "Ex-Stripe", Promised = "Send the deck" }, house.Today, house.Clock, Stop);
        var task = (await house.Store.OpenTasks(Stop)).Single().Task.Id;

        var unmet = await house.Again().Unmeet(met.Id, house.Clock, Stop);
        var gone = (await house.Again().EncountersOf(Stop)).Count + (await house.Store.OpenTasks(Stop)).Count + await house.Store.People.CountAsync(Stop) + await house.Store.Touches.CountAsync(Stop);
        await house.TakeBack(unmet);
        var line = (await house.Again().EncountersOf(Stop)).Single();
        var removed = await house.Again().RemoveGathering(at.Id, house.Clock, Stop);
        var without = (await house.Again().EncountersOf(Stop)).Count;
        await house.TakeBack(removed);

        Assert.Equal((0, 0), (gone, without));
        Assert.Equal((met.Id, "Ex-Stripe", met.TouchId, "Dana Wu"), (line.Encounter.Id, line.Encounter.About, line.Encounter.TouchId, line.Name));
        Assert.Equal([task], (await house.Again().OpenTasks(Stop)).Select(t => t.Task.Id));
        Assert.Equal("I make prices fair", (await house.Store.EncountersOf(Stop)).Single().At.Pitch);
        Assert.Equal(1, await house.Store.Touches.CountAsync(Stop));
        await house.TakeBack(removed); // twice is as once
        Assert.Single(await house.Again().EncountersOf(Stop));
    }
}
