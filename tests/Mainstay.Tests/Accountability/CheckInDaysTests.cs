using Mainstay.Accountability;
using static Mainstay.Tests.Accountability.CourseCast;

namespace Mainstay.Tests.Accountability;

public class CheckInDaysTests
{
    [Fact]
    public void One_is_due_each_week_after_the_beginning_and_none_on_the_day_of_the_promise()
    {
        var course = Course(due: new(2026, 5, 22));

        Assert.Equal([Week(1), Week(2)], course.CheckInsBy(new(2026, 7, 1)).Select(d => d.On));
        Assert.Empty(course.CheckInsBy(Start));
        Assert.Equal([Week(1), Week(2)], course.CheckInsBetween(Start, new(2027, 1, 1)));
    }

    [Theory]
    [InlineData(DayOfWeek.Friday, "2026-05-08")]
    [InlineData(DayOfWeek.Saturday, "2026-05-02")]
    [InlineData(DayOfWeek.Thursday, "2026-05-07")]
    [InlineData(DayOfWeek.Sunday, "2026-05-03")]
    public void The_first_is_on_the_chosen_weekday_after_the_beginning(DayOfWeek on, string first) => Assert.Equal(DateOnly.Parse(first, null), Course(on: on).NextCheckIn(Start));

    [Fact]
    public void It_waits_three_days_and_is_then_without_a_report_until_there_is_one()
    {
        var course = Course();

        Assert.Equal(CheckInState.Waiting, course.CheckInsBy(Week(1).AddDays(2)).Single().State);
        Assert.Equal(CheckInState.NoReport, course.CheckInsBy(Week(1).AddDays(3)).Single().State);
        Assert.Equal(Week(1), course.CheckInToAnswer(Week(1).AddDays(6)));
        Assert.Equal(Week(2), course.CheckInToAnswer(Week(2)));
        Assert.Equal(CheckInState.Partly, course.Said((Week(1), Went.Partly)).CheckInsBy(Week(3))[0].State);
    }

    [Fact]
    public void Nothing_waits_once_it_is_answered_while_it_rests_on_its_day_and_when_it_is_over()
    {
        var (course, today) = (Course(due: Week(2)), Week(1).AddDays(1));

        Assert.Null(Course().CheckInToAnswer(Start));
        Assert.Null(course.Said((Week(1), Went.Not)).CheckInToAnswer(today));
        Assert.Null(course.Paused(today).CheckInToAnswer(today));
        Assert.Null(course.CheckInToAnswer(Week(2)));
        course.It.State = CommitmentState.Dropped;
        Assert.Null(course.CheckInToAnswer(today));
    }

    [Fact]
    public void A_pause_leaves_weeks_out_and_ends_by_itself()
    {
        var course = Course().Paused(Week(1), Week(2));

        Assert.Equal([CheckInState.Paused, CheckInState.Paused, CheckInState.NoReport], course.CheckInsBy(Week(3).AddDays(4)).Select(d => d.State));
        Assert.Equal(Week(3), course.NextCheckIn(Start));
        Assert.Null(Course().Paused(Week(1)).NextCheckIn(Start));
        Assert.DoesNotContain(Week(2), course.CheckInsBetween(Start, Week(9)));
    }

    [Fact]
    public void What_was_said_stays_said_when_the_clock_goes_back_or_the_promise_becomes_shorter()
    {
        var course = Course().Said((Week(1), Went.Done), (Week(5), Went.Not));

        Assert.Equal([Week(1), Week(5)], course.CheckInsBy(Start).Select(d => d.On));
        Assert.Contains(Week(5), course.Changed(new(new("Send one", Week(3))) { Reason = ChangeReason.Health }, Week(2)).CheckInsBy(Week(9)).Select(d => d.On));
        Assert.True(course.MayReport(Week(5), Start));
        Assert.False(course.MayReport(Week(4), Start));
    }
}
