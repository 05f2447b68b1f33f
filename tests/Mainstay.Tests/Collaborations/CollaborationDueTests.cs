using Mainstay.Collaborations;

namespace Mainstay.Tests.Collaborations;

public class CollaborationDueTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Theory]
    [InlineData("2026-05-02", null)]
    [InlineData("2026-05-01", CollaborationDue.Step)]
    [InlineData("2025-05-01", CollaborationDue.Step)]
    public void A_next_step_is_due_from_its_day_on_even_of_an_idea(string on, CollaborationDue? due)
    {
        foreach (var stage in new[] { CollaborationStage.Idea, CollaborationStage.Running }) Assert.Equal(due, Of(c => (c.Stage, c.NextStep, c.NextOn) = (stage, "Write", Day(on))).DueOn(Today));
    }

    [Theory]
    [InlineData("2026-05-16", null)]
    [InlineData("2026-05-15", CollaborationDue.Ends)]
    [InlineData("2026-04-01", CollaborationDue.Ends)]
    public void Two_weeks_before_its_end_one_asks_whether_it_goes_on_until_that_is_said(string ends, CollaborationDue? due) =>
        Assert.Equal(due, Of(c => (c.NextStep, c.EndsOn) = ("Write", Day(ends))).DueOn(Today));

    [Theory]
    [InlineData("2026-04-02", null)]
    [InlineData("2026-04-01", CollaborationDue.NoStep)]
    public void A_month_without_a_next_step_is_told_but_of_an_idea(string since, CollaborationDue? due)
    {
        foreach (var stage in new[] { CollaborationStage.Talking, CollaborationStage.Agreed, CollaborationStage.Running }) Assert.Equal(due, Of(c => (c.Stage, c.StageSince, c.NextSince) = (stage, Day("2026-01-01"), Day(since))).DueOn(Today));
        Assert.Equal(due, Of(c => (c.StageSince, c.NextSince) = (Day(since), Day("2026-01-01"))).DueOn(Today)); // whichever is later
        Assert.Null(Of(c => (c.Stage, c.StageSince, c.NextSince) = (CollaborationStage.Idea, Day("2020-01-01"), Day(since))).DueOn(Today));
        Assert.Null(Of(c => (c.StageSince, c.NextSince, c.NextStep) = (Day("2020-01-01"), Day("2020-01-01"), "Write")).DueOn(Today));
    }

    [Fact]
    public void Of_several_the_step_is_told_first_then_the_end()
    {
        var all = Of(c => (c.NextStep, c.NextOn, c.EndsOn) = ("Write", Today, Today));
        Assert.Equal(CollaborationDue.Step, all.DueOn(Today));
        (all.NextStep, all.NextOn, all.NextSince, all.StageSince) = (null, null, Day("2020-01-01"), Day("2020-01-01"));
        Assert.Equal(CollaborationDue.Ends, all.DueOn(Today));
    }

    [Fact]
    public void What_is_over_or_put_off_says_nothing()
    {
        foreach (var stage in new[] { CollaborationStage.Ended, CollaborationStage.LetGo }) Assert.Null(Of(c => (c.Stage, c.EndsOn) = (stage, Today)).DueOn(Today));
        var quiet = Of(c => (c.NextStep, c.NextOn, c.QuietUntil) = ("Write", Today, Today.AddDays(7)));
        Assert.Equal((null, CollaborationDue.Step), (quiet.DueOn(Today.AddDays(6)), quiet.DueOn(Today.AddDays(7))));
    }

    [Theory]
    [InlineData(CollaborationStage.Idea, CollaborationStage.LetGo)]
    [InlineData(CollaborationStage.Talking, CollaborationStage.LetGo)]
    [InlineData(CollaborationStage.Agreed, CollaborationStage.Ended)]
    [InlineData(CollaborationStage.Running, CollaborationStage.Ended)]
    public void What_was_agreed_ends_and_what_was_not_is_let_go(CollaborationStage stage, CollaborationStage over) => Assert.Equal(over, stage.Over);

    private static Collaboration Of(Action<Collaboration> with)
    {
        var collaboration = new Collaboration { OrganizationId = Guid.CreateVersion7(), Name = "Workshops", Stage = CollaborationStage.Running, StageSince = Today.AddYears(-1), NextSince = Today };
        with(collaboration);
        return collaboration;
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
