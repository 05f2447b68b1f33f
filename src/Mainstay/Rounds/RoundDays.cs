namespace Mainstay.Rounds;

/// <summary>On which day of the circle a moment lies.</summary>
internal static class RoundDays
{
    public static DateOnly Of(DateTime moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone));
}
