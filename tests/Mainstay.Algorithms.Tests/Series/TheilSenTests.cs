using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class TheilSenTests
{
    private static Gen<(double X, double Y)[]> Points =>
        from count in Gen.Choose(3, 12)
        from ys in Between(0, 10).ArrayOf(count)
        select ys.Select((y, i) => (7.0 * i, y)).ToArray();

    [Fact]
    public void It_is_the_middle_of_all_slopes()
    {
        Assert.Equal(new TheilSen(2, 1), TheilSen.Of([(0, 1), (1, 3), (2, 5)]));
        // slopes 1, 3, 4.5, 5, 6.25 and 7.5: of an even count the mean of the middle two
        var line = TheilSen.Of([(0, 0), (1, 1), (2, 6), (3, 13.5)])!.Value;
        Close(4.75, line.Slope, 1e-12);
    }

    [Fact]
    public void What_cannot_be_said_is_not_said()
    {
        Assert.Null(TheilSen.Of([]));
        Assert.Null(TheilSen.Of([(1, 4)]));
        Assert.Null(TheilSen.Of([(1, 4), (1, 9), (1, 5)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TheilSen.Of([(1, double.NaN)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TheilSen.Of([(double.PositiveInfinity, 1)]));
    }

    [Fact]
    public void Points_at_the_same_place_have_no_slope_between_them() =>
        Assert.Equal(new TheilSen(1, 0), TheilSen.Of([(0, 0), (0, 0), (4, 4), (4, 4)]));

    [Fact]
    public void One_that_lies_far_off_does_not_turn_a_line() => Hold(from slope in Between(-2, 2) from at in Gen.Choose(0, 8) from off in Between(-1000, 1000) select (slope, at, off), c =>
    {
        var points = Enumerable.Range(0, 9).Select(i => ((double)i, 3 + c.slope * i + (i == c.at ? c.off : 0))).ToArray();
        var line = TheilSen.Of(points)!.Value;
        return Math.Abs(line.Slope - c.slope) < 1e-9 && Math.Abs(line.Intercept - 3) < 1e-8;
    });

    [Fact]
    public void Lifted_stretched_or_tilted_points_lift_stretch_and_tilt_the_line() => Hold(Three(Points, Between(-5, 5), Between(.1, 5)), c =>
    {
        var (points, by, times) = c;
        var line = TheilSen.Of(points)!.Value;
        var moved = TheilSen.Of([.. points.Select(p => (p.X, times * p.Y + by + by * p.X))])!.Value;
        return Near(moved.Slope, times * line.Slope + by) && Near(moved.Intercept, times * line.Intercept + by);
    });

    [Fact]
    public void Neither_their_order_nor_the_day_from_which_is_counted_matters() => Hold(from points in Points from days in Between(-500, 500) select (points, days), c =>
    {
        var line = TheilSen.Of(c.points)!.Value;
        var later = TheilSen.Of([.. c.points.Reverse().Select(p => (p.X + c.days, p.Y))])!.Value;
        return Near(later.Slope, line.Slope) && Near(later.At(c.days + 14), line.At(14));
    });

    [Fact]
    public void Turned_upside_down_the_line_turns_with_them() => Hold(Points, points =>
        Near(TheilSen.Of([.. points.Select(p => (p.X, -p.Y))])!.Value.Slope, -TheilSen.Of(points)!.Value.Slope));

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-7 * Math.Max(1, Math.Abs(other));
}
