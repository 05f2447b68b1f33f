namespace Mainstay.Formats;

/// <summary>A VTIMEZONE (RFC 5545 §3.6.5) as the file has it.</summary>
/// <param name="Id">The TZID that times of the file refer to.</param>
/// <param name="Location">The name of the zone in the zone database, where the file tells it (X-LIC-LOCATION); else null.</param>
/// <param name="Observances">STANDARD and DAYLIGHT, in the order of the file; at least one.</param>
public sealed record CalendarZoneRules(string Id, string? Location, IReadOnlyList<CalendarObservance> Observances);

/// <summary>A STANDARD or DAYLIGHT: when it begins, and from which to which offset from UTC the clock is then set.</summary>
/// <param name="Start">On the clock before the change.</param>
/// <param name="Before">The offset before it begins.</param>
/// <param name="After">The offset from then on.</param>
public sealed record CalendarObservance(DateTime Start, TimeSpan Before, TimeSpan After)
{
    public IReadOnlyList<RecurrenceRule> Rules { get; init; } = [];

    /// <summary>Further beginnings, on the clock before the change.</summary>
    public IReadOnlyList<DateTime> Dates { get; init; } = [];
}

/// <summary>Reads the lines of one VTIMEZONE.</summary>
internal static class CalendarZoneReading
{
    public static CalendarZoneRules? Rules(CalendarPart part, List<FormatProblem> problems)
    {
        var id = part.First("TZID")?.Text.Trim() ?? "";
        var values = new CalendarValues(problems);
        var observances = part.Children.Select(child => Observance(child, values, problems)).OfType<CalendarObservance>().ToList();
        if (id.Length > 0 && observances.Count > 0) return new(id, (part.First("X-LIC-LOCATION") ?? part.First("TZID-ALIAS-OF"))?.Text.Trim(), observances);
        problems.Add(FormatProblem.Damage(part.Line, id.Length == 0 ? FormatFault.ZoneWithoutName : FormatFault.ZoneWithoutOffset));
        return null;
    }

    private static CalendarObservance? Observance(CalendarPart part, CalendarValues values, List<FormatProblem> problems)
    {
        var (line, offset) = (part.First("DTSTART"), part.First("TZOFFSETTO"));
        var start = line is null ? null : values.Time(line);
        if (start is null || !UtcOffset.TryParse(offset?.Decoded, out var after))
        {
            problems.Add(FormatProblem.Damage((start is null ? line : offset)?.Line.Number ?? part.Line, FormatFault.ZonePartIncomplete, part.Name));
            return null;
        }

        var before = UtcOffset.TryParse(part.First("TZOFFSETFROM")?.Decoded, out var from) ? from : after;
        return new(start.Value.Clock, before, after)
        {
            Rules = [.. part.Lines.Where(rule => rule.Is("RRULE")).Select(rule => values.Rule(rule, false)).OfType<RecurrenceRule>().Select(rule => OnClock(rule, before))],
            Dates = [.. part.Lines.Where(dates => dates.Is("RDATE")).SelectMany(values.Periods).Select(period => period.Start.Clock)],
        };
    }

    // An UNTIL in UTC ends the rule on the clock before the change.
    private static RecurrenceRule OnClock(RecurrenceRule rule, TimeSpan before) =>
        rule.Until is { Kind: CalendarTimeKind.Utc } until && until.Clock.Ticks > -before.Ticks && until.Clock < DateTime.MaxValue.AddDays(-1)
            ? rule with { Until = CalendarTime.Floating(until.Clock + before) }
            : rule;
}
