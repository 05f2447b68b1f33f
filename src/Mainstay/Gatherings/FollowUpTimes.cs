using Mainstay.Formats;

namespace Mainstay.Gatherings;

/// <summary>When an encounter is looked at again, and by when the owner writes, on their clock.</summary>
public static class FollowUpTimes
{
    private static readonly TimeSpan UntilTriage = TimeSpan.FromHours(20), UntilWriting = TimeSpan.FromHours(48);

    /// <summary>A month until the second touch.</summary>
    public const int DaysToSecond = 30;

    /// <param name="noted">When the encounter was noted, in UTC.</param>
    /// <param name="zone">Where the owner is.</param>
    /// <param name="today">The owner's day; neither lies before it.</param>
    public static (DateOnly TriageOn, DateOnly WriteBy) For(DateTime noted, TimeZoneInfo zone, DateOnly today)
    {
        var clock = new CalendarZone(zone);
        var triage = DateOnly.FromDateTime(clock.ToClock(noted + UntilTriage));
        var write = DateOnly.FromDateTime(clock.ToClock(noted + UntilWriting));
        return (Later(triage, today), OnAWorkday(Later(write, today), today));
    }

    private static DateOnly Later(DateOnly day, DateOnly today) => day < today ? today : day;

    // Nobody answers on a weekend. A Saturday becomes the Friday before, which keeps the 48 hours, unless that is over; a Sunday, two days after a Friday evening, becomes Monday.
    private static DateOnly OnAWorkday(DateOnly day, DateOnly today) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(day > today ? -1 : 2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
