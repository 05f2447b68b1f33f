using Mainstay.Accountability;
using static Mainstay.Tests.Accountability.CourseCast;

namespace Mainstay.Tests.Accountability;

public class CommitmentMattersTests
{
    [Fact]
    public void It_is_said_once_and_once_more_two_days_later_and_then_no_more()
    {
        Assert.True(CommitmentMatters.IsSaid(Start, [], Start));
        Assert.True(CommitmentMatters.IsSaid(Start, [Start], Start));
        Assert.False(CommitmentMatters.IsSaid(Start, [Start], Start.AddDays(1)));
        Assert.True(CommitmentMatters.IsSaid(Start, [Start], Start.AddDays(2)));
        Assert.False(CommitmentMatters.IsSaid(Start, [Start, Start.AddDays(2)], Start.AddDays(3)));
        Assert.True(CommitmentMatters.IsSaid(Start, [Start.AddDays(-7), Start.AddDays(-5)], Start)); // of the week before
        Assert.True(CommitmentMatters.IsSaid(Start, [Start.AddYears(1)], Start)); // a clock that was wrong for a while
        Assert.True(CommitmentMatters.IsSaid(Start, [Start.AddDays(4)], Start.AddDays(9))); // nobody looked in between
    }

    [Fact]
    public void On_its_day_it_is_asked_how_it_ended_and_before_that_how_the_week_went()
    {
        Assert.Equal([new(CommitmentMatter.HowItEnded, Week(2))], Course(due: Week(2)).MattersOn(null, Week(2)));
        Assert.Equal([new(CommitmentMatter.CheckIn, Week(1))], Course().MattersOn(null, Week(1)));
        Assert.Empty(Course().MattersOn(null, Start));
    }

    [Fact]
    public void That_it_may_be_too_large_is_said_beside_the_check_in()
    {
        var course = Course();

        Assert.Equal([new(CommitmentMatter.CheckIn, Week(3)), new(CommitmentMatter.TooLarge, Week(3).AddDays(3))], course.MattersOn(null, Week(3).AddDays(3)));
    }

    [Fact]
    public void That_it_may_be_too_large_is_one_matter_however_many_misses_follow_and_is_forgotten_before_Today_forgets_it()
    {
        var course = Course(due: new(2027, 4, 30)).Said((Week(1), Went.Not), (Week(2), Went.Not), (Week(3), Went.Not));
        static IEnumerable<MatterSince> TooLarge(CommitmentCourse course, DateOnly day) => course.MattersOn(null, day).Where(m => m.Matter == CommitmentMatter.TooLarge);

        Assert.Equal([new(CommitmentMatter.TooLarge, Week(3))], TooLarge(course, Week(3)));
        Assert.Equal([new(CommitmentMatter.TooLarge, Week(3))], TooLarge(course, Week(7)));
        Assert.Empty(TooLarge(course, Week(3).AddDays(31)));
        course.CheckIns[2].ReportedOn = Week(6); // corrected
        Assert.Equal([new(CommitmentMatter.TooLarge, Week(3).AddDays(3))], TooLarge(course, Week(6)));
    }

    [Fact]
    public void What_was_hidden_by_a_pause_or_put_off_is_said_afterwards()
    {
        var course = Course(due: new(2027, 4, 30)).Paused(Start, Start.AddDays(60));
        (course.It.Witness, course.It.WitnessOn) = (WitnessState.Declined, Start);

        Assert.Empty(course.MattersOn(null, Start.AddDays(60)));
        Assert.Contains(new(CommitmentMatter.WitnessDeclined, Start), course.MattersOn(null, Start.AddDays(91)));
        Assert.DoesNotContain(new(CommitmentMatter.WitnessDeclined, Start), course.MattersOn(null, Start.AddDays(92)));
        course.It.QuietUntil = Start.AddDays(100);
        Assert.Contains(new(CommitmentMatter.WitnessDeclined, Start.AddDays(100)), course.MattersOn(null, Start.AddDays(101)));
    }

    [Fact]
    public void What_could_be_said_before_a_pause_is_not_said_anew_after_it()
    {
        var course = Course(due: new(2027, 4, 30)).Paused(Start.AddDays(3), Start.AddDays(60)).Paused(Start.AddDays(61), Start.AddDays(90));
        (course.It.Witness, course.It.WitnessOn) = (WitnessState.Declined, Start);

        Assert.Contains(new(CommitmentMatter.WitnessDeclined, Start), course.MattersOn(null, Start.AddDays(2)));
        Assert.DoesNotContain(new(CommitmentMatter.WitnessDeclined, Start), course.MattersOn(null, Start.AddDays(91)));
        course.It.WitnessOn = Start.AddDays(4);
        Assert.Contains(new(CommitmentMatter.WitnessDeclined, Start.AddDays(4)), course.MattersOn(null, Start.AddDays(91)));
    }

    [Fact]
    public void What_the_witness_writes_is_told_also_when_it_has_ended()
    {
        var course = Course();
        (course.It.State, course.It.EndedOn) = (CommitmentState.Kept, Start);

        Assert.Equal([new(CommitmentMatter.WitnessWrote, Start.AddDays(3))], course.MattersOn(Start.AddDays(3), Start.AddDays(9)));
    }

    [Fact]
    public void That_the_witness_accepted_is_news_for_two_days_and_their_silence_is_said_after_a_fortnight()
    {
        var course = Course();
        course.It.WitnessOn = Start;

        Assert.Equal(CommitmentMatter.WitnessAccepted, course.MattersOn(null, Start.AddDays(2)).Single().Matter);
        Assert.Empty(course.MattersOn(null, Start.AddDays(3)));
        Assert.Equal(CommitmentMatter.WitnessWrote, course.MattersOn(Start.AddDays(3), Start.AddDays(3)).Single().Matter);
        (course.It.Witness, course.It.WitnessAskedOn, course.It.WitnessOn) = (WitnessState.Asked, Start, null);
        var answered = course.Said((Week(1), Went.Done), (Week(2), Went.Done));
        Assert.Empty(answered.MattersOn(null, Start.AddDays(14)));
        Assert.Equal([new(CommitmentMatter.WitnessSilent, Start.AddDays(15))], answered.MattersOn(null, Start.AddDays(16)));
    }
}
