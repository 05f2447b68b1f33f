using System.Globalization;

namespace Mainstay.Formats.Tests;

internal static class Calendars
{
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static CalendarFile File(string lines) => CalendarFile.Read($"BEGIN:VCALENDAR\n{lines.Trim()}\nEND:VCALENDAR\n");

    public static CalendarFile Event(string lines) => File($"BEGIN:VEVENT\nUID:u\n{lines.Trim()}\nEND:VEVENT");

    public static CalendarWindow Window(int from, int to) => new(new(from, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(to, 1, 1, 0, 0, 0, DateTimeKind.Utc), Berlin);

    /// <summary>The starts in UTC, as "MMdd HH:mm".</summary>
    public static IEnumerable<string> Starts(CalendarFile file, int from = 2020, int to = 2030, int most = 20) =>
        file.Occurrences(Window(from, to) with { Most = most }).Items.Select(one => one.StartsAt.ToString("MMdd HH:mm", CultureInfo.InvariantCulture));
}
