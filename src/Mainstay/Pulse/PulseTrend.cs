using Mainstay.Algorithms.Series;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary>Which way a part went. It is arithmetic on taps, and says nothing of who tapped or why.</summary>
public enum PulseWay { Unknown = 0, Flat = 1, Rises = 2, Falls = 3 }

/// <summary>A part of the pulse over time.</summary>
/// <param name="Part">Which.</param>
/// <param name="Points">Its taps, the earliest first.</param>
/// <param name="Line">The line through them; null with fewer than three.</param>
public sealed record PulseTrend(PulsePart Part, IReadOnlyList<PulsePoint> Points, TheilSen? Line)
{
    /// <summary>Who changes by less than half a point in all would, rounded to a tap, not have changed.</summary>
    public const double LeastChange = .5;

    private const double DaysAMonth = 365.25 / 12, DaysAYear = 365.25, LeastSaid = .1;

    public static PulseTrend Of(PulsePart part, IEnumerable<DayPulse> pulses)
    {
        var points = pulses.Where(p => p.Of(part) is not null).Select(p => new PulsePoint(p.On, p.Of(part)!.Value)).OrderBy(p => p.On).ToList();
        return new(part, points, points.Count < TheilSen.FewestWorthSaying ? null : TheilSen.Of([.. points.Select(p => ((double)p.On.DayNumber, (double)p.Value))]));
    }

    /// <summary>By how much the line changes from the first point to the last.</summary>
    public double? Change => Line is { } line ? line.Slope * (Points[^1].On.DayNumber - Points[0].On.DayNumber) : null;

    /// <summary>By how much it changes in a week.</summary>
    public double? PerWeek => Line?.Slope * 7;

    public PulseWay Way => Change switch
    {
        null => PulseWay.Unknown,
        < LeastChange and > -LeastChange => PulseWay.Flat,
        > 0 => PulseWay.Rises,
        _ => PulseWay.Falls,
    };

    public Reason InWords => Way switch
    {
        PulseWay.Unknown => Points.Count == 0 ? new("Pulse.NoPoints") : new("Pulse.TooFew", Points.Count),
        PulseWay.Flat => new("Pulse.Flat", Points.Count, Points[0].On),
        var way => new($"Pulse.{way}", About, Points.Count, Points[0].On),
    };

    /// <summary>"about 0.4 a week", in the unit in which it is worth a number.</summary>
    private Reason About
    {
        get
        {
            var day = Math.Abs(Line!.Value.Slope);
            return day * 7 >= LeastSaid ? new("Pulse.AWeek", day * 7) : day * DaysAMonth >= LeastSaid ? new("Pulse.AMonth", day * DaysAMonth) : new("Pulse.AYear", day * DaysAYear);
        }
    }
}

/// <summary>A tap.</summary>
public readonly record struct PulsePoint(DateOnly On, int Value);

/// <summary>What happened in a week, as far as it is noted; it claims to be no cause of anything.</summary>
/// <param name="From">Its Monday.</param>
/// <param name="Touches">How many touches were noted.</param>
/// <param name="Helped">How many times the owner was helped.</param>
public sealed record PulseWeek(DateOnly From, int Touches, int Helped);
