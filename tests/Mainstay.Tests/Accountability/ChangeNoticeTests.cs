using Mainstay.Accountability;
using Mainstay.Words;
using static Mainstay.Tests.Accountability.CourseCast;

namespace Mainstay.Tests.Accountability;

public class ChangeNoticeTests
{
    private static readonly Promise Smaller = new("Send one offer", new(2026, 9, 30), null, "Sent");

    [Fact]
    public void A_promise_changes_after_a_week_and_what_it_was_stays_readable()
    {
        var course = Course().Changed(new(Smaller) { Because = " Too much " }, Week(2));
        var change = course.Changes.Single();

        Assert.Equal((Week(3), ChangeReason.Notice, "Too much", 1), (change.From, change.Reason, change.Because, change.Number));
        Assert.Equal("Send the offer", course.PromiseOn(Week(3).AddDays(-1)).Outcome);
        Assert.Equal(Smaller, course.PromiseOn(Week(3)));
        Assert.Equal((change, null), (course.Announced(Week(2)), course.Announced(Week(3))));
        Assert.Equal("Send the offer", course.Before(change).Outcome);
        Assert.Equal(["Before: “Send the offer”. After: “Send one offer”.", "It was due on 31 August 2026, and is due on 30 September 2026.", "Counts as done now: “Sent”."], CommitmentWords.Differences(course.Before(change), Smaller).Select(d => d.InWords()));
    }

    [Theory]
    [InlineData(ChangeReason.Health)]
    [InlineData(ChangeReason.Emergency)]
    public void For_health_or_in_an_emergency_it_changes_at_once(ChangeReason reason) => Assert.Equal(Smaller, Course().Changed(new(Smaller) { Reason = reason }, Week(2)).PromiseOn(Week(2)));

    [Fact]
    public void Without_a_witness_nobody_has_to_be_told_a_week_before()
    {
        var course = Course();
        course.It.Witness = WitnessState.Asked;

        Assert.Equal(ChangeReason.NoWitness, Gone().ChangeTo(new(Smaller), Week(1))!.Reason);
        Assert.Equal((Week(1), ChangeReason.NoWitness), course.ChangeTo(new(Smaller), Week(1)) is { } change ? (change.From, change.Reason) : default);
    }

    [Fact]
    public void What_stays_as_it_is_is_no_change_and_a_later_one_wins()
    {
        var course = Course().Changed(new(Smaller) { Reason = ChangeReason.Health }, Week(1)).Changed(new(Smaller with { Measure = "Mails" }) { Reason = ChangeReason.Health }, Week(1));

        Assert.Null(Course().ChangeTo(new(new(" Send the offer ", new(2026, 8, 31), " ")), Week(1)));
        Assert.Equal("Mails", course.PromiseOn(Week(1)).Measure);
    }

    [Fact]
    public void A_day_that_comes_before_the_change_counts_is_not_put_off_by_it()
    {
        var course = Course(due: Week(2));

        Assert.Equal("Accountability.DueBeforeNotice", Refused(course, new(Smaller), Week(2).AddDays(-3)));
        Assert.Equal("Accountability.DueBeforeItCounts", Refused(course, new(Smaller with { Due = Week(1) }), Start.AddDays(3)));
        Assert.Equal(Smaller, course.Changed(new(Smaller) { Reason = ChangeReason.Emergency }, Week(2).AddDays(-3)).PromiseOn(Week(2)));
    }

    private static string Refused(CommitmentCourse course, NewChange change, DateOnly today) => Assert.Throws<Mistaken>(() => course.ChangeTo(change, today)).Problems.First().Sentence.Key;
}
