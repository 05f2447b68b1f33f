using FsCheck;
using FsCheck.Fluent;
using Mainstay.Reviews;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Reviews;

public class ReviewDueTests
{
    private static readonly DateOnly Noted = new(2026, 1, 10);

    [Fact]
    public void The_first_is_due_a_quarter_after_the_first_need_was_noted() =>
        Assert.Equal(new DateOnly(2026, 4, 11), new ReviewDue(null, Noted).On);

    [Fact]
    public void The_next_is_due_a_quarter_after_the_last() =>
        Assert.Equal(new DateOnly(2026, 5, 3), new ReviewDue(new(2026, 2, 1), Noted).On);

    [Fact]
    public void None_is_due_without_anything_to_look_at()
    {
        Assert.Null(new ReviewDue(null, null).On);
        Assert.False(new ReviewDue(new(2020, 1, 1), null).IsWorthSaying(new(2026, 5, 1)));
    }

    [Fact]
    public void Today_waits_for_the_day_and_as_long_as_the_owner_says()
    {
        var due = new ReviewDue(null, Noted);

        Assert.False(due.IsWorthSaying(new(2026, 4, 10)));
        Assert.True(due.IsWorthSaying(new(2026, 4, 11)));
        Assert.False((due with { QuietUntil = new(2026, 5, 1) }).IsWorthSaying(new(2026, 4, 30)));
        Assert.True((due with { QuietUntil = new(2026, 5, 1) }).IsWorthSaying(new(2026, 5, 1)));
    }

    [Fact]
    public void A_review_is_never_due_again_within_a_quarter_and_always_after_it() => Hold(Days.SelectMany(_ => Days, (first, last) => (first, last)).SelectMany(_ => Gen.Choose(0, 400), (d, later) => (d.first, d.last, later)), c =>
    {
        var (first, last) = (DateOnly.FromDayNumber(c.first), DateOnly.FromDayNumber(c.last));
        return new ReviewDue(last, first).IsWorthSaying(last.AddDays(c.later)) == c.later >= ReviewDue.Quarter;
    });

    [Fact]
    public void The_end_of_time_is_no_trouble() => Assert.Equal(DateOnly.MaxValue, new ReviewDue(DateOnly.MaxValue, Noted).On);

    private static Gen<int> Days => Gen.Choose(700_000, 740_000);
}
