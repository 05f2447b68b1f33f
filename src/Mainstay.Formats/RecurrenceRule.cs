using System.Globalization;
using System.Text;

namespace Mainstay.Formats;

/// <summary>How often a rule repeats (FREQ, RFC 5545 §3.3.10).</summary>
public enum RecurrenceFrequency
{
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>An element of BYDAY: every such day (0), the first (1), the last (-1) and so on of the month or year.</summary>
public readonly record struct WeekdayNumber(DayOfWeek Day, int Number = 0)
{
    internal static readonly string[] Codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public override string ToString() => (Number == 0 ? "" : Number.ToString(CultureInfo.InvariantCulture)) + Codes[(int)Day];
}

/// <summary>
/// A recurrence rule (RFC 5545 §3.3.10), Gregorian. The lists are ascending and without doubles; an empty one means that
/// the part is absent. Immutable. <see cref="Occurrences"/> says what it means.
/// </summary>
public sealed partial record RecurrenceRule
{
    public required RecurrenceFrequency Frequency { get; init; }

    /// <summary>Every how many of the frequency's unit; at least 1.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>At most so many occurrences; null without end. With <see cref="Until"/>, whichever comes first ends the rule.</summary>
    public int? Count { get; init; }

    /// <summary>The last moment, inclusive; a day means its whole length.</summary>
    public CalendarTime? Until { get; init; }

    /// <summary>0 to 59 (a leap second counts as 59).</summary>
    public IReadOnlyList<int> BySecond { get; init; } = [];

    /// <summary>0 to 59.</summary>
    public IReadOnlyList<int> ByMinute { get; init; } = [];

    /// <summary>0 to 23.</summary>
    public IReadOnlyList<int> ByHour { get; init; } = [];

    /// <summary>The numbers count within the month or year, and mean nothing in rules that repeat more often.</summary>
    public IReadOnlyList<WeekdayNumber> ByDay { get; init; } = [];

    /// <summary>1 to 31, and -31 to -1 counted from the end of the month.</summary>
    public IReadOnlyList<int> ByMonthDay { get; init; } = [];

    /// <summary>1 to 366, and -366 to -1 counted from the end of the year.</summary>
    public IReadOnlyList<int> ByYearDay { get; init; } = [];

    /// <summary>1 to 53 of ISO 8601 (with <see cref="WeekStart"/>), and -53 to -1 counted from the end of the year.</summary>
    public IReadOnlyList<int> ByWeekNumber { get; init; } = [];

    /// <summary>1 to 12.</summary>
    public IReadOnlyList<int> ByMonth { get; init; } = [];

    /// <summary>Of what the rest of the rule gives in one period, the 1st to 366th and the last (-1) to 366th from the end.</summary>
    public IReadOnlyList<int> BySetPosition { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>Ends by itself.</summary>
    public bool Ends => Count is not null || Until is not null;

    /// <summary>
    /// The occurrences on the clock, ascending, in [<paramref name="from"/>, <paramref name="to"/>). Those of the rule only:
    /// <paramref name="start"/> (DTSTART, which gives what the rule leaves open) is among them if the rule hits it. Lazy.
    /// Without COUNT it begins near <paramref name="from"/>, whatever the start. A period costs constant time, a year at
    /// most 366 days; <paramref name="budget"/> bounds the whole, so that a rule that never hits ends too.
    /// </summary>
    /// <param name="start">On the clock of the event; its kind is ignored.</param>
    /// <param name="from">Inclusive, on the same clock.</param>
    /// <param name="to">Exclusive, on the same clock.</param>
    /// <param name="budget">Shared by all rules of one question; a new one of its usual size when null.</param>
    /// <remarks>An UNTIL in UTC must be brought onto the clock before; it is read here as what it shows.</remarks>
    public IEnumerable<DateTime> Occurrences(DateTime start, DateTime from, DateTime to, RecurrenceBudget? budget = null) =>
        new RecurrenceExpander(this, start, budget ?? new()).Between(from, to);

    /// <summary>As RFC 5545 writes it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("FREQ=").Append(Frequency.ToString().ToUpperInvariant());
        if (Until is { } until) text.Append(";UNTIL=").Append(until);
        if (Count is { } count) text.Append(CultureInfo.InvariantCulture, $";COUNT={count}");
        if (Interval != 1) text.Append(CultureInfo.InvariantCulture, $";INTERVAL={Interval}");
        Append(text, "BYSECOND", BySecond);
        Append(text, "BYMINUTE", ByMinute);
        Append(text, "BYHOUR", ByHour);
        if (ByDay.Count > 0) text.Append(";BYDAY=").AppendJoin(',', ByDay);
        Append(text, "BYMONTHDAY", ByMonthDay);
        Append(text, "BYYEARDAY", ByYearDay);
        Append(text, "BYWEEKNO", ByWeekNumber);
        Append(text, "BYMONTH", ByMonth);
        Append(text, "BYSETPOS", BySetPosition);
        if (WeekStart != DayOfWeek.Monday) text.Append(";WKST=").Append(WeekdayNumber.Codes[(int)WeekStart]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<int> numbers)
    {
        if (numbers.Count > 0) text.Append(';').Append(name).Append('=').AppendJoin(',', numbers);
    }
}
