using Mainstay.Algorithms.Series;

namespace Mainstay.Rhythm;

public enum DueStatus { None = 0, Fine = 1, Soon = 2, Due = 3, Overdue = 4 }

/// <summary>When the next touch is meant to be.</summary>
/// <param name="On">The day.</param>
/// <param name="Cadence">In days, as it counts: stretched when the owner's time is short.</param>
/// <param name="Stretch">By how much; 1 is not at all.</param>
/// <param name="Overdue">How many cadences have passed since the last touch: 1 is due.</param>
public sealed record Due(DateOnly On, int Cadence, double Stretch, double Overdue)
{
    public DueStatus Status => Overdue switch
    {
        < .8 => DueStatus.Fine,
        < 1 => DueStatus.Soon,
        <= 2 => DueStatus.Due,
        _ => DueStatus.Overdue,
    };
}

/// <summary>Who is due, and who first.</summary>
public static class DueList
{
    /// <summary>Below this strength a tie that the owner never confirmed goes last.</summary>
    private const double Faint = .05;

    /// <summary>The day a tie is due without any stretching; null when never.</summary>
    public static DateOnly? DueOn(Tie tie) => tie.Cadence() is { } days ? (tie.LastTouchOn ?? tie.Since).AddDays(days) : null;

    public static Due? Of(Tie tie, DateOnly? lastTouch, DateOnly on, double stretch)
    {
        if (tie.Cadence() is not { } planned) return null;
        var cadence = (int)Math.Round(planned * stretch);
        var from = lastTouch ?? tie.Since;
        return new(from.AddDays(cadence), cadence, stretch, ContactRhythm.Overdue(from.DayNumber, on.DayNumber, cadence));
    }

    /// <summary>About how often they are in touch: the last gaps, shrunk towards the cadence. Without a cadence the gaps alone, from two on.</summary>
    public static double? Rhythm(ReadOnlySpan<ContactDay> days, int? cadence)
    {
        var latest = new double[Math.Min(days.Length, ContactRhythm.LatestGaps + 1)];
        for (var i = 0; i < latest.Length; i++) latest[i] = days[days.Length - latest.Length + i].Day;
        if (cadence is { } planned) return latest.Length < 2 ? null : ContactRhythm.Of(latest, planned);
        var gaps = latest.Length - 1;
        // A cadence of 1 adds nothing to the sum of logarithms, only to their number, which is taken out again.
        return gaps < 2 ? null : Math.Pow(ContactRhythm.Of(latest, 1), (gaps + ContactRhythm.PriorGaps) / gaps);
    }

    /// <summary>What a week of silence would cost, by importance, and a little for every cadence missed.</summary>
    public static double Priority(Standing tie)
    {
        var importance = Layers.Importance(tie.Tie);
        return importance * (tie.Aliveness.Exact - tie.Aliveness.InAWeek) + .1 * importance * Math.Min(tie.Due?.Overdue ?? 0, 3);
    }

    /// <summary>A faint tie of which the owner never said a word. It goes after all others.</summary>
    public static bool GoesLast(Standing tie) => tie.Strength.Value < Faint && tie.Tie.Closeness is null && tie.Tie.Verdict != Verdict.StillOn && !IsSaidToCount(tie.Tie);

    /// <summary>That it counts less than its layer does is no word for it.</summary>
    private static bool IsSaidToCount(Tie tie) => tie.CountsAs is { } said && Layers.Importance(said) >= Layers.Importance(tie.Layer);

    /// <summary>Due, and neither over nor paused nor snoozed.</summary>
    public static bool IsWorthNaming(Standing tie) => tie.Status >= DueStatus.Due && !IsResting(tie.Tie, tie.On);

    public static bool IsResting(Tie tie, DateOnly on) =>
        (tie.Verdict == Verdict.Over && !(tie.VerdictOn > on)) || IsPaused(tie, on) || tie.SnoozedUntil > on;

    public static bool IsPaused(Tie tie, DateOnly on) => tie.Paused && (tie.PausedUntil is null || tie.PausedUntil > on);

    /// <summary>What would be right now: the usual kind, and after a long silence a call rather than a message.</summary>
    public static TouchKind Fitting(Standing tie)
    {
        var usual = tie.Tie.LastTouchKind is { } kind and not TouchKind.Reaction ? kind : TouchKind.Message;
        return tie.Due?.Overdue > 2 && usual > TouchKind.Call ? TouchKind.Call : usual;
    }
}
