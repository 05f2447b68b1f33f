using System.Globalization;

namespace Mainstay.Accounts;

/// <summary>Who is asking: their space, its zone, their language.</summary>
public sealed record Owner(Guid SpaceId, TimeZoneInfo Zone, CultureInfo Culture)
{
    public static Owner Of(Space space) => Of(space.Id, space.TimeZone, space.Locale);

    /// <param name="space">What they look at.</param>
    /// <param name="zone">The zone in which its days are counted.</param>
    /// <param name="locale">The language they are spoken to in.</param>
    public static Owner Of(Guid space, string zone, string locale) => new(space, ZoneOf(zone), CultureInfo.GetCultureInfo(locale));

    /// <summary>The owner's day at this moment.</summary>
    public DateOnly DayAt(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    public DateOnly Today(TimeProvider clock) => DayAt(clock.GetUtcNow());

    /// <summary>A zone this machine does not know counts as UTC: a day off by some hours is better than no Today.</summary>
    private static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
