using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Cli;

/// <summary>A day as it is typed: <c>2026-05-01</c>, <c>today</c>, <c>yesterday</c> or <c>tomorrow</c>.</summary>
public static class Days
{
    /// <summary>What takes away the day of something that may be without one.</summary>
    private const string None = "none";

    /// <summary>Days before and after these are mistyped.</summary>
    private static readonly DateOnly First = new(1900, 1, 1), Last = new(2200, 12, 31);

    /// <summary>The day meant of something that may be without one: as it was when nothing was typed, none when <c>none</c> or nothing between quotes was.</summary>
    public static DateOnly? OrNone(string? typed, DateOnly today, DateOnly? was = null) => typed?.Trim().ToLowerInvariant() switch
    {
        null => was,
        "" or None => null,
        _ => Of(typed, today),
    };

    /// <summary>The day meant; null when nothing was typed.</summary>
    public static DateOnly? Of(string? typed, DateOnly today) => typed?.Trim().ToLowerInvariant() switch
    {
        null => null,
        "today" => today,
        "yesterday" => today.AddDays(-1),
        "tomorrow" => today.AddDays(1),
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day >= First && day <= Last ? day : throw new Mistaken(new Problems { { "date", "Cli.DayTooFar", typed, Written(First), Written(Last) } }),
        _ => throw new Mistaken(new Problems { { "date", "Cli.NotADay", typed } }),
    };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
