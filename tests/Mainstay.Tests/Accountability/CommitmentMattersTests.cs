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
    public void What_the_witness_does_is_news_for_two_days_and_their_silence_is_said_after_a_fortnight()
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
