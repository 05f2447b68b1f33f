using System.Globalization;

namespace Mainstay.Formats;

/// <summary>Reads the lines of one VEVENT.</summary>
internal sealed class CalendarEventReading(CalendarPart part, List<FormatProblem> problems)
{
    private readonly CalendarValues _values = new(problems);

    /// <summary>The physical line from which the start was read.</summary>
    public long StartLine { get; private set; }

    /// <summary>Null, with a problem, for an event that does not say when it starts.</summary>
    public CalendarEvent? Event(bool cancelled)
    {
        if (Start() is not { } start)
        {
            problems.Add(FormatProblem.Refusal(part.First("DTSTART")?.Line.Number ?? part.Line, FormatFault.EventWithoutStart));
            return null;
        }

        var (end, duration) = End(start);
        var read = Described(new() { Uid = Text("UID"), Start = start, End = end, Duration = duration, Line = part.Line, Status = cancelled ? CalendarStatus.Cancelled : Status() });
        return Recurring(read);
    }

    private CalendarTime? Start()
    {
        foreach (var line in part.Lines)
        {
            if (!line.Is("DTSTART") || _values.Time(line) is not { } start) continue;
            StartLine = line.Line.Number;
            return start;
        }

        return null;
    }

    private (CalendarTime? End, CalendarDuration? Duration) End(CalendarTime start)
    {
        if (part.First("DTEND") is { } line && _values.Time(line) is { } end)
        {
            // Bounds of two kinds cannot be compared, and the day that is meant is clear.
            if (end.IsDay != start.IsDay) end = start.IsDay ? CalendarTime.Day(end.Date) : start.At(end.Clock);
            if (end.Kind != start.Kind || end.Zone != start.Zone || end.Clock >= start.Clock) return (end, null);
            _values.Damage(line, FormatFault.EndBeforeStart);
            return (null, CalendarDuration.Zero);
        }

        if (part.First("DURATION") is not { } length || _values.Duration(length) is not { } duration) return (null, null);
        if (!duration.IsNegative) return (null, duration);
        _values.Damage(length, FormatFault.EndBeforeStart);
        return (null, CalendarDuration.Zero);
    }

    private CalendarEvent Described(CalendarEvent read) => read with
    {
        Summary = Text("SUMMARY"),
        Description = Text("DESCRIPTION"),
        Location = Text("LOCATION"),
        Url = Text("URL"),
        Sequence = int.TryParse(Text("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
        Stamp = part.First("DTSTAMP") is { } stamp && CalendarTimeText.TryParse(stamp.Decoded, out var time) ? DateTime.SpecifyKind(time.Clock, DateTimeKind.Utc) : null,
        Organizer = part.First("ORGANIZER") is { } organizer ? CalendarValues.Party(organizer) with { Answer = CalendarAnswer.Open } : null,
        Attendees = [.. part.Lines.Where(line => line.Is("ATTENDEE")).Select(CalendarValues.Party)],
        Categories = [.. part.Lines.Where(line => line.Is("CATEGORIES")).SelectMany(line => line.Texts).Distinct()],
        Alarms = [.. part.Children.Select(Alarm).OfType<TimeSpan>()],
    };

    private CalendarEvent Recurring(CalendarEvent read)
    {
        var id = part.First("RECURRENCE-ID");
        return read with
        {
            Rules = [.. Rules("RRULE", read.Start.IsDay)],
            ExceptRules = [.. Rules("EXRULE", read.Start.IsDay)],
            Dates = [.. part.Lines.Where(line => line.Is("RDATE")).SelectMany(_values.Periods)],
            ExceptDates = [.. part.Lines.Where(line => line.Is("EXDATE")).SelectMany(_values.Times)],
            RecurrenceId = id is null ? null : _values.Time(id),
            ThisAndFuture = id?.Parameter("RANGE")?.Trim().Equals("THISANDFUTURE", StringComparison.OrdinalIgnoreCase) ?? false,
        };
    }

    private IEnumerable<RecurrenceRule> Rules(string name, bool isDay)
    {
        foreach (var line in part.Lines)
            if (line.Is(name) && _values.Rule(line, isDay) is { } rule) yield return rule;
    }

    private CalendarStatus Status() => Text("STATUS").ToUpperInvariant() switch
    {
        "TENTATIVE" => CalendarStatus.Tentative,
        "CONFIRMED" => CalendarStatus.Confirmed,
        "CANCELLED" or "CANCELED" => CalendarStatus.Cancelled,
        _ => CalendarStatus.Unsaid,
    };

    // A trigger at a moment, or before the end, is none that can be said as "so long before the start".
    private static TimeSpan? Alarm(CalendarPart alarm) =>
        alarm.First("TRIGGER") is { } trigger && trigger.Parameter("RELATED")?.Equals("END", StringComparison.OrdinalIgnoreCase) != true
        && CalendarDuration.TryParse(trigger.Decoded, out var duration) ? -(TimeSpan.FromDays(duration.Days) + duration.Time) : null;

    private string Text(string name) => part.First(name)?.Text.Trim() ?? "";
}
