using System.Globalization;

namespace Mainstay.Accounts;

/// <summary>Who is asking: their space, their zone, their language.</summary>
public sealed record Owner(Guid SpaceId, TimeZoneInfo Zone, CultureInfo Culture)
{
    public static Owner Of(Space space) => new(space.Id, ZoneOf(space.TimeZone), CultureInfo.GetCultureInfo(space.Locale));

    /// <summary>The owner's day at this moment.</summary>
    public DateOnly DayAt(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    public DateOnly Today(TimeProvider clock) => DayAt(clock.GetUtcNow());

    /// <summary>A zone this machine does not know counts as UTC: a day off by some hours is better than no Today.</summary>
    private static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
