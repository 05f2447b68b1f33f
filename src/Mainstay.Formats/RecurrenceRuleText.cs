using System.Globalization;

namespace Mainstay.Formats;

public sealed partial record RecurrenceRule
{
    private const int MostElements = 1000;

    /// <summary>
    /// Reads a RECUR value, in any case and with blanks around its parts. False with a damage in
    /// <paramref name="problem"/> when it cannot be honoured as a whole, because half a rule is another rule; true with a
    /// note when it is understood but breaks RFC 5545. The text counts as the first line.
    /// </summary>
    public static bool TryParse(string? text, out RecurrenceRule rule, out FormatProblem? problem)
    {
        var reading = new Reading();
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            reading.Take(part);
        rule = reading.Rule;
        problem = reading.Refusal ?? (reading.HasFrequency ? reading.Note : FormatProblem.Damage(1, FormatFault.RuleWithoutFrequency));
        return reading.Refusal is null && reading.HasFrequency;
    }

    private sealed class Reading
    {
        public RecurrenceRule Rule { get; private set; } = new() { Frequency = RecurrenceFrequency.Daily };

        public bool HasFrequency { get; private set; }

        public FormatProblem? Refusal { get; private set; }

        public FormatProblem? Note { get; private set; }

        public void Take(string part)
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                Refusal ??= FormatProblem.Damage(1, FormatFault.RulePartWithoutValue);
                return;
            }

            var name = part[..equals].TrimEnd().ToUpperInvariant();
            var value = part[(equals + 1)..].Trim().ToUpperInvariant();
            if (!Know(name, value)) Refusal ??= FormatProblem.Damage(1, FormatFault.RulePartNotUnderstood, name);
        }

        private bool Know(string name, string value) => name switch
        {
            "FREQ" => Frequency(value),
            "INTERVAL" => Interval(value),
            "COUNT" => Count(value),
            "UNTIL" => CalendarTimeText.TryParse(value, out var until) && Set(Rule with { Until = until }),
            "WKST" => Array.IndexOf(WeekdayNumber.Codes, value) is >= 0 and var day && Set(Rule with { WeekStart = (DayOfWeek)day }),
            "BYDAY" => Days(value),
            "BYSECOND" => Numbers(value, 0, 60) is { } list && Set(Rule with { BySecond = [.. list.Select(second => Math.Min(second, 59)).Distinct()] }),
            "BYMINUTE" => Numbers(value, 0, 59) is { } list && Set(Rule with { ByMinute = list }),
            "BYHOUR" => Numbers(value, 0, 23) is { } list && Set(Rule with { ByHour = list }),
            "BYMONTHDAY" => Numbers(value, -31, 31) is { } list && Set(Rule with { ByMonthDay = list }),
            "BYYEARDAY" => Numbers(value, -366, 366) is { } list && Set(Rule with { ByYearDay = list }),
            "BYWEEKNO" => Numbers(value, -53, 53) is { } list && Set(Rule with { ByWeekNumber = list }),
            "BYMONTH" => Numbers(value, 1, 12) is { } list && Set(Rule with { ByMonth = list }),
            "BYSETPOS" => Numbers(value, -366, 366) is { } list && Set(Rule with { BySetPosition = list }),
            "RSCALE" => value is "GREGORIAN" or "GREGORY",
            "SKIP" => value == "OMIT" || Remark(FormatFault.RuleSkip),
            _ => Remark(FormatFault.RulePartUnknown),
        };

        private bool Set(RecurrenceRule rule)
        {
            Rule = rule;
            return true;
        }

        private bool Remark(FormatFault fault, params object[] inputs)
        {
            Note ??= FormatProblem.Note(1, fault, inputs);
            return true;
        }

        private bool Frequency(string value)
        {
            HasFrequency = Enum.TryParse<RecurrenceFrequency>(value, true, out var frequency) && char.IsAsciiLetter(value[0]);
            return HasFrequency && Set(Rule with { Frequency = frequency });
        }

        private bool Interval(string value)
        {
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var interval)) return false;
            if (interval == 0) Remark(FormatFault.RulePartZero, "INTERVAL");
            return Set(Rule with { Interval = Math.Max(interval, 1) });
        }

        private bool Count(string value)
        {
            if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
            if (count == 0) Remark(FormatFault.RulePartZero, "COUNT");
            return Set(Rule with { Count = (int)Math.Clamp(count, 1, int.MaxValue) });
        }

        private bool Days(string value)
        {
            var days = new HashSet<WeekdayNumber>();
            foreach (var word in value.Split(',', MostElements).Select(word => word.Trim()).Where(word => word.Length > 0))
            {
                if (word.Length < 2 || Array.IndexOf(WeekdayNumber.Codes, word[^2..]) is not (>= 0 and var day)) return false;
                var number = word[..^2].Trim();
                if (number.Length == 0) days.Add(new((DayOfWeek)day));
                else if (Number(number, -53, 53) is { } nth) days.Add(new((DayOfWeek)day, nth));
                else return false;
            }

            return days.Count > 0 && Set(Rule with { ByDay = [.. days.OrderBy(day => day.Number).ThenBy(day => day.Day)] });
        }

        // Zero is only a value where the range begins with it.
        private static int[]? Numbers(string value, int least, int most)
        {
            var numbers = new SortedSet<int>();
            foreach (var word in value.Split(',', MostElements).Select(word => word.Trim()).Where(word => word.Length > 0))
            {
                if (Number(word, least, most) is not { } number) return null;
                numbers.Add(number);
            }

            return numbers.Count > 0 ? [.. numbers] : null;
        }

        private static int? Number(string word, int least, int most) =>
            int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && (number != 0 || least == 0) ? number : null;
    }
}
