namespace Mainstay.Formats;

/// <summary>
/// Walks the periods of a rule on the clock, without any zone (RFC 5545 §3.3.10, the table of expansions and limits).
/// Days are counted from 0001-01-01, smaller units too, so that nothing is ever added to a date that has no successor.
/// </summary>
internal sealed class RecurrenceExpander
{
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    private readonly RecurrenceRule _rule;
    private readonly RecurrenceBudget _budget;
    private readonly DateTime _start;
    private readonly int _startDay;
    private readonly RecurrenceDays _days;
    private readonly int[] _seconds;
    private readonly List<int> _found = [];

    public RecurrenceExpander(RecurrenceRule rule, DateTime start, RecurrenceBudget budget)
    {
        _rule = rule;
        _budget = budget;
        _start = DateTime.SpecifyKind(new DateTime(start.Ticks - start.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
        _startDay = DateOnly.FromDateTime(start).DayNumber;
        _days = new(rule, start);
        _seconds = Seconds();
    }

    private bool IsDaily => _rule.Frequency >= RecurrenceFrequency.Daily;

    public IEnumerable<DateTime> Between(DateTime from, DateTime to)
    {
        var left = _rule.Count ?? int.MaxValue;
        var until = Until();
        foreach (var one in IsDaily ? ByDays(from, to) : ByUnits(from, to))
        {
            if (one < _start) continue;
            if (one >= to || one > until || left-- == 0 || !_budget.Spend(1)) yield break;
            if (one >= from) yield return one;
        }
    }

    private DateTime Until() => _rule.Until switch
    {
        null => DateTime.MaxValue,
        { IsDay: true } day => day.Clock.AddTicks(TimeSpan.TicksPerDay - 1),
        { } time => time.Clock,
    };

    // What the clock may show within a period: seconds of the day, of the hour or of the minute.
    private int[] Seconds()
    {
        int[] hours = IsDaily ? [.. _rule.ByHour.DefaultIfEmpty(_start.Hour)] : [0];
        int[] minutes = _rule.Frequency >= RecurrenceFrequency.Hourly ? [.. _rule.ByMinute.DefaultIfEmpty(_start.Minute)] : [0];
        int[] seconds = _rule.Frequency >= RecurrenceFrequency.Minutely ? [.. _rule.BySecond.DefaultIfEmpty(_start.Second)] : [0];
        var all = new int[hours.Length * minutes.Length * seconds.Length];
        var i = 0;
        foreach (var hour in hours)
            foreach (var minute in minutes)
                foreach (var second in seconds)
                    all[i++] = hour * 3600 + minute * 60 + second;
        return all;
    }

    private IEnumerable<DateTime> ByDays(DateTime from, DateTime to)
    {
        var last = DateOnly.FromDateTime(to).DayNumber;
        for (var index = FirstPeriod(DateOnly.FromDateTime(from).DayNumber); ; index += _rule.Interval)
        {
            var (first, length) = Period(index);
            if (first > last || first > LastDay || !_budget.Spend(1 + length / 8)) yield break;
            _found.Clear();
            _days.Find((int)first, length, _found);
            foreach (var one in Chosen(_found.Count)) yield return At(_found[one / _seconds.Length], one % _seconds.Length);
        }
    }

    private DateTime At(int day, int second) => new(day * TimeSpan.TicksPerDay + _seconds[second] * TimeSpan.TicksPerSecond);

    // Numbers of a combination of a day and a time of the clock, ascending.
    private IEnumerable<int> Chosen(int days)
    {
        var total = days * _seconds.Length;
        if (_rule.BySetPosition.Count == 0) return Enumerable.Range(0, total);
        var chosen = new SortedSet<int>();
        foreach (var position in _rule.BySetPosition)
            if (Math.Abs(position) <= total) chosen.Add(position > 0 ? position - 1 : total + position);
        return chosen;
    }

    // A count has to be counted from the start; without one the walk may begin where the window does.
    private long FirstPeriod(int day)
    {
        var start = PeriodOf(_startDay);
        if (_rule.Count is not null || day <= _startDay) return start;
        var ahead = (PeriodOf(Math.Min(day, LastDay)) - start) / _rule.Interval - 1;
        return start + Math.Max(ahead, 0) * _rule.Interval;
    }

    private long PeriodOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return _rule.Frequency switch
        {
            RecurrenceFrequency.Yearly => date.Year,
            RecurrenceFrequency.Monthly => date.Year * 12L + date.Month - 1,
            RecurrenceFrequency.Weekly => (day + 7 - WeekOffset) / 7,
            _ => day,
        };
    }

    // 0001-01-01 was a Monday.
    private int WeekOffset => ((int)_rule.WeekStart + 6) % 7;

    private (long First, int Length) Period(long index)
    {
        switch (_rule.Frequency)
        {
            case RecurrenceFrequency.Yearly:
                return index > 9999 ? (long.MaxValue, 0) : (new DateOnly((int)index, 1, 1).DayNumber, DateTime.IsLeapYear((int)index) ? 366 : 365);
            case RecurrenceFrequency.Monthly:
                var (year, month) = ((int)Math.Min(index / 12, 10_000), (int)(index % 12) + 1);
                return year > 9999 ? (long.MaxValue, 0) : (new DateOnly(year, month, 1).DayNumber, DateTime.DaysInMonth(year, month));
            case RecurrenceFrequency.Weekly:
                var first = index * 7 - 7 + WeekOffset;
                return first < 0 ? (0, (int)(7 + first)) : (first, (int)Math.Clamp(LastDay + 1 - first, 0, 7));
            default:
                return (index, 1);
        }
    }

    private IEnumerable<DateTime> ByUnits(DateTime from, DateTime to)
    {
        var unit = _rule.Frequency switch { RecurrenceFrequency.Hourly => 3600, RecurrenceFrequency.Minutely => 60, _ => 1 };
        var start = _start.Ticks / TimeSpan.TicksPerSecond / unit;
        var last = to.Ticks / TimeSpan.TicksPerSecond / unit;
        var index = start;
        if (_rule.Count is null && from > _start) index = AtOrAfter(start, from.Ticks / TimeSpan.TicksPerSecond / unit - 1);
        while (index <= last && _budget.Spend(1))
        {
            var second = index * unit;
            var skip = Miss(second);
            if (skip > 0)
            {
                index = AtOrAfter(start, (second / skip + 1) * (skip / unit));
                continue;
            }

            foreach (var one in Chosen(1)) yield return new((second + _seconds[one]) * TimeSpan.TicksPerSecond);
            index += _rule.Interval;
        }
    }

    // The length in seconds of the day, hour or minute that the rule leaves out as a whole; 0 when this period counts.
    private int Miss(long second)
    {
        if (!_days.Has((int)(second / 86400))) return 86400;
        if (_rule.ByHour.Count > 0 && !_rule.ByHour.Contains((int)(second / 3600 % 24))) return 3600;
        if (_rule.Frequency < RecurrenceFrequency.Hourly && _rule.ByMinute.Count > 0 && !_rule.ByMinute.Contains((int)(second / 60 % 60))) return 60;
        return _rule.Frequency == RecurrenceFrequency.Secondly && _rule.BySecond.Count > 0 && !_rule.BySecond.Contains((int)(second % 60)) ? 1 : 0;
    }

    private long AtOrAfter(long start, long index)
    {
        var steps = (index - start + _rule.Interval - 1) / _rule.Interval;
        return start + Math.Max(steps, 0) * _rule.Interval;
    }
}
