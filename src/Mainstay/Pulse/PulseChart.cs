using static System.FormattableString;

namespace Mainstay.Pulse;

/// <summary>Where things stand in a drawing of so many weeks, 100 wide.</summary>
internal sealed record PulseChart(DateOnly From, DateOnly To)
{
    public const int Width = 100, Height = 40;

    /// <summary>The same width for all drawings of a page: from the first week's Monday to the last one's Sunday.</summary>
    public static PulseChart Of(IReadOnlyList<PulseWeek> weeks) => new(weeks[0].From, weeks[^1].From.AddDays(6));

    /// <summary>Each tap as a stroke without length, which round ends make a dot whatever the size of the drawing.</summary>
    public string Dots(PulseTrend trend) => string.Join(' ', trend.Points.Select(p => Invariant($"M{X(p.On):0.##} {Y(p.Value):0.##}h0")));

    /// <summary>The line of the trend from the first tap to the last.</summary>
    public string? Line(PulseTrend trend) => trend.Line is not { } line ? null
        : Invariant($"M{X(trend.Points[0].On):0.##} {Y(line.At(trend.Points[0].On.DayNumber)):0.##}L{X(trend.Points[^1].On):0.##} {Y(line.At(trend.Points[^1].On.DayNumber)):0.##}");

    /// <summary>A bar for each week, against the greatest of them.</summary>
    public string Bars(IReadOnlyList<PulseWeek> weeks, Func<PulseWeek, int> count)
    {
        var most = Math.Max(1, weeks.Max(count));
        var wide = Math.Min(3.0, .7 * Width / weeks.Count);
        return string.Join(' ', weeks.Where(w => count(w) > 0).Select(w => Invariant($"M{X(w.From.AddDays(3)) - wide / 2:0.##} {Height}v-{(double)count(w) / most * (Height - 4):0.##}h{wide:0.##}V{Height}z")));
    }

    private double X(DateOnly day) => 1 + (Width - 2.0) * (day.DayNumber - From.DayNumber) / Math.Max(1, To.DayNumber - From.DayNumber);

    private static double Y(double value) => Height - 3 - (Height - 6) * Math.Clamp(value, DayPulse.Least, DayPulse.Most) / DayPulse.Most;
}
