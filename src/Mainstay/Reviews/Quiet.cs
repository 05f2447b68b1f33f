using Mainstay.Rhythm;

namespace Mainstay.Reviews;

/// <summary>Which ties have grown quiet. It is a question to the owner and ends nothing.</summary>
public static class Quiet
{
    /// <summary>So many of each are named.</summary>
    public const int Most = 10;

    /// <summary>From so many days of silence on a tie could rest.</summary>
    public const int LongDays = 120;

    private const double Fading = 1.5, Resting = 2;

    /// <summary>Whoever is less late than that has only been busy: of people who met weekly for a year, more than nine in ten still do after four weeks of silence (models.md, 1.5).</summary>
    private const int LateDays = 14;

    /// <summary>Felt as close as that, a tie needs no touch to be there.</summary>
    private const int Dear = 4;

    /// <summary>Somebody near, and half a cadence late, which a short one is not within two weeks.</summary>
    public static bool Fades(Tie tie, DateOnly on, Stretch stretch) =>
        tie.Layer is Layer.Core or Layer.Close && !DueList.IsResting(tie, on) && Of(tie, on, stretch) is { Overdue: > Fading } due && on.DayNumber - due.On.DayNumber > LateDays;

    /// <summary>Somebody further off, who was not said to count as much as who is near, and with whom it has been quiet for long, and for longer than two cadences.</summary>
    /// <param name="tie">What is between them.</param>
    /// <param name="on">The owner's day.</param>
    /// <param name="stretch">By how much cadences are stretched to fit the owner's time.</param>
    /// <param name="counted">Whether the owner counts on them: they help with a need, or sit on the board.</param>
    public static bool CouldRest(Tie tie, DateOnly on, Stretch stretch, bool counted) =>
        !counted && tie.Layer is not (Layer.Core or Layer.Close) && tie.CountsAs is not (Layer.Core or Layer.Close) && !(tie.Closeness >= Dear) && !DueList.IsResting(tie, on)
        && SilentDays(tie, on) > LongDays && Of(tie, on, stretch)?.Overdue > Resting;

    /// <summary>How long it has been quiet, in days: since the last touch, or since one began to count.</summary>
    public static int SilentDays(Tie tie, DateOnly on) => on.DayNumber - (tie.LastTouchOn ?? tie.Since).DayNumber;

    /// <summary>How far a tie is behind its cadence; null when it has none.</summary>
    public static Due? Of(Tie tie, DateOnly on, Stretch stretch) => DueList.Of(tie, tie.LastTouchOn, on, stretch.For(tie.Layer));
}
