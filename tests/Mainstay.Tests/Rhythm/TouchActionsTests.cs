using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rhythm;

public class TouchActionsTests
{
    private static readonly DateOnly March3 = new(2026, 3, 3), April7 = new(2026, 4, 7), April9 = new(2026, 4, 9);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_touch_is_kept_with_everybody_and_their_ties_know_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace"), await house.Know("Alan"));
        await house.Touch(March3, TouchKind.Mail, grace);
        await house.Touch(April7, TouchKind.Mail, grace);
        await house.Touch(April7, TouchKind.Meeting, grace, alan);

        var tie = await house.TieOf(grace);

        Assert.Equal((March3, April7, TouchKind.Meeting, 2), (tie.Tie.FirstTouchOn, tie.Tie.LastTouchOn, tie.Tie.LastTouchKind, tie.Tie.ContactDays));
        Assert.Equal(Strength.Of(Strength.Days([new(March3, TouchKind.Mail, Direction.Both, 2), new(April7, TouchKind.Mail, Direction.Both, 2), new(April7, TouchKind.Meeting, Direction.Both, 3)]), null, house.Today), tie.Strength);
        Assert.Equal(1, (await house.TieOf(alan)).Tie.ContactDays);
    }

    [Theory, OnBoth]
    public async Task Any_touch_starts_the_rhythm_anew(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        await house.Store.SetLayer(grace, Layer.Close, Stop);
        await house.Touch(March3, TouchKind.Meeting, grace);
        Assert.Equal(["Grace"], await house.Due());

        await house.Touch(April9, TouchKind.Reaction, grace);

        Assert.Empty(await house.Due());
        Assert.Equal(["Grace"], await house.Due(new(2026, 5, 9)));
    }

    [Theory, OnBoth]
    public async Task A_changed_touch_changes_the_ties_of_those_before_and_after(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace"), await house.Know("Alan"));
        var touch = await house.Touch(March3, TouchKind.Call, grace);

        await house.Again().ChangeTouch(touch.Id, new() { People = [alan], On = April7, Kind = TouchKind.Video, Note = " " }, house.Today, Stop);

        Assert.Equal((0, null, null), ((await house.TieOf(grace)).Tie.ContactDays, (await house.TieOf(grace)).Tie.LastTouchOn, (await house.TieOf(grace)).Tie.LastTouchKind));
        Assert.Equal((1, April7, TouchKind.Video), ((await house.TieOf(alan)).Tie.ContactDays, (await house.TieOf(alan)).LastTouchOn!.Value, (await house.TieOf(alan)).Tie.LastTouchKind!.Value));
        Assert.Null((await house.Store.TouchOf(touch.Id, Stop)).Note);
    }

    [Theory, OnBoth]
    public async Task A_removed_touch_leaves_no_trace_and_can_be_recorded_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        var touch = await house.Store.Record(new() { People = [grace], On = March3, Kind = TouchKind.Call, Direction = Direction.In, Minutes = 12, Note = "On compilers" }, house.Today, house.Clock, Stop);

        var removed = await house.Again().RemoveTouch(touch.Id, Stop);

        Assert.Equal(0, (await house.TieOf(grace)).Tie.ContactDays);
        Assert.Empty(await house.Store.PackedContacts.ToListAsync(Stop));
        await house.Store.Record(removed, house.Today, house.Clock, Stop);
        var line = Assert.Single(await house.Again().TouchesOf(grace, Stop)).Touch;
        Assert.Equal((March3, TouchKind.Call, Direction.In, 12, "On compilers"), (line.On, line.Kind, line.Direction, line.Minutes, line.Note));
    }

    [Theory, OnBoth]
    public async Task Many_touches_at_once_are_as_many_single_ones(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace"), await house.Know("Alan"));
        await house.Store.SetLayer(grace, Layer.Core, Stop);
        NewTouch[] touches = [.. Enumerable.Range(0, 30).Select(i => new NewTouch { People = i % 3 == 0 ? [grace, alan] : [grace], On = March3.AddDays(i), Kind = (TouchKind)(i % 6), Direction = (Direction)(i % 3) })];

        var ids = await house.Again().RecordMany(touches, house.Today, house.Clock, Stop);

        var expected = Strength.Days(touches.Select(t => new Contact(t.On, t.Kind, t.Direction, 1 + t.People.Count)));
        Assert.Equal(Strength.Of(expected, null, house.Today), (await house.TieOf(grace)).Strength);
        Assert.Equal(10, (await house.TieOf(alan)).Tie.ContactDays);
        Assert.Equal(new DateOnly(2026, 4, 8), (await house.TieOf(grace)).Tie.DueOn);

        Assert.Equal(30, await house.Again().RemoveTouches(ids, Stop));
        Assert.Equal(0, (await house.TieOf(grace)).Tie.ContactDays);
    }

    [Theory, OnBoth]
    public async Task Nothing_is_kept_of_many_when_one_is_wrong(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        NewTouch[] touches = [new() { People = [grace], On = March3, Kind = TouchKind.Call }, new() { People = [grace], On = new(2031, 1, 1), Kind = TouchKind.Call }];

        await Assert.ThrowsAsync<Mistaken>(() => house.Store.RecordMany(touches, house.Today, house.Clock, Stop));

        Assert.Empty(await house.Again().TouchesOf(grace, Stop));
    }

    [Theory, OnBoth]
    public async Task Nobody_in_the_trash_and_nobody_unknown_can_be_touched(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        await house.Store.TrashPerson(grace, house.Clock, Stop);

        await Assert.ThrowsAsync<NotFound>(() => house.Touch(March3, TouchKind.Call, grace));
        await Assert.ThrowsAsync<NotFound>(() => house.Touch(March3, TouchKind.Call, Guid.CreateVersion7()));
    }

    [Theory, OnBoth]
    public async Task Is_not_changed_by_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        var touch = await house.Touch(March3, TouchKind.Call, grace);
        var bob = await house.Bob();

        await Assert.ThrowsAsync<NotFound>(() => bob.Record(new() { People = [grace], On = March3, Kind = TouchKind.Call }, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.ChangeTouch(touch.Id, new() { People = [grace], On = March3, Kind = TouchKind.Mail }, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveTouch(touch.Id, Stop));
        Assert.Equal(0, await bob.RemoveTouches([touch.Id], Stop));
        await bob.RefreshTies([grace], Stop);
        Assert.Equal(1, (await house.TieOf(grace)).Tie.ContactDays);
    }

    [Theory, OnBoth]
    public async Task Two_at_once_both_count(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        var stores = Enumerable.Range(0, 4).Select(_ => house.Again()).ToList();

        await Task.WhenAll(stores.Select((store, i) => Task.Run(() =>
            store.Record(new() { People = [grace], On = March3.AddDays(i), Kind = TouchKind.Call }, house.Today, house.Clock, Stop), Stop)));

        Assert.Equal(4, (await house.TieOf(grace)).Tie.ContactDays);
    }

    [Theory, OnBoth]
    public async Task When_somebody_leaves_for_good_their_touches_go_and_shared_ones_stay(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace"), await house.Know("Alan"));
        await house.Touch(March3, TouchKind.Call, grace);
        await house.Touch(April7, TouchKind.Meeting, grace, alan);

        await house.Again().RemovePeople([grace], [new LeavingActions()], Stop);

        Assert.Equal([April7], await house.Again().Touches.Select(t => t.On).ToListAsync(Stop));
        Assert.Equal(Strength.Of(Strength.Days([new(April7, TouchKind.Meeting, Direction.Both, 2)]), null, house.Today), (await house.TieOf(alan)).Strength);
    }
}
