using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Tests.Rhythm;

public class TieActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_layer_brings_its_cadence_and_a_cadence_of_its_own_wins(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");

        Assert.Equal(new DateOnly(2026, 5, 8), (await house.Store.SetLayer(grace, Layer.Core, Stop)).DueOn);
        Assert.Equal(new DateOnly(2026, 5, 15), (await house.Store.SetCadence(grace, 14, Stop)).DueOn);
        Assert.Equal(new DateOnly(2026, 5, 8), (await house.Store.SetCadence(grace, null, Stop)).DueOn);
        Assert.Null((await house.Store.SetCadence(grace, Layers.NoCadence, Stop)).DueOn);
        Assert.Equal((Layer.Close, new DateOnly(2026, 5, 31)), ((await house.Store.FollowLayer(grace, Layer.Close, Stop)).Layer, (await house.TieOf(grace)).Tie.DueOn!.Value));
        Assert.Null((await house.Store.SetLayer(grace, Layer.None, Stop)).DueOn);
    }

    [Theory, OnBoth]
    public async Task Who_is_over_paused_or_put_aside_is_not_due(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        await house.Touch(new(2026, 1, 1), TouchKind.Call, grace);
        await house.Store.SetLayer(grace, Layer.Core, Stop);
        Assert.Equal(["Grace"], await house.Due());

        await house.Store.Snooze(grace, new(2026, 5, 8), house.Today, Stop);
        Assert.Empty(await house.Due(new(2026, 5, 7)));
        Assert.Equal(["Grace"], await house.Due(new(2026, 5, 8)));

        await house.Store.Resume(grace, Stop);
        await house.Store.Pause(grace, new(2026, 6, 1), house.Today, Stop);
        Assert.Empty(await house.Due(new(2026, 5, 31)));
        Assert.Equal(["Grace"], await house.Due(new(2026, 6, 1)));

        await house.Store.Pause(grace, null, house.Today, Stop);
        Assert.Empty(await house.Due(new(2030, 6, 1)));
        await house.Store.Resume(grace, Stop);
        Assert.Equal(["Grace"], await house.Due());

        await house.Store.SayOver(grace, house.Today, Stop);
        Assert.Empty(await house.Due());
        await house.Store.SayStillOn(grace, house.Today, Stop);
        Assert.Equal(["Grace"], await house.Due());
        Assert.Equal(AlivenessBasis.SaidStillOn, (await house.TieOf(grace)).Aliveness.Basis);
        await house.Store.Unsay(grace, Stop);
        Assert.Equal(AlivenessBasis.Estimate, (await house.TieOf(grace)).Aliveness.Basis);
    }

    [Theory, OnBoth]
    public async Task What_is_out_of_range_is_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");

        await Assert.ThrowsAsync<Mistaken>(() => house.Store.SetCadence(grace, -1, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.SetCadence(grace, 3651, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.SetCloseness(grace, 6, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.SetImportance(grace, (Layer)9, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.SetTrust(grace, (HowMuch)3, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.SetWilling(grace, (HowMuch)(-1), Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.SetStanding(grace, (HowMuch)3, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.Snooze(grace, house.Today, house.Today, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.Pause(grace, house.Today, house.Today, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.SetWeeklyMinutes(0, Stop));
    }

    [Theory, OnBoth]
    public async Task The_owners_feeling_of_closeness_wins_where_touches_are_few(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");

        await house.Store.SetCloseness(grace, 5, Stop);
        Assert.Equal(1, (await house.TieOf(grace)).Strength.Value, 12);
        await house.Touch(house.Today, TouchKind.Meeting, grace);
        Assert.Equal(.2 * .5 + .8, (await house.TieOf(grace)).Strength.Value, 12);
    }

    [Theory, OnBoth]
    public async Task How_much_a_tie_counts_and_what_one_thinks_of_somebody_is_said_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");

        await house.Store.SetImportance(grace, Layer.Core, Stop);
        await house.Store.SetTrust(grace, HowMuch.Much, Stop);
        await house.Store.SetWilling(grace, HowMuch.Not, Stop);
        await house.Store.SetStanding(grace, HowMuch.Somewhat, Stop);
        var said = (await house.TieOf(grace)).Tie;
        Assert.Equal((Layer.Core, HowMuch.Much, HowMuch.Not, HowMuch.Somewhat), (said.CountsAs, said.Trust, said.Willing, said.Standing));

        await house.Store.SetImportance(grace, Layer.None, Stop);
        await house.Store.SetTrust(grace, null, Stop);
        await house.Store.SetWilling(grace, null, Stop);
        await house.Store.SetStanding(grace, null, Stop);
        Assert.Equal(new TieSaid(null, null, null, null, null), TieSaid.Of((await house.TieOf(grace)).Tie));
    }

    [Theory, OnBoth]
    public async Task What_is_thought_of_somebody_is_neither_seen_nor_said_by_who_was_let_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        await house.Store.SetLayer(grace, Layer.Close, Stop);
        await house.Store.SetImportance(grace, Layer.Core, Stop);
        await house.Store.SetTrust(grace, HowMuch.Not, Stop);
        await house.Store.SetWilling(grace, HowMuch.Not, Stop);
        await house.Store.SetStanding(grace, HowMuch.Much, Stop);
        var theirs = house.Scope(house.Ada.SpaceId);
        theirs.ShowsPrivate = false;

        var seen = (await theirs.TieOf(grace, house.Today, Stop)).Tie;
        var due = Assert.Single(await theirs.DueOn(new(2026, 5, 31), Stop)).Standing.Tie;

        Assert.Equal(new TieSaid(Layer.Core, null, null, null, null), TieSaid.Of(seen));
        Assert.Equal(new TieSaid(Layer.Core, null, null, null, null), TieSaid.Of(due));
        await Assert.ThrowsAsync<Mistaken>(() => theirs.SetTrust(grace, HowMuch.Much, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => theirs.SetWilling(grace, null, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => theirs.SetStanding(grace, HowMuch.Not, Stop));
        Assert.Equal(new TieSaid(Layer.Core, null, HowMuch.Not, HowMuch.Not, HowMuch.Much), TieSaid.Of((await house.TieOf(grace)).Tie));
    }

    [Theory, OnBoth]
    public async Task Who_counts_more_comes_first_although_further_off(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (near, far) = (await house.Know("Near"), await house.Know("Far"));
        await house.Store.SetLayer(near, Layer.Close, Stop);
        await house.Store.SetLayer(far, Layer.Wider, Stop);
        await house.Store.SetCadence(far, 30, Stop);
        Assert.Equal(["Near", "Far"], await house.Due(new(2026, 5, 31)));

        await house.Store.SetImportance(far, Layer.Core, Stop);

        Assert.Equal(["Far", "Near"], await house.Due(new(2026, 5, 31)));
        Assert.Contains(new Reason("Rhythm.CountsAsMuch", new Reason("Rhythm.LayerCore")), (await house.Again().DueOn(new(2026, 5, 31), Stop))[0].Standing.Reasons);
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_is_nowhere_and_comes_back_as_they_were(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        await house.Touch(new(2026, 1, 1), TouchKind.Call, grace);
        await house.Store.SetLayer(grace, Layer.Core, Stop);

        await house.Again().TrashPerson(grace, house.Clock, Stop);
        Assert.Empty(await house.Due());
        Assert.Empty(await house.Again().TiesOf([grace], house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.TieOf(grace));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.SetLayer(grace, Layer.Close, Stop));

        await house.Again().RestorePerson(grace, house.Clock, Stop);
        Assert.Equal(["Grace"], await house.Due());
    }

    [Theory, OnBoth]
    public async Task Is_not_changed_by_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        var bob = await house.Bob();

        await Assert.ThrowsAsync<NotFound>(() => bob.SetLayer(grace, Layer.Core, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SetCadence(grace, 7, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SetCloseness(grace, 3, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SetImportance(grace, Layer.Core, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SetTrust(grace, HowMuch.Not, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SetWilling(grace, HowMuch.Not, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SetStanding(grace, HowMuch.Not, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SayOver(grace, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.Pause(grace, null, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.Snooze(grace, new(2026, 5, 9), house.Today, Stop));
        await bob.SetWeeklyMinutes(5, Stop);
        Assert.Null(await house.Again().TempoOf(Stop));
    }
}
