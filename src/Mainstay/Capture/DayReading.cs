using System.Globalization;
using static Mainstay.Capture.DayWords;

namespace Mainstay.Capture;

/// <summary>Finds the days that a line says: "yesterday", "last Friday", "in 3 weeks", "12 May", "by Thursday", "Ende Juni", "5/12".</summary>
/// <param name="pieces">The line.</param>
/// <param name="today">The owner's day.</param>
/// <param name="monthFirst">Whether 5/12 is a day of May.</param>
internal sealed class DayReading(IReadOnlyList<Piece> pieces, DateOnly today, bool monthFirst)
{
    private const int LastYear = 9000, LastNearYear = 2200, FirstYear = 1900, LeapYear = 2000;

    /// <summary>The day said from a piece on, with the small words before it; null when none begins there.</summary>
    public SaidSpan? At(int from)
    {
        if (!pieces[from].IsWord) return null;
        var (at, limit, led) = (from, false, false);
        while (at < pieces.Count && at - from < 3 && Before.Contains(Word(at)) && !(Word(at) == "vor"))
        {
            limit |= Limits.Contains(Word(at));
            led |= Word(at) != "for";
            at++;
        }
        if (Found(at, led) is not { } found) return null;
        var to = DayParts.Contains(Word(found.To)) ? found.To + 1 : found.To;
        if (Word(to) is "week" && IsWeekday(at, led)) return new(from, to + 1) { Day = new(found.Day!.Ahead.AddDays(7)) };
        return found with { From = from, To = to, Day = found.Day is { } day ? day with { IsLimit = limit } : null };
    }

    private SaidSpan? Found(int at, bool led) =>
        FixedDay(at) ?? Counted(at) ?? Weekday(at, led) ?? Period(at) ?? OfMonth(at, led) ?? Numeric(at);

    private SaidSpan? FixedDay(int at)
    {
        if (Word(at) == "day" && Word(at + 1) == "before" && Word(at + 2) == "yesterday") return Day(at, at + 3, today.AddDays(-2));
        if (Word(at) == "day" && Word(at + 1) == "after" && Word(at + 2) == "tomorrow") return Day(at, at + 3, today.AddDays(2));
        if (Word(at) == "last" && Word(at + 1) == "night") return Day(at, at + 2, today.AddDays(-1));
        if (These.Contains(Word(at)) && DayParts.Contains(Word(at + 1))) return Day(at, at + 2, today);
        return Fixed.TryGetValue(Word(at), out var days) && !(Word(at) == "morgen" && Word(at - 1) is "guten") ? Day(at, at + 1, today.AddDays(days)) : null;
    }

    /// <summary>"in 3 weeks", "3 days ago", "vor zwei Wochen", "two weeks from now"</summary>
    private SaidSpan? Counted(int at)
    {
        var (ahead, back) = (Word(at) is "in" or "within" or "innerhalb", Word(at) is "vor");
        var number = ahead || back ? at + 1 : at;
        while (Word(number) is "the" or "about" or "etwa" or "ca" or "next" or "den" or "von" && number - at < 4) number++;
        var count = Number(ref number);
        if (count is null) return null;
        var unit = Word(number);
        if (Moved(unit, 1) is null) return null;
        if (back) return Day(at, number + 1, Moved(unit, -count.Value)!.Value);
        if (ahead) return Day(at, number + 1, Moved(unit, count.Value)!.Value);
        if (Word(number + 1) == "ago") return Day(at, number + 2, Moved(unit, -count.Value)!.Value);
        return Word(number + 1) == "from" && Word(number + 2) is "now" or "today" ? Day(at, number + 3, Moved(unit, count.Value)!.Value) : null;
    }

