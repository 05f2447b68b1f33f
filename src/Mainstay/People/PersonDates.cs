using System.Globalization;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>Dates as people know them: often without the year, sometimes without the day.</summary>
public static class PersonDates
{
    private static readonly string[] Yearless = ["--MM-dd", "--MMdd"];

    /// <summary>Reads <c>1985-04-12</c>, <c>1985-04</c>, <c>1985</c> and the yearless <c>--04-12</c>; null when it is none of them.</summary>
    public static DateDetails? Read(string kind, string text)
    {
        var typed = text.Trim();
        // A leap year stands in for the unknown one, so that 29 February is a day.
        if (Yearless.Any(f => f.Length == typed.Length) && typed.StartsWith("--", StringComparison.Ordinal))
            return DateOnly.TryParseExact("2000" + typed[2..].Replace("-", "", StringComparison.Ordinal), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new(kind, null, day.Month, day.Day)
                : null;
        return Partial(typed) is var (year, month, number) ? new(kind, year, month, number) : null;
    }

    /// <summary>The date in words, with as much of it as is known.</summary>
    public static Reason InWords(DateDetails date) => (date.Year, date.Month, date.Day) switch
    {
        ({ } y, { } m, { } d) => new("People.DateFull", new DateOnly(y, m, d)),
        (null, { } m, { } d) => new("People.DateYearless", new DateOnly(2000, m, d)),
        ({ } y, { } m, null) => new("People.DateMonth", new DateOnly(y, m, 1)),
        _ => new("People.DateYear", date.Year?.ToString("0000", CultureInfo.InvariantCulture)),
    };

    /// <summary>"on 9 March 2024", "in March 2024", "in 2024".</summary>
    public static Reason When(string partial)
    {
        var (_, month, day) = Partial(partial) ?? throw new ArgumentException("Not a date.", nameof(partial));
        var date = AsKnown(partial);
        return new((month, day) switch { (null, _) => "People.InYear", (_, null) => "People.InTime", _ => "People.OnDay" }, date);
    }

    /// <summary>"9 March 2024", "March 2024", "2024"; as it stands when it is no date.</summary>
    public static object AsKnown(string partial) => Partial(partial) is var (year, month, day) ? InWords(new("", year, month, day)) : partial;

    private static (int Year, int? Month, int? Day)? Partial(string text)
    {
        if (!DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        return (date.Year, text.Length > 4 ? date.Month : null, text.Length > 7 ? date.Day : null);
    }
}
