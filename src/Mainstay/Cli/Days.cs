using Mainstay.Words;

namespace Mainstay.Cli;

/// <summary>A day as it is typed: <c>2026-05-01</c>, <c>today</c>, <c>yesterday</c> or <c>tomorrow</c>.</summary>
public static class Days
{
    /// <summary>The day meant; null when nothing was typed.</summary>
    public static DateOnly? Of(string? typed, DateOnly today) => typed?.Trim().ToLowerInvariant() switch
    {
        null => null,
        "today" => today,
        "yesterday" => today.AddDays(-1),
        "tomorrow" => today.AddDays(1),
        var text when WrittenDay.TryRead(text, out var day) => day,
        _ => throw new Mistaken(new Problems { { "date", "Cli.NotADay", typed } }),
    };
}
