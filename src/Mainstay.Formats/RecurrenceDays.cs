namespace Mainstay.Formats;

/// <summary>
/// Which days a rule allows. A part that is absent allows every day, and what the rule leaves open comes from the start
/// (RFC 5545 §3.3.10): the day of the month, the month, the day of the week.
/// </summary>
internal sealed class RecurrenceDays
{
    private readonly bool _inMonth;
    private readonly DayOfWeek _weekStart;
    private readonly HashSet<int>? _yearDays;
    private readonly HashSet<int>? _weeks;
    private readonly int _months;
    private readonly uint _monthDays;
    private readonly uint _monthDaysFromEnd;
    private readonly int _weekdays;
    private readonly WeekdayNumber[] _numbered;

    public RecurrenceDays(RecurrenceRule rule, DateTime start)
    {
        var open = rule.ByDay.Count + rule.ByMonthDay.Count + rule.ByYearDay.Count == 0;
        var yearly = rule.Frequency == RecurrenceFrequency.Yearly;
        _weekStart = rule.WeekStart;
        _inMonth = !yearly || rule.ByMonth.Count > 0;
        _yearDays = rule.ByYearDay.Count > 0 ? [.. rule.ByYearDay] : null;
        _weeks = rule.ByWeekNumber.Count > 0 ? [.. rule.ByWeekNumber] : null;
        _months = rule.ByMonth.Aggregate(0, (mask, month) => mask | 1 << month);
        foreach (var day in rule.ByMonthDay)
            if (day > 0) _monthDays |= 1u << day;
            else _monthDaysFromEnd |= 1u << -day;
        var counts = rule.Frequency >= RecurrenceFrequency.Monthly;
        _numbered = counts ? [.. rule.ByDay.Where(day => day.Number != 0)] : [];
        _weekdays = rule.ByDay.Where(day => day.Number == 0 || !counts).Aggregate(0, (mask, day) => mask | 1 << (int)day.Day);
        if (!open) return;
        if (rule.Frequency == RecurrenceFrequency.Weekly || (yearly && _weeks is not null)) _weekdays = 1 << (int)start.DayOfWeek;
        else if (rule.Frequency >= RecurrenceFrequency.Monthly) _monthDays = 1u << start.Day;
        if (yearly && _weeks is null && _months == 0) _months = 1 << start.Month;
    }

    /// <summary>Adds the allowed days, ascending, among <paramref name="length"/> from <paramref name="first"/> on.</summary>
    public void Find(int first, int length, List<int> found)
    {
        for (var day = first; day < first + length; day++)
            if (Has(day)) found.Add(day);
    }

    public bool Has(int dayNumber)
    {
        var date = DateOnly.FromDayNumber(dayNumber);
        if (_months != 0 && (_months & 1 << date.Month) == 0) return false;
        if ((_monthDays | _monthDaysFromEnd) != 0 && !InMonthDays(date)) return false;
        if ((_weekdays != 0 || _numbered.Length > 0) && (_weekdays & 1 << (int)date.DayOfWeek) == 0 && !IsNumbered(date)) return false;
        return (_yearDays is null || InYearDays(date)) && (_weeks is null || InWeeks(date));
    }

    private bool InMonthDays(DateOnly date) =>
        (_monthDays & 1u << date.Day) != 0
        || (_monthDaysFromEnd != 0 && (_monthDaysFromEnd & 1u << (DateTime.DaysInMonth(date.Year, date.Month) - date.Day + 1)) != 0);

    private bool IsNumbered(DateOnly date)
    {
        foreach (var day in _numbered)
            if (day.Day == date.DayOfWeek && (day.Number == Nth(date) || day.Number == NthFromEnd(date))) return true;
        return false;
    }

    private int Nth(DateOnly date) => ((_inMonth ? date.Day : date.DayOfYear) + 6) / 7;

    private int NthFromEnd(DateOnly date) =>
        -(((_inMonth ? DateTime.DaysInMonth(date.Year, date.Month) - date.Day : DaysIn(date.Year) - date.DayOfYear) + 7) / 7);

    private bool InYearDays(DateOnly date) => _yearDays!.Contains(date.DayOfYear) || _yearDays.Contains(date.DayOfYear - DaysIn(date.Year) - 1);

    private bool InWeeks(DateOnly date)
    {
        var week = WeekOf(date, date.Year);
        var year = date.Year;
        if (week < 1) week = WeekOf(date, --year);
        else if (week > WeeksIn(year)) (week, year) = (1, year + 1);
        return _weeks!.Contains(week) || _weeks.Contains(week - WeeksIn(year) - 1);
    }

    // Week 1 is the first with at least four days in the year.
    private int WeekOf(DateOnly date, int year) => (date.DayNumber - FirstWeek(year) + 7) / 7;

    private int WeeksIn(int year) => (FirstWeek(year + 1) - FirstWeek(year)) / 7;

    private int FirstWeek(int year)
    {
        var first = year > 9999 ? DateOnly.MaxValue.DayNumber + 1 : year < 1 ? -366 : new DateOnly(year, 1, 1).DayNumber;
        // 0001-01-01, the day 0, was a Monday.
        var into = ((first % 7 + 8 - (int)_weekStart) % 7 + 7) % 7;
        return into <= 3 ? first - into : first - into + 7;
    }

    private static int DaysIn(int year) => DateTime.IsLeapYear(year) ? 366 : 365;
}
