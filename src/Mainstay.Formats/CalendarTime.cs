using System.Globalization;

namespace Mainstay.Formats;

/// <summary>How a <see cref="CalendarTime"/> is tied to the world (RFC 5545 §3.3.4, §3.3.5).</summary>
public enum CalendarTimeKind
{
    /// <summary>A whole day, the same everywhere.</summary>
    Day,

    /// <summary>A time of the clock wherever one happens to be.</summary>
    Floating,

    /// <summary>A moment in UTC.</summary>
    Utc,

    /// <summary>A time of the clock in the zone that <see cref="CalendarTime.Zone"/> names.</summary>
    Zoned,
}

/// <summary>A DATE or a DATE-TIME of a calendar (RFC 5545 §3.3.4, §3.3.5), to the second.</summary>
/// <param name="Clock">What the clock shows, without a kind; midnight for a day.</param>
/// <param name="Kind">How it is tied to the world.</param>
/// <param name="Zone">The TZID as it came, for <see cref="CalendarTimeKind.Zoned"/> only; else null.</param>
public readonly record struct CalendarTime(DateTime Clock, CalendarTimeKind Kind, string? Zone)
{
    public static CalendarTime Day(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), CalendarTimeKind.Day, null);

    public static CalendarTime Floating(DateTime clock) => new(Seconds(clock), CalendarTimeKind.Floating, null);

    /// <exception cref="ArgumentException">The moment is not in UTC.</exception>
    public static CalendarTime Utc(DateTime moment) => moment.Kind == DateTimeKind.Utc
        ? new(Seconds(moment), CalendarTimeKind.Utc, null)
        : throw new ArgumentException("The moment must be in UTC.", nameof(moment));

    public static CalendarTime Zoned(DateTime clock, string zone) => new(Seconds(clock), CalendarTimeKind.Zoned, zone);

    public bool IsDay => Kind == CalendarTimeKind.Day;

    public DateOnly Date => DateOnly.FromDateTime(Clock);

    /// <summary>The same tie to the world at another time of the clock.</summary>
    internal CalendarTime At(DateTime clock) => this with { Clock = IsDay ? clock.Date : clock };

    /// <summary>As RFC 5545 writes the value: <c>20260501</c>, <c>20260501T180000</c> or <c>20260501T180000Z</c>.</summary>
    public override string ToString() => Kind switch
    {
        CalendarTimeKind.Day => Clock.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        CalendarTimeKind.Utc => Clock.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        _ => Clock.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture),
    };

    private static DateTime Seconds(DateTime clock) => new(clock.Ticks - clock.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
}
