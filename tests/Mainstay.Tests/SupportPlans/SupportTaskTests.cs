using Mainstay.SupportPlans;
using Mainstay.Words;

namespace Mainstay.Tests.SupportPlans;

/// <summary>What may be done with a task, and how much somebody takes on for a day.</summary>
public class SupportTaskTests
{
    private static readonly DateOnly Monday = new(2026, 5, 4);

    private static readonly Guid Grace = Guid.CreateVersion7(), Alan = Guid.CreateVersion7();

    [Fact]
    public void The_first_who_takes_it_has_it()
    {
        var task = Task(Monday);

        task.Take(Grace, Monday);
        task.Take(Grace, Monday.AddDays(1)); // twice is as once

        Assert.Equal((Grace, SupportTaskState.Taken, Monday), (task.HelperId, task.State, task.ClaimedOn));
        Assert.Equal("SupportPlans.TakenMeanwhile", Assert.Throws<Conflict>(() => task.Take(Alan, Monday)).Reason.Key);
        task.Finish(Monday);
        Assert.Equal("SupportPlans.DoneMeanwhile", Assert.Throws<Conflict>(() => task.Take(Alan, Monday)).Reason.Key);
    }

    [Fact]
    public void What_has_passed_can_be_taken_no_more()
    {
        Assert.Equal("SupportPlans.DayHasPassed", Assert.Throws<Conflict>(() => Task(Monday, Monday.AddDays(2)).Take(Grace, Monday.AddDays(3))).Reason.Key);
        var going = Task(Monday, Monday.AddDays(2));
        going.Take(Grace, Monday.AddDays(2));
        Assert.Equal(Grace, going.HelperId);
    }

    [Fact]
    public void Passed_on_it_stands_out_until_somebody_takes_it()
    {
        var task = Task(Monday.AddDays(20));
        task.Take(Grace, Monday);
        task.Free(Monday);
        var line = Line(task);

        Assert.Equal([task], line.NeedSomebody(Monday));
        Assert.Equal("SupportPlans.IsPassedOn", SupportPlanWords.State(task, line, Monday).Key);
        task.Take(Alan, Monday);
        Assert.Empty(line.NeedSomebody(Monday));
        Assert.Null(task.PassedOn);
    }

    [Fact]
    public void Who_was_asked_to_coordinate_is_to_and_who_did_something_does()
    {
        string Said(SupportPlanLine line) => SupportPlanWords.Coordinated(line).InWords();
        var (asked, doing) = (Line() with { It = new() { Opening = "Please", CoordinatorId = Grace } }, Line() with { It = new() { Opening = "Please", CoordinatorId = Alan } });
        doing.Of(Alan)!.It.State = HelperState.In;

        Assert.Equal(("Grace Hopper is to coordinate, and has not begun yet.", "Alan Turing coordinates.", "Nobody coordinates yet."), (Said(asked), Said(doing), Said(Line())));
        Assert.Equal("Nobody coordinates yet.", Said(doing with { Helpers = [doing.Of(Alan)! with { IsThere = false }] }));
    }

    [Fact]
    public void Thanked_is_who_took_something_on_wrote_or_coordinates_and_not_who_was_only_asked()
    {
        var (grace, alan) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (taken, update) = (Task(Monday), new SupportUpdate { HelperId = Alan, Text = "All is well" });
        taken.Take(Grace, Monday);
        SupportPlanLine Plan(HelperState state, Guid? coordinator, IReadOnlyList<SupportTask> tasks, IReadOnlyList<SupportUpdate> updates) =>
            new(new() { Opening = "Please", CoordinatorId = coordinator }, [new(new() { Id = Grace, PersonId = grace, State = state }, "Grace", true), new(new() { Id = Alan, PersonId = alan, State = state }, "Alan", true)], tasks, updates);

        Assert.Empty(Plan(HelperState.Invited, Grace, [Task(Monday)], []).WhoHelped);
        Assert.Equal([grace], Plan(HelperState.In, Grace, [], []).WhoHelped);
        Assert.Equal([grace, alan], Plan(HelperState.LetGo, null, [taken], [update]).WhoHelped);
    }

    [Fact]
    public void What_is_soon_and_open_needs_somebody()
    {
        var (soon, far, over) = (Task(Monday.AddDays(7)), Task(Monday.AddDays(8)), Task(Monday.AddDays(-1)));

        Assert.Equal([soon], Line(soon, far, over).NeedSomebody(Monday));
    }