    private SaidSpan? Weekday(int at, bool led)
    {
        var (last, next, near) = (Lasts.Contains(Word(at)), Nexts.Contains(Word(at)), These.Contains(Word(at)));
        var on = last || next || near ? at + 1 : at;
        if ((last || next || near) && WeekUnits.Contains(Word(on)) && IsWeekday(Word(on + 1) is "on" or "am" ? on + 2 : on + 1, true))
            return InWeek(at, Word(on + 1) is "on" or "am" ? on + 3 : on + 2, last ? -7 : next ? 7 : 0);
        if (WeekdayAt(on, led || last || next || near) is not { } weekday) return null;
        if ((Lasts.Contains(Word(on + 1)) || Nexts.Contains(Word(on + 1))) && WeekUnits.Contains(Word(on + 2))) return Day(at, on + 3, MondayOf(today.AddDays(Lasts.Contains(Word(on + 1)) ? -7 : 7)).AddDays(weekday - 1));
        var (back, ahead) = (today.AddDays(-Distance(today, weekday, back: true)), today.AddDays(Distance(today, weekday, back: false)));
        if (near && (int)today.DayOfWeek % 7 == weekday % 7) return Day(at, on + 1, today);
        return new(at, on + 1) { Day = last ? new(back) : next ? new(ahead) : new(back, ahead) };
    }

    private SaidSpan InWeek(int at, int to, int move) => Day(at, to, MondayOf(today.AddDays(move)).AddDays(WeekdayAt(to - 1, true)!.Value - 1));

    /// <summary>"next week" ends with its Friday, "next month" with its last day; "last week" was seven days ago.</summary>
    private SaidSpan? Period(int at)
    {
        if (End(at) is { } end) return end;
        var (last, next, near) = (Lasts.Contains(Word(at)), Nexts.Contains(Word(at)), These.Contains(Word(at)));
        var unit = Word(last || next || near ? at + 1 : at);
        var saturday = MondayOf(today).AddDays(5);
        if (Weekends.Contains(unit)) return last ? Day(at, at + 2, saturday.AddDays(-6)) : next ? Day(at, at + 2, saturday.AddDays(7)) : new SaidSpan(at, near ? at + 2 : at + 1) { Day = new(saturday.AddDays(-6), saturday) };
        if (!last && !next && !near) return null;
        var move = last ? -1 : next ? 1 : 0;
        if (WeekUnits.Contains(unit)) return last ? Day(at, at + 2, today.AddDays(-7)) : Days(at, at + 2, MondayOf(today.AddDays(7 * move)), FridayOf(today.AddDays(7 * move)));
        if (MonthUnits.Contains(unit)) return last ? Day(at, at + 2, today.AddMonths(-1)) : Days(at, at + 2, FirstOf(today.AddMonths(move)), LastOf(today.AddMonths(move)));
        if (YearUnits.Contains(unit)) return last ? Day(at, at + 2, today.AddYears(-1)) : Days(at, at + 2, new(today.Year + move, 1, 1), new(today.Year + move, 12, 31));
        return null;
    }

    /// <summary>"end of May", "Ende der Woche", "mid June", "in May"</summary>
    private SaidSpan? End(int at)
    {
        var part = Word(at) is "end" or "ende" ? 31 : Word(at) is "mid" or "middle" or "mitte" ? 15 : Word(at) is "beginning" or "start" or "early" or "anfang" ? 1 : 0;
        var whole = Word(at) is "in" or "im";
        if (part == 0 && !whole) return null;
        var on = at + 1;
        while (Word(on) is "of" or "the" or "der" or "des" or "this" or "dieser") on++;
        if (Months.TryGetValue(Word(on), out var month) && (pieces[on].IsCapital || whole || part > 0)) return OfMonthPart(at, on, month, whole ? 0 : part);
        if (whole || part != 31) return null;
        if (WeekUnits.Contains(Word(on))) return Day(at, on + 1, FridayOf(today));
        if (MonthUnits.Contains(Word(on))) return Day(at, on + 1, LastOf(today));
        return YearUnits.Contains(Word(on)) ? Day(at, on + 1, new(today.Year, 12, 31)) : null;
    }

