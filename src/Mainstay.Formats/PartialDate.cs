using System.Globalization;

namespace Mainstay.Formats;

/// <summary>
/// A date of which year, month or day may be unknown, as birthdays are. Year 1 to 9999 in the Gregorian calendar.
/// </summary>
public readonly record struct PartialDate(int? Year, int? Month, int? Day)
{
    public bool IsFull => Year is not null && Month is not null && Day is not null;

    /// <summary>The date, when nothing of it is unknown.</summary>
    public DateOnly? Full => IsFull ? new DateOnly(Year!.Value, Month!.Value, Day!.Value) : null;

    public static PartialDate From(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>As ISO 8601 writes it, as far as it is known: <c>1985-04-12</c>, <c>1985-04</c>, <c>1985</c>, <c>--04-12</c>, <c>--04</c>, <c>---12</c>.</summary>
    public override string ToString() => (Year, Month, Day) switch
    {
        ({ } year, { } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
        ({ } year, { } month, null) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
        ({ } year, null, _) => year.ToString("0000", CultureInfo.InvariantCulture),
        (null, { } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{day:00}"),
        (null, { } month, null) => string.Create(CultureInfo.InvariantCulture, $"--{month:00}"),
        (null, null, { } day) => string.Create(CultureInfo.InvariantCulture, $"---{day:00}"),
        _ => "",
    };

    /// <summary>As the basic format of vCard 4.0 writes it: <c>19850412</c>, <c>1985-04</c>, <c>1985</c>, <c>--0412</c>, <c>--04</c>, <c>---12</c>.</summary>
    public string ToBasic() => Month is not null && Day is not null ? ToString().Replace("--", "\0", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("\0", "--", StringComparison.Ordinal) : ToString();

    /// <summary>Makes a date of numbers; false with a sentence when there is no such day.</summary>
    public static bool TryCreate(int? year, int? month, int? day, out PartialDate date, out string? problem)
    {
        date = default;
        problem = (year, month, day) switch
        {
            (null, null, null) => "There is no date in it.",
            (0, _, _) => "There is no year 0.",
            ( < 0 or > 9999, _, _) => "The year must be between 1 and 9999.",
            (_, < 1 or > 12, _) => "The month must be between 1 and 12.",
            (_, _, < 1 or > 31) => "The day must be between 1 and 31.",
            (not null, null, not null) => "A day with a year needs a month.",
            // Without a year the 29th of February exists.
            (_, { } m, { } d) when d > DateTime.DaysInMonth(year ?? 2000, m) => "There is no such day in that month.",
            _ => null,
        };
        if (problem is null) date = new(year, month, day);
        return problem is null;
    }

    /// <summary>
    /// Reads ISO 8601 and vCard dates (a time behind it is dropped) and the forms of address book exports; see
    /// <see cref="DateText"/>. <paramref name="order"/> decides when <c>3/4/2024</c> could be both.
    /// </summary>
    /// <returns>False for what is no date, with a sentence, and for a text that means "none", with no sentence.</returns>
    public static bool TryParse(string? text, out PartialDate date, out string? problem, DateOrder order = DateOrder.MonthFirst) =>
        DateText.TryParse(text, order, out date, out problem);
}

/// <summary>Which number of <c>3/4/2024</c> is the month, when neither is above 12. With dots the day always comes first.</summary>
public enum DateOrder
{
    MonthFirst,
    DayFirst,
}
