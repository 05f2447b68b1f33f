namespace Mainstay.Rhythm;

/// <summary>Ties that take the same time: how many, how often, how long each time.</summary>
public readonly record struct TieLoad(Layer Layer, int Cadence, int Minutes, int Count)
{
    public double MinutesAWeek => Count * Minutes * 7.0 / Cadence;
}

/// <summary>By how much rhythms are stretched so that they fit the owner's time, and which.</summary>
/// <param name="MinutesAWeek">What all rhythms as planned would take.</param>
/// <param name="Factor">What the cadences of the stretched ties are multiplied with; 1 when all fits.</param>
/// <param name="Below">Ties of at most this importance are stretched.</param>
/// <param name="Fits">False when even that is too much.</param>
public sealed record Stretch(double MinutesAWeek, double Factor, double Below, bool Fits)
{
    public static readonly Stretch None = new(0, 1, 0, true);

    public double For(Layer layer) => Layers.Importance(layer) <= Below ? Factor : 1;
}

/// <summary>Fits what the owner means to do into the time they have.</summary>
public static class TimeBudget
{
    /// <summary>The least important ties are stretched up to this before the next ones are stretched too; and, if all are, up to <see cref="Most"/>.</summary>
    private const double Much = 4, Most = 12;

    /// <summary>What a touch takes, when nobody noted it.</summary>
    public static int MinutesOf(TouchKind? kind) => kind switch
    {
        TouchKind.Meeting => 60,
        TouchKind.Video => 45,
        TouchKind.Message => 5,
        TouchKind.Mail => 10,
        TouchKind.Reaction => 1,
        _ => 20,
    };

    /// <summary>Stretches the least important ties first, and never the core.</summary>
    public static Stretch Fit(IReadOnlyCollection<TieLoad> ties, int? weeklyMinutes)
    {
        var load = ties.Sum(t => t.MinutesAWeek);
        if (weeklyMinutes is not { } minutes || load <= minutes) return Stretch.None with { MinutesAWeek = load };
        var levels = ties.Select(t => Layers.Importance(t.Layer)).Where(i => i < Layers.Importance(Layer.Core)).Distinct().Order().ToList();
        foreach (var level in levels)
        {
            var factor = FactorFor(ties, level, load, minutes);
            if (factor <= Much || (level == levels[^1] && factor <= Most)) return new(load, factor, level, true);
        }
        return new(load, levels.Count == 0 ? 1 : Most, levels.LastOrDefault(), false);
    }

    private static double FactorFor(IReadOnlyCollection<TieLoad> ties, double level, double load, int minutes)
    {
        var stretched = ties.Where(t => Layers.Importance(t.Layer) <= level).Sum(t => t.MinutesAWeek);
        var left = minutes - (load - stretched);
        return left > 0 ? stretched / left : double.PositiveInfinity;
    }
}