    private SaidSpan OfMonthPart(int at, int on, int month, int part)
    {
        var year = Year(on + 1);
        DateOnly In(int y, int day) => new(y, month, Math.Min(day, DateTime.DaysInMonth(y, month)));
        var (early, late) = part == 0 ? (1, 31) : (part, part);
        DaySaid Said(DateOnly first, DateOnly last) => new(first, last) { Begins = part == 0 ? FirstOf(last) : null };
        if (year is { } said) return new(at, on + 2) { Day = Said(In(said, early), In(said, late)) };
        var ahead = In(today.Year, late) < today ? In(today.Year + 1, late) : In(today.Year, late);
        var back = In(today.Year, early) > today ? In(today.Year - 1, early) : In(today.Year, early);
        return new(at, on + 1) { Day = Said(back, ahead) };
    }

    /// <summary>"12 May", "12. Mai 2026", "May 12th", "the 12th"</summary>
    private SaidSpan? OfMonth(int at, bool led)
    {
        if (DayNumber(at, out var ordinal) is { } day)
        {
            var on = Word(at + 1) is "." or "of" ? at + 2 : at + 1;
            if (Months.TryGetValue(Word(on), out var month)) return Calendar(at, on + 1, month, day);
            if (led && (ordinal || (Word(at + 1) == "." && Word(at - 1) is "am" or "zum")) && !Months.ContainsKey(Word(at - 1))) return OfAnyMonth(at, ordinal ? at + 1 : at + 2, day);
            return null;
        }
        if (!Months.TryGetValue(Word(at), out var first)) return null;
        return DayNumber(at + 1, out _) is { } after && Word(at + 2) is not (":" or "%") ? Calendar(at, at + 2, first, after) : null;
    }

    private SaidSpan? OfAnyMonth(int at, int to, int day)
    {
        DateOnly In(int months)
        {
            var first = FirstOf(today).AddMonths(months);
            return day <= DateTime.DaysInMonth(first.Year, first.Month) ? first.AddDays(day - 1) : In(months < 0 ? months - 1 : months + 1); // "the 31st" is not in every month
        }
        var here = In(0);
        return new(at, to) { Day = new(here <= today ? here : In(-1), here > today ? here : In(1)) { IsOfCalendar = true } };
    }

    private SaidSpan? Calendar(int at, int to, int month, int day)
    {
        if (Word(to) == "," && Year(to + 1) is not null) to++;
        if (Year(to) is { } year) return Exact(at, to + 1, year, month, day);
        return Yearless(at, to, month, day);
    }

