using System.Globalization;
using System.Text.RegularExpressions;

namespace Mainstay.Formats;

/// <summary>
/// The written forms of dates: ISO 8601 and vCard (<c>1985-04-12</c>, <c>19850412</c>, <c>--0412</c>, <c>1985-04</c>,
/// <c>2026-08-01 10:00:00 UTC</c>), named months in seven languages (<c>05 Mar 2024</c>, <c>7-Feb-22</c>,
/// <c>12 mars 2023</c>, <c>March 5, 2024</c>), numbers (<c>1/31/24, 9:15 AM</c>, <c>31.1.2024</c>).
/// Two-digit years mean 1970 to 2069. <c>0/0/00</c> and the empty text mean none.
/// </summary>
internal static partial class DateText
{
    private const int MaxLength = 64;

    public static bool TryParse(string? text, DateOrder order, out PartialDate date, out string? problem)
    {
        date = default;
        problem = null;
        var plain = (text ?? "").Trim();
        if (plain.Length == 0 || None().IsMatch(plain)) return false;
        problem = "It is not a date.";
        if (plain.Length > MaxLength) return false;
        if (Iso().Match(plain) is { Success: true } iso) return Create(iso, Number(iso, "y"), out date, out problem);
        if (Yearless().Match(plain) is { Success: true } yearless) return Create(yearless, null, out date, out problem);
        if (Numbers().Match(plain) is { Success: true } numbers) return FromNumbers(numbers, order, out date, out problem);
        var named = DayMonth().Match(plain) is { Success: true } dayFirst ? dayFirst : MonthDay().Match(plain);
        return named.Success && FromName(named, out date, ref problem);
    }

    private static bool FromNumbers(Match match, DateOrder order, out PartialDate date, out string? problem)
    {
        int first = Number(match, "a")!.Value, second = Number(match, "b")!.Value;
        // Dots are Central European, and a number above 12 settles it; only then the caller's order decides.
        var dayFirst = match.Groups["s"].Value == "." || first > 12 || (second <= 12 && order == DateOrder.DayFirst);
        return PartialDate.TryCreate(Year(match), dayFirst ? second : first, dayFirst ? first : second, out date, out problem);
    }

    private static bool FromName(Match match, out PartialDate date, ref string? problem)
    {
        date = default;
        var month = MonthNames.Find(match.Groups["m"].Value);
        return month is not null && PartialDate.TryCreate(Year(match), month, Number(match, "d"), out date, out problem);
    }

    private static bool Create(Match match, int? year, out PartialDate date, out string? problem) =>
        PartialDate.TryCreate(year, Number(match, "m"), Number(match, "d"), out date, out problem);

    private static int? Year(Match match) => Number(match, "y") switch
    {
        null => null,
        { } year when match.Groups["y"].Length > 2 => year,
        { } year => year < 70 ? 2000 + year : 1900 + year,
    };

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private const string Time = @"(?:[T ,].*)?$";

    [GeneratedRegex(@"^0{1,2}([/.\-])0{1,2}\1(0{4}|00)$|^0000-00-00" + Time)]
    private static partial Regex None();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:-(?<m>[0-9]{1,2})(?:-(?<d>[0-9]{1,2}))?|(?<m>[0-9]{2})(?<d>[0-9]{2})|[/.](?<m>[0-9]{1,2})[/.](?<d>[0-9]{1,2}))?" + Time)]
    private static partial Regex Iso();

    [GeneratedRegex("^(?:--(?<m>[0-9]{1,2})(?:-?(?<d>[0-9]{2}))?|---(?<d>[0-9]{2}))" + Time)]
    private static partial Regex Yearless();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})(?<s>[/.\-])\s?(?<b>[0-9]{1,2})(?:\k<s>\s?(?<y>[0-9]{4}|[0-9]{2})?)?" + Time)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\-]*(?:de\s+|d')?(?<m>\p{L}+)\.?,?(?:[\s\-]*(?:de\s+|del\s+)?(?<y>[0-9]{4}|[0-9]{2}))?" + Time, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"^(?<m>\p{L}+)\.?\s+(?:(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<y>[0-9]{4}))?|(?<y>[0-9]{4}))" + Time, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();
}
