using FsCheck.Fluent;
using Mainstay.Accountability;
using Mainstay.Words;
using static Mainstay.Tests.Accountability.CourseCast;

namespace Mainstay.Tests.Accountability;

public class SlippingTests
{
    [Fact]
    public void After_three_misses_in_a_row_it_is_proposed_to_make_it_smaller()
    {
        var course = Course().Said((Week(1), Went.Done), (Week(2), Went.Not), (Week(4), Went.Not));

        Assert.False(course.SeemsTooLarge(Week(3).AddDays(4)));
        Assert.True(course.SeemsTooLarge(Week(4)));
        Assert.Equal([Week(4), Week(3), Week(2)], course.MissesBy(Week(4)).Select(d => d.On));
        Assert.Equal(["15 May 2026: Not done", "22 May 2026: No report", "29 May 2026: Not done"], CommitmentWords.Misses(course, Week(4)).Take(3).Select(r => r.InWords()));
    }

    [Fact]
    public void Half_a_week_breaks_the_row_and_a_paused_one_does_not()
    {
        Assert.Empty(Course().Said((Week(1), Went.Not), (Week(2), Went.Not), (Week(3), Went.Partly)).MissesBy(Week(3)));
        Assert.True(Course().Said((Week(1), Went.Not), (Week(2), Went.Not), (Week(3), Went.Paused), (Week(4), Went.Not)).SeemsTooLarge(Week(4)));
        Assert.True(Course().Said((Week(1), Went.Not), (Week(2), Went.Not), (Week(4), Went.Not)).Paused(Week(3), Week(3)).SeemsTooLarge(Week(4)));
    }

    [Fact]
    public void Misses_count_no_more_once_the_owner_goes_on_or_the_promise_changed()
    {
        var course = Course().Said((Week(1), Went.Not), (Week(2), Went.Not), (Week(3), Went.Not));
        var smaller = course.Changed(new(new("Send one", course.It.Due)), Week(3));

        Assert.False(smaller.SeemsTooLarge(Week(3)));
        Assert.Empty(smaller.MissesBy(Week(4)));
        Assert.False(course.Paused(Week(3)).SeemsTooLarge(Week(3)));
        Assert.Empty(Course().Said((Week(1), Went.Not), (Week(2), Went.Not), (Week(3), Went.Not)).Changed(new(new("Send one", course.It.Due)) { Reason = ChangeReason.Health }, Week(3)).MissesBy(Week(3)));
        course.It.GoesOnFrom = Week(3);
        Assert.Empty(course.MissesBy(Week(3))); // also that of the day itself
        Assert.Single(course.MissesBy(Week(4).AddDays(3)));
    }

    [Fact]
    public void Pausing_never_adds_a_miss() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Anything.ToArbitrary(), some =>
    {
        var course = Of(some.Said, []);
        var paused = Of(some.Said, [some.Pause]);
        return Enumerable.Range(0, 18).All(w => paused.MissesBy(Week(w)).Count <= course.MissesBy(Week(w)).Count);
    }));

    [Fact]
    public void In_which_order_check_ins_were_made_does_not_matter() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Anything.ToArbitrary(), some =>
    {
        var (one, other) = (Of(some.Said, [some.Pause]), Of([.. some.Said.Reverse()], [some.Pause]));
        return Enumerable.Range(0, 18).All(w => one.CheckInsBy(Week(w)).Select(d => (d.On, d.State)).SequenceEqual(other.CheckInsBy(Week(w)).Select(d => (d.On, d.State))) && one.SeemsTooLarge(Week(w)) == other.SeemsTooLarge(Week(w)));
    }));

    [Fact]
    public void On_a_day_that_rests_nothing_is_said() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Anything.ToArbitrary(), some =>
    {
        var course = Of(some.Said, [some.Pause]);
        return Enumerable.Range(0, 140).Select(Start.AddDays).Where(course.IsPausedOn).All(day => !course.MattersOn(day, day).Any());
    }));

    private sealed record Some((int Week, Went Went)[] Said, (int From, int Days) Pause);

    private static FsCheck.Gen<Some> Anything =>
        from said in Gen.Choose(1, 16).SelectMany(w => Gen.Elements(Enum.GetValues<Went>()).Select(a => (w, a))).ArrayOf()
        from start in Gen.Choose(0, 120)
        from days in Gen.Choose(0, 60)
        select new Some([.. said.DistinctBy(s => s.w)], (start, days));

    private static CommitmentCourse Of((int Week, Went Went)[] said, (int From, int Days)[] pauses) =>
        pauses.Aggregate(Course().Said([.. said.Select(s => (Week(s.Week), s.Went))]), (course, pause) => course.Paused(Start.AddDays(pause.From), Start.AddDays(pause.From + pause.Days)));
}