    /// <summary>"29 Feb 2027" is written as a day, and is none.</summary>
    private static SaidSpan? Exact(int at, int to, int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day is < 1 or > 31) return null;
        return day <= DateTime.DaysInMonth(year, month) ? Day(at, to, new(year, month, day)) : NoDay(at, to);
    }

    private SaidSpan? Yearless(int at, int to, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31) return null;
        if (day > DateTime.DaysInMonth(LeapYear, month)) return NoDay(at, to);
        DateOnly In(int year, int step) => day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : In(year + step, step);
        var (back, ahead) = (In(today.Year, -1), In(today.Year, 1));
        return new(at, to) { Day = new(back <= today ? back : In(today.Year - 1, -1), ahead >= today ? ahead : In(today.Year + 1, 1)) { IsOfCalendar = true } };
    }

    /// <summary>"2026-05-12", "12.5.", "12.05.2026", "5/12"</summary>
    private SaidSpan? Numeric(int at)
    {
        if (at >= pieces.Count) return null;
        var text = pieces[at].Word;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso.Year is >= FirstYear and <= LastYear ? Day(at, at + 1, iso) : null;
        if (text is [_, _, _, _, '-', _, _, '-', _, _] && text.All(c => c == '-' || char.IsAsciiDigit(c))) return int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastNearYear ? NoDay(at, at + 1) : null; // "0711-22-33" is a number to call
        var sign = text.Contains('/', StringComparison.Ordinal) ? '/' : text.Count(c => c == '.') == 2 ? '.' : '\0';
        if (sign == '\0' || !char.IsAsciiDigit(text[0])) return null;
        var parts = text.Split(sign, StringSplitOptions.RemoveEmptyEntries).Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        if (parts.Length is < 2 or > 3) return null;
        var (day, month) = sign == '/' && monthFirst ? (parts[1], parts[0]) : (parts[0], parts[1]);
        if (parts is [_, _, > 99] && month > 12 && sign == '/') (day, month) = (month, day); // "31/12/2026" can be but one day
        if (parts is [_, _, >= FirstYear and <= LastYear] && (month is < 1 or > 12 || day is < 1 or > 31)) return NoDay(at, at + 1);
        var said = parts.Length == 3 ? Exact(at, at + 1, parts[2] < 100 ? 2000 + parts[2] : parts[2], month, day) : Yearless(at, at + 1, month, day);
        return said is { IsNoDay: true } && parts.Length == 2 && sign == '/' && !Before.Contains(Word(at - 1)) ? null : said; // "2/30 of it" is no day at all
    }

    private int? Number(ref int at)
    {
        if (Word(at) is "a" or "ein" && Word(at + 1) is "couple" or "few" or "paar") at++;
        if (at >= pieces.Count) return null;
        int? count = int.TryParse(Word(at), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits is > 0 and < 1000 ? digits : Numbers.TryGetValue(Word(at), out var word) ? word : null;
        if (count is null) return null;
        at++;
        if (Word(at) == "of" && Word(at - 1) == "couple") at++;
        return count;
    }

    private int? DayNumber(int at, out bool ordinal)
    {
        var word = Word(at);
        ordinal = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(word[0]);
        return int.TryParse(ordinal ? word[..^2] : word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private int? Year(int at) => Word(at).Length == 4 && int.TryParse(Word(at), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastNearYear ? year : null;

    private DateOnly? Moved(string unit, int count) =>
        DayUnits.Contains(unit) ? today.AddDays(count) : WeekUnits.Contains(unit) ? today.AddDays(7 * count) : MonthUnits.Contains(unit) ? today.AddMonths(count) : YearUnits.Contains(unit) ? today.AddYears(count) : null;

    private bool IsWeekday(int at, bool led) => WeekdayAt(at, led) is not null || ((Lasts.Contains(Word(at)) || Nexts.Contains(Word(at))) && WeekdayAt(at + 1, true) is not null);

    /// <summary>A short one counts after a word that wants a day, or as it is written in the middle of a line: "Tue".</summary>
    private int? WeekdayAt(int at, bool led)
    {
        if (Weekdays.TryGetValue(Word(at), out var day)) return day;
        return ShortWeekdays.TryGetValue(Word(at), out day) && (led || (at > 0 && Word(at).Length >= 3 && pieces[at].IsCapital)) ? day : null;
    }

    private static int Distance(DateOnly today, int weekday, bool back) => ((back ? (int)today.DayOfWeek - weekday : weekday - (int)today.DayOfWeek) % 7 + 7) % 7 is var days and not 0 ? days : 7;

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly FridayOf(DateOnly day) => MondayOf(day).AddDays(4) is var friday && friday < day ? MondayOf(day).AddDays(6) : MondayOf(day).AddDays(4);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly LastOf(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static SaidSpan Day(int at, int to, DateOnly day) => new(at, to) { Day = new(day) };

    private static SaidSpan NoDay(int at, int to) => new(at, to) { IsNoDay = true };

    private static SaidSpan Days(int at, int to, DateOnly first, DateOnly last) => new(at, to) { Day = new(last) { Begins = first } };

    private string Word(int at) => at >= 0 && at < pieces.Count ? pieces[at].Fold : "";
}
