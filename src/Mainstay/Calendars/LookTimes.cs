namespace Mainstay.Calendars;

/// <summary>When a calendar is looked at again: a few times a day, each at a time of its own, and ever more seldom while it cannot be read.</summary>
public static class LookTimes
{
    public static readonly TimeSpan Usual = TimeSpan.FromHours(6), Spread = TimeSpan.FromHours(1), Soonest = TimeSpan.FromMinutes(15), Longest = TimeSpan.FromDays(2);

    /// <summary>Who looks longer than this is taken for gone.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <summary>So seldom all of it is read, though the server says that nothing is new: what is repeated goes on.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromDays(14);

    /// <summary>After it was read. A server that slept looks once, not once for each time it missed.</summary>
    public static DateTime AfterReading(Guid id, DateTime now) => now + Usual + Spread * Share(id);

    /// <param name="id">Of the calendar.</param>
    /// <param name="failures">How often in a row it could not be read, 1 or more.</param>
    /// <param name="now">This moment.</param>
    /// <param name="asked">So long it asks to be left alone; null when it asks nothing.</param>
    public static DateTime AfterFailure(Guid id, int failures, DateTime now, TimeSpan? asked)
    {
        var wait = Soonest * Math.Pow(2, Math.Clamp(failures, 1, 20) - 1) * (1 + Share(id) / 10);
        if (asked > wait) wait = asked.Value;
        return now + (wait < Longest ? wait : Longest);
    }

    /// <summary>A clock that was set back must not silence it.</summary>
    public static bool IsDue(DateTime nextAt, DateTime now) => nextAt <= now || nextAt > now + Longest;

    /// <summary>Where within the time over which calendars are spread this one has its place, 0 to 1.</summary>
    private static double Share(Guid id) => BitConverter.ToUInt16(id.ToByteArray(), 14) / (double)ushort.MaxValue;
}
