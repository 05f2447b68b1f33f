using Mainstay.Board;
using Mainstay.Cli;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Tests.Board;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Cli;

public class DaysTests
{
    private static readonly DateOnly Today = new(2026, 5, 1), Was = new(2026, 9, 1);

    [Theory]
    [InlineData(null, "2026-09-01")]
    [InlineData("none", null)]
    [InlineData(" NONE ", null)]
    [InlineData("", null)]
    [InlineData("tomorrow", "2026-05-02")]
    [InlineData("2026-12-24", "2026-12-24")]
    public void A_day_that_may_be_missing_is_said_kept_or_taken_away(string? typed, string? meant) =>
        Assert.Equal(meant, Days.OrNone(typed, Today, Was)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void A_day_that_must_be_there_is_not_taken_away(string typed) => Assert.Throws<Mistaken>(() => Days.Of(typed, Today));

    [Theory, OnBoth]
    public async Task Every_command_that_changes_a_day_can_take_it_away(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var goal = (await house.Store.AddGoal(new("Ten paying clinics", Was), house.Clock, Stop)).Id;
        var need = (await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Tax law", Importance = 3, NeededBy = Was }, house.Clock, Stop)).Id;
        await house.Store.Agree(need, grace, new(Was), house.Today, Stop);
        var seat = await house.Seat(SeatFunction.Sage, grace, s => s with { Until = Was });
        await house.Store.Pause(grace, Was, house.Today, Stop);

        foreach (var none in new[] { "none", "" })
        {
            (await house.Type("goals", "edit", goal.ToString("N"), "--by", none)).Fine();
            (await house.Type("needs", "edit", "Tax law", "--by", none)).Fine();
            (await house.Type("needs", "support", "Tax law", "Grace Hopper", "--agreed", "--until", none)).Fine();
            (await house.Type("board", "edit", seat.ToString("N"), "--until", none)).Fine();
            (await house.Type("tie", "Grace Hopper", "--pause", "--until", none)).Fine();
        }

        var store = house.Again();
        Assert.Null((await store.GoalOf(goal, Stop)).Goal.DueOn);
        Assert.Null((await store.NeedOf(need, Stop)).NeededBy);
        Assert.Null((await house.SupportersOf(need)).Single().Until);
        Assert.Equal((null, SeatState.Taken), ((await house.Line(seat)).Seat.Until, (await house.Line(seat)).StateOn(house.Today)));
        var tie = (await house.Again().TieOf(grace, house.Today, Stop)).Tie;
        Assert.Equal((true, null), (tie.Paused, tie.PausedUntil));
        (await house.Type("goals", "edit", goal.ToString("N"), "--by", "2026-10-01")).Fine();
        (await house.Type("goals", "edit", goal.ToString("N"), "--text", "Twelve")).Fine();
        Assert.Equal(new DateOnly(2026, 10, 1), (await house.Again().GoalOf(goal, Stop)).Goal.DueOn);
    }
}
