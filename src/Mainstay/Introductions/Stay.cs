using Mainstay.Formats;

namespace Mainstay.Introductions;

/// <summary>From when to when somebody was at a place, as far as it is known.</summary>
/// <param name="Since">The first day; null when nobody wrote it.</param>
/// <param name="Until">The last day, or today.</param>
public readonly record struct Stay(DateOnly? Since, DateOnly Until)
{
    private const double DaysOfMonth = 30.44;

    /// <summary>Of dates that may lack day or month: a year alone reaches from its first day to its last.</summary>
    public static Stay Of(string? since, string? until, DateOnly today)
    {
        var end = Read(until) is { } last ? Last(last) : today;
        return new(Read(since) is { } first ? First(first) : null, end > today ? today : end);
    }

    /// <summary>Whether two people were there at the same time for certain, and for how many months, when that is known.</summary>
    public static Overlap? Together(IReadOnlyList<Stay> one, IReadOnlyList<Stay> other)
    {
        Overlap? best = null;
        foreach (var mine in one)
            foreach (var theirs in other)
                if (mine.With(theirs) is { } overlap && (best is null || overlap.Months > (best.Value.Months ?? 0))) best = overlap;
        return best;
    }

    /// <summary>Of whom it is not known since when, it is certain only that they were there at the end.</summary>
    private Overlap? With(Stay other)
    {
        var (from, to) = (Later(Since ?? Until, other.Since ?? other.Until), Until < other.Until ? Until : other.Until);
        if (from > to) return null;
        return new(Since is null || other.Since is null ? null : (int)((to.DayNumber - from.DayNumber) / DaysOfMonth));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static PartialDate? Read(string? text) => PartialDate.TryParse(text, out var date, out _) && date.Year is not null ? date : null;

    private static DateOnly First(PartialDate date) => new(date.Year!.Value, date.Month ?? 1, date.Day ?? 1);

    private static DateOnly Last(PartialDate date)
    {
        var (year, month) = (date.Year!.Value, date.Month ?? 12);
        return new(year, month, date.Day ?? DateTime.DaysInMonth(year, month));
    }
}

/// <summary>That two people were at one place at the same time.</summary>
/// <param name="Months">For how long; null when it is not known.</param>
public readonly record struct Overlap(int? Months);
