using FsCheck;
using FsCheck.Fluent;
using Mainstay.Feedback;
using Mainstay.Words;

namespace Mainstay.Tests.Feedback;

public class FeedbackStepsTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    private static FeedbackRequest Asked(bool anonymous = false) => new() { About = "My talk", Questions = "Keep?\nChange?", IsAnonymous = anonymous, DueOn = Day.AddDays(14), CreatedAt = new(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc) };

    [Fact]
    public void It_is_sent_waits_is_reminded_once_is_answered_told_and_asked_what_changed()
    {
        var it = Asked();

        Assert.Equal(FeedbackStep.Send, it.StepOn(new(0, 0, 0, 0), false, Day));
        Assert.Equal(FeedbackStep.Send, it.StepOn(new(1, 2, 0, 0), false, Day));
        Assert.Equal(FeedbackStep.Wait, it.StepOn(new(0, 3, 0, 0), false, Day.AddDays(9)));
        Assert.Equal(FeedbackStep.Remind, it.StepOn(new(0, 2, 1, 0), false, Day.AddDays(10)));
        Assert.Equal(FeedbackStep.Wait, it.StepOn(new(0, 2, 1, 0), true, Day.AddDays(10)));
        Assert.Equal(FeedbackStep.Respond, it.StepOn(new(0, 2, 1, 0), true, Day.AddDays(15)));
        Assert.Equal(FeedbackStep.Respond, it.StepOn(new(0, 0, 2, 1), false, Day.AddDays(2)));
        it.Respond("Start with a story", new(0, 0, 2, 1), Day.AddDays(15));
        Assert.Equal(FeedbackStep.Tell, it.StepOn(new(0, 0, 2, 1), false, Day.AddDays(15)));
        it.ToldOn = Day.AddDays(15);
        Assert.Equal(FeedbackStep.Nothing, it.StepOn(new(0, 0, 2, 1), false, Day.AddDays(44)));
        Assert.Equal(FeedbackStep.SayChanged, it.StepOn(new(0, 0, 2, 1), false, Day.AddDays(45)));
        it.SayChanged("More laughter", Day.AddDays(45));
        Assert.Equal(FeedbackStep.Nothing, it.StepOn(new(0, 0, 2, 1), false, Day.AddDays(45)));
    }

    [Fact]
    public void When_too_few_answered_it_is_asked_for_more_until_the_owner_leaves_it()
    {
        var (signed, unsigned) = (Asked(), Asked(anonymous: true));

        Assert.Equal(FeedbackStep.AskMore, signed.StepOn(new(0, 2, 0, 1), true, Day.AddDays(15)));
        Assert.Equal(FeedbackStep.AskMore, unsigned.StepOn(new(0, 0, 2, 1), true, Day));
        unsigned.ClosedOn = Day;
        Assert.Equal(FeedbackStep.Nothing, unsigned.StepOn(new(0, 0, 2, 1), true, Day));
        Assert.Throws<Conflict>(() => unsigned.Respond("I will", new(0, 0, 2, 1), Day));
    }

    [Fact]
    public void Anonymous_answers_are_shown_together_or_not_at_all()
    {
        var it = Asked(anonymous: true);

        Assert.False(it.IsShown(new(0, 1, 3, 0), Day));
        Assert.False(it.IsShown(new(0, 2, 2, 0), Day.AddDays(15)));
        Assert.True(it.IsShown(new(0, 1, 3, 0), Day.AddDays(15)));
        Assert.True(it.IsShown(new(0, 0, 3, 1), Day));
        Assert.Throws<Conflict>(() => it.Extend(Day.AddDays(30), new(0, 1, 3, 0), Day.AddDays(15)));
        it.Extend(Day.AddDays(30), new(0, 2, 2, 0), Day.AddDays(15));
        Assert.False(it.IsShown(new(0, 1, 3, 0), Day.AddDays(15)));
    }

    [Fact]
    public void Once_anonymous_answers_are_shown_time_hides_them_no_more_and_no_later_day_is_taken()
    {
        var counts = from drafted in Gen.Choose(0, 3) from waiting in Gen.Choose(0, 3) from answered in Gen.Choose(0, 5) from declined in Gen.Choose(0, 3) select new FeedbackCounts(drafted, waiting, answered, declined);
        Prop.ForAll(counts.Zip(Gen.Choose(-5, 30)).ToArbitrary(), pair =>
        {
            var (asked, days) = pair;
            var (it, today) = (Asked(anonymous: true), Day.AddDays(days));
            if (!it.IsShown(asked, today)) return true;
            var refused = false;
            try
            {
                it.Extend(today.AddDays(7), asked, today);
            }
            catch (Conflict)
            {
                refused = true;
            }
            return refused && Enumerable.Range(0, 60).All(later => it.IsShown(asked, today.AddDays(later)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("", new[] { "Keep?" }, "about")]
    [InlineData("My talk", new[] { " ", "\n" }, "question")]
    [InlineData("My talk", new[] { "1", "2", "3", "4" }, "question")]
    public void What_is_missing_stands_beside_its_field(string about, string[] questions, string field) =>
        Assert.Equal(field, new NewFeedback { About = about, Questions = questions }.Check(Day).First().Field);

    [Fact]
    public void A_question_is_one_line_and_an_answer_answers_one_that_was_asked()
    {
        Assert.Equal(["What should I keep?"], new NewFeedback { About = "x", Questions = ["What\n should  I keep?", ""] }.Asked);
        Assert.Equal(["first"], new NewReply(" ").Check(1).Select(p => p.Field));
        Assert.Equal(["third"], new NewReply("a", "b", "c").Check(2).Select(p => p.Field));
        Assert.Equal(["second"], new NewReply("a", new('x', 10_001)).Check(2).Select(p => p.Field));
    }
}
