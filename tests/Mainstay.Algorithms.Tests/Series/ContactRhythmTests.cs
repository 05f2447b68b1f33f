using FsCheck.Fluent;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class ContactRhythmTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_worked_case_agrees(int index)
    {
        var expected = Read("tie_strength").GetProperty("due")[index];
        var days = expected.GetProperty("contact_days").EnumerateArray().Select(day => day.GetDouble()).ToArray();
        var cadence = expected.Number("target_cadence");
        var rhythm = ContactRhythm.Of(days, cadence);
        Close(expected.Number("rhythm"), rhythm, 1e-13);
        Close(expected.Number("due_day_by_target"), days[^1] + cadence, 1e-13);
        Close(expected.Number("expected_natural_day"), days[^1] + rhythm, 1e-13);
        Close(expected.Number("overdue_ratio_50_days_after_last"), ContactRhythm.Overdue(days[^1], days[^1] + 50, cadence), 1e-13);
    }

    [Fact]
    public void Lies_between_the_cadence_and_the_gaps() => Laws.Hold(
        Gen.Choose(1, 400).ArrayOf().Zip(Laws.Between(1, 400)), pair =>
        {
            var days = pair.Item1.Aggregate(new List<double> { 0 }, (all, gap) => [.. all, all[^1] + gap]).ToArray();
            var known = pair.Item1.TakeLast(8).Select(gap => (double)gap).Append(pair.Item2).ToArray();
            var rhythm = ContactRhythm.Of(days, pair.Item2);
            return rhythm >= known.Min() - 1e-9 && rhythm <= known.Max() + 1e-9;
        });

    [Fact]
    public void Only_the_last_eight_gaps_count() => Assert.Equal(
        ContactRhythm.Of([900, 907, 914, 921, 928, 935, 942, 949, 956], 30),
        ContactRhythm.Of([0, 1, 500, 900, 907, 914, 921, 928, 935, 942, 949, 956], 30));

    [Fact]
    public void Is_the_cadence_before_anything_is_known() => Close(45, ContactRhythm.Of([], 45), 1e-15);

    [Fact]
    public void Refuses_no_cadence_and_days_out_of_order()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactRhythm.Of([1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactRhythm.Of([2, 1], 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactRhythm.Overdue(0, 1, double.NaN));
    }
}
