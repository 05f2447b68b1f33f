using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Tests.Rhythm;

public class RhythmQueriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_timeline_comes_page_by_page_the_latest_first(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace"), await house.Know("Alan"));
        for (var day = 1; day <= 5; day++) await house.Touch(new(2026, 3, day), TouchKind.Call, grace, alan);
        await house.Touch(new(2026, 4, 1), TouchKind.Call, alan);

        await house.Touch(new(2026, 3, 3), TouchKind.Mail, grace);
        var (days, place) = (new List<int>(), (TimelinePlace?)null);
        while (await house.Store.TimelineOf(grace, place, 2, Stop) is { Count: > 0 } page)
        {
            days.AddRange(page.Select(l => l.Touch.On.Day));
            place = TimelinePlace.Read(new TimelinePlace(page[^1].Touch.On, page[^1].Touch.Id).ToString());
        }

        Assert.Equal([5, 4, 3, 3, 2, 1], days);
        Assert.Equal([5, 4], (await house.Store.TouchesOf(grace, Stop, 2)).Select(l => l.Touch.On.Day));
        Assert.Null(TimelinePlace.Read("yesterday"));
        await house.Again().TrashPerson(alan, house.Clock, Stop);
        Assert.All(await house.Again().TouchesOf(grace, Stop), line => Assert.Empty(line.With));
    }

    [Theory, OnBoth]
    public async Task Time_spent_is_what_was_noted_else_what_such_a_touch_takes(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        await house.Store.Record(new() { People = [grace], On = new(2026, 4, 27), Kind = TouchKind.Call, Minutes = 7 }, house.Today, house.Clock, Stop);
        await house.Touch(new(2026, 4, 28), TouchKind.Meeting, grace);
        await house.Touch(new(2026, 4, 26), TouchKind.Meeting, grace);

        Assert.Equal(67, await house.Store.MinutesSpent(TimeBudget.WeekOf(house.Today), house.Today, Stop));
        Assert.Equal(new DateOnly(2026, 4, 27), TimeBudget.WeekOf(new(2026, 5, 3)));
        Assert.Equal(new DateOnly(2026, 5, 4), TimeBudget.WeekOf(new(2026, 5, 4)));
    }

    [Theory, OnBoth]
    public async Task Facts_for_lists_are_known_of_those_with_a_tie(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace"), await house.Know("Alan"));
        await house.Touch(new(2026, 4, 1), TouchKind.Meeting, grace);
        await house.Store.SetLayer(grace, Layer.Close, Stop);

        var facts = await new TieFactsQueries().Facts(house.Again(), [grace, alan], house.Today, Stop);

        Assert.Equal([grace], facts.Keys);
        Assert.Equal(new TieFactsQueries().Names, facts[grace].Keys);
        Assert.Equal(("close", new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1)), (((FactWord)facts[grace]["layer"]!).Value, (DateOnly)facts[grace]["lastTouch"]!, (DateOnly)facts[grace]["due"]!));
        Assert.Equal((await house.TieOf(grace)).Strength.Value, facts[grace]["strength"]);
    }

    [Theory, OnBoth]
    public async Task Proposals_leave_out_whom_the_owner_settled_or_gave_up(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace"), await house.Know("Alan"), await house.Know("Katherine", p => p with { Roles = [new("coach"), new("boss", null, new(2020, 1, 1))] }));
        foreach (var person in new[] { grace, alan }) await house.Touch(new(2026, 4, 1), TouchKind.Meeting, person);
        Assert.Equal(["Katherine", "Alan", "Grace"], (await house.Again().Proposals(house.Today, Stop)).Select(p => p.Name));
        Assert.Equal(new Reason("Rhythm.ProposedByRole", "coach"), Assert.Single((await house.Store.Proposals(house.Today, Stop))[0].Reasons));

        await house.Store.SetLayer(grace, Layer.Wider, Stop);
        await house.Store.SayOver(alan, house.Today, Stop);

        Assert.Equal([katherine], (await house.Again().Proposals(house.Today, Stop)).Select(p => p.Id));
    }

    [Theory, OnBoth]
    public async Task A_tie_nobody_noted_anything_of_can_be_told_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");

        var tie = await house.TieOf(grace);

        Assert.Equal((0.0, .8, DueStatus.None, null), (tie.Strength.Value, tie.Aliveness.Shown, tie.Status, tie.ContactWithin30Days));
        Assert.Equal([new Reason("Rhythm.NoContact")], tie.Reasons);
    }
}