    [Fact]
    public void What_is_with_somebody_who_is_not_there_any_more_needs_somebody_until_it_has_passed()
    {
        var (far, over, done) = (Task(Monday.AddDays(20)), Task(Monday), Task(Monday.AddDays(2)));
        foreach (var task in (SupportTask[])[far, over, done]) task.Take(Grace, Monday);
        done.Finish(Monday);
        var line = Line(far, over, done);

        Assert.Empty(line.NeedSomebody(Monday));
        Assert.Equal([far], (line with { Helpers = [line.Of(Grace)! with { IsThere = false }] }).NeedSomebody(Monday.AddDays(1)));
    }

    [Theory]
    [InlineData(1, "2026-05-04", null, "2026-05-04")] // that Monday is full
    [InlineData(2, "2026-05-04", null, null)]
    [InlineData(1, "2026-05-05", null, null)]
    [InlineData(1, "2026-05-02", "2026-05-10", "2026-05-04")] // one that goes on over it
    [InlineData(1, "2026-05-05", "2026-05-07", "2026-05-07")] // and into another that does
    [InlineData(2, "2026-05-02", "2026-05-10", null)]
    public void Nobody_takes_on_more_for_a_day_than_they_allow_themselves(int most, string on, string? until, string? tooMuch)
    {
        var theirs = new[] { Task(Monday), Task(new(2026, 5, 7), new(2026, 5, 9)) };
        var task = Task(Day(on)!.Value, Day(until));

        Assert.Equal(Day(tooMuch), DailyLimit.TooMuchOn(task, theirs, most));
        Assert.Null(DailyLimit.TooMuchOn(theirs[0], theirs, 1)); // what is theirs already is not counted against itself
    }

    [Fact]
    public void A_task_lies_within_the_plan_and_not_before_today()
    {
        var (today, end) = (Monday, Monday.AddDays(10));
        string[] Wrong(NewSupportTask task) => [.. task.Check(today, end).Select(p => $"{p.Field} {p.Sentence.Key}")];

        Assert.Empty(Wrong(new("Cook", today, end)));
        Assert.Equal(["what SupportPlans.WhatMissing", "on SupportPlans.DayMissing"], Wrong(new(" ", null)));
        Assert.Equal(["what SupportPlans.TooLong", "on SupportPlans.DayIsOver"], Wrong(new(new string('x', 201), today.AddDays(-1))));
        Assert.Equal(["on SupportPlans.AfterTheEnd"], Wrong(new("Cook", end.AddDays(1))));
        Assert.Equal(["until SupportPlans.UntilBefore"], Wrong(new("Cook", end, today)));
        Assert.Equal(["until SupportPlans.AfterTheEnd"], Wrong(new("Cook", end, end.AddDays(1))));
    }

    [Fact]
    public void A_plan_ends_within_a_year()
    {
        string[] Wrong(NewSupportPlan plan) => [.. plan.Check(Monday).Select(p => p.Sentence.Key)];

        Assert.Empty(Wrong(new("Please", Monday)));
        Assert.Equal(["SupportPlans.OpeningMissing", "SupportPlans.EndIsOver"], Wrong(new(" ", Monday.AddDays(-1))));
        Assert.Equal(["SupportPlans.EndIsFar"], Wrong(new("Please", Monday.AddDays(366))));
        Assert.Equal((new DateOnly(2026, 6, 3), new(2026, 5, 20), new(2026, 6, 3)), (NewSupportPlan.UsualEnd(null, Monday), NewSupportPlan.UsualEnd(new(2026, 5, 20), Monday), NewSupportPlan.UsualEnd(new(2026, 5, 3), Monday)));
    }

    [Fact]
    public void The_letter_says_nothing_of_the_hard_time()
    {
        var letter = SupportPlanWords.Letter(new() { State = HelperState.Invited }, "Grace", "Ada");

        Assert.Equal("Dear Grace,\n\nMay I ask you for something? It stands behind this link, which is for you alone and needs no account:\n[link]\n\nA no is just as welcome.\n\nAda\n", letter);
        Assert.DoesNotContain("hard", letter + SupportPlanWords.Letter(new() { State = HelperState.In }, "Grace", null), StringComparison.OrdinalIgnoreCase);
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static SupportTask Task(DateOnly on, DateOnly? until = null) => new() { What = "Cook", On = on, Until = until };

    private static SupportPlanLine Line(params SupportTask[] tasks) => new(new() { Opening = "Please", EndsOn = Monday.AddDays(30) }, [new(new() { Id = Grace }, "Grace Hopper", true), new(new() { Id = Alan }, "Alan Turing", true)], tasks, []);
}
