namespace Mainstay.Reviews;

/// <summary>When it is time to look at one's needs again: a quarter after the last time, and for the first time a quarter after one began to note them.</summary>
/// <param name="LastOn">The day of the last review; null before the first.</param>
/// <param name="FirstOn">The day on which the oldest need that is open was noted, or without any the oldest seat; null when there is nothing to look at.</param>
/// <param name="QuietUntil">The first day on which the owner wants to hear of it again.</param>
public sealed record ReviewDue(DateOnly? LastOn, DateOnly? FirstOn, DateOnly? QuietUntil = null)
{
    /// <summary>A quarter of a year, in days.</summary>
    public const int Quarter = 91;

    /// <summary>From when on a review is due; null when there is nothing to look at.</summary>
    public DateOnly? On => FirstOn is null ? null : After(LastOn ?? FirstOn.Value);

    /// <summary>Whether Today may say so.</summary>
    public bool IsWorthSaying(DateOnly today) => On <= today && !(QuietUntil > today);

    private static DateOnly After(DateOnly day) => DateOnly.FromDayNumber(Math.Min(day.DayNumber + Quarter, DateOnly.MaxValue.DayNumber));
}
