namespace Mainstay.Rhythm;

/// <summary>Days that come back every year.</summary>
public static class Occasions
{
    /// <summary>The next time it comes, the day itself included; null for a date without day or month, or one that does not exist.</summary>
    public static DateOnly? Next(int? month, int? day, DateOnly from) =>
        In(from.Year, month, day) is not { } thisYear ? null : thisYear >= from ? thisYear : In(from.Year + 1, month, day);

    /// <summary>Those born on 29 February keep it on the 28th in other years: it stays in its month, and nobody is late.</summary>
    public static DateOnly? In(int year, int? month, int? day)
    {
        if (month is not (>= 1 and <= 12) || day is not >= 1 || day > DateTime.DaysInMonth(2000, month.Value) || year is < 1 or > 9999) return null;
        return new(year, month.Value, Math.Min(day.Value, DateTime.DaysInMonth(year, month.Value)));
    }

    /// <summary>The how-maniest it is; null without a year.</summary>
    public static int? Years(int? since, DateOnly on) => since is { } year && year > 1800 && on.Year > year ? on.Year - year : null;

    /// <summary>The months and days of the calendar that are kept on these days.</summary>
    public static IReadOnlyList<(int Month, int Day)> KeptWithin(DateOnly from, int days) =>
    [
        .. Enumerable.Range(0, days + 1).Select(from.AddDays)
            .SelectMany(day => day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year) ? new[] { (2, 28), (2, 29) } : [(day.Month, day.Day)]),
    ];
}
