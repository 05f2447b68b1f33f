using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>A time of day as it is written: 18:00.</summary>
public static class Clock
{
    private static readonly string[] Forms = ["HH:mm", "H:mm", "HH:mm:ss"];

    /// <summary>The time; null when nothing was typed, and a mistake beside the field when it is none.</summary>
    public static TimeOnly? Of(string? typed, string field, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (TimeOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        problems.Add(field, "Gatherings.NotATime", typed);
        return null;
    }

    public static string? Write(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
