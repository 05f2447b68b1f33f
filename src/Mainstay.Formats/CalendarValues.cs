namespace Mainstay.Formats;

/// <summary>Reads the values of one component, and notes each that is not understood with its line.</summary>
internal sealed class CalendarValues(List<FormatProblem> problems)
{
    private const int MostDates = 20_000;

    public CalendarTime? Time(VCardProperty line) => Time(line, line.Decoded);

    public CalendarTime? Time(VCardProperty line, string text)
    {
        if (!CalendarTimeText.TryParse(text, out var time))
        {
            Damage(line, FormatFault.NotATime, Name(line));
            return null;
        }

        if (!time.IsDay && Said(line) == "DATE") return time with { Clock = time.Clock.Date, Kind = CalendarTimeKind.Day };
        return time.Kind == CalendarTimeKind.Floating && Zone(line) is { } zone ? time with { Kind = CalendarTimeKind.Zoned, Zone = zone } : time;
    }

    public IEnumerable<CalendarTime> Times(VCardProperty line)
    {
        foreach (var text in Parts(line))
            if (Time(line, text) is { } time) yield return time;
    }

    /// <summary>RDATE: dates, times, or periods <c>start/end</c> and <c>start/duration</c>.</summary>
    public IEnumerable<CalendarPeriod> Periods(VCardProperty line)
    {
        foreach (var text in Parts(line))
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            if (Time(line, slash < 0 ? text : text[..slash]) is not { } start) continue;
            if (slash < 0) yield return new(start);
            else if (CalendarDuration.TryParse(text[(slash + 1)..], out var duration)) yield return new(start, null, duration);
            else if (Time(line, text[(slash + 1)..]) is { } end) yield return new(start, end);
            else yield return new(start);
        }
    }

    public CalendarDuration? Duration(VCardProperty line)
    {
        if (CalendarDuration.TryParse(line.Decoded, out var duration)) return duration;
        Damage(line, FormatFault.NotADuration, Name(line));
        return null;
    }

    public RecurrenceRule? Rule(VCardProperty line, bool isDay)
    {
        var understood = RecurrenceRule.TryParse(line.Decoded, out var rule, out var problem);
        if (problem is not null) problems.Add(problem with { Line = line.Line.Number, Column = line.Line.ValueColumn });
        if (!understood) return null;
        if (!isDay) return rule;
        if (rule.Frequency < RecurrenceFrequency.Daily)
        {
            Damage(line, FormatFault.RuleWithinDay);
            return null;
        }

        return rule with { ByHour = [], ByMinute = [], BySecond = [] };
    }

    public static CalendarParty Party(VCardProperty line)
    {
        var address = line.Text.Trim();
        var mail = EmailAddress.Normalise(address) ?? EmailAddress.Normalise(line.Parameter("EMAIL"));
        var name = line.Parameter("CN")?.Trim();
        return new(name is { Length: > 0 } ? name : null, mail, line.Parameter("PARTSTAT")?.Trim().ToUpperInvariant() switch
        {
            "ACCEPTED" or "CONFIRMED" => CalendarAnswer.Accepted,
            "DECLINED" => CalendarAnswer.Declined,
            "TENTATIVE" => CalendarAnswer.Tentative,
            "DELEGATED" => CalendarAnswer.Delegated,
            _ => CalendarAnswer.Open,
        });
    }

    public void Damage(VCardProperty line, FormatFault fault, params object[] inputs) => problems.Add(FormatProblem.Damage(line.Line.Number, fault, inputs) with { Column = line.Line.ValueColumn });

    private IEnumerable<string> Parts(VCardProperty line)
    {
        var parts = line.Decoded.Split([',', ';'], MostDates + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length <= MostDates) return parts;
        Damage(line, FormatFault.TooManyDates, Name(line), MostDates);
        return parts.Take(MostDates);
    }

    private static string? Said(VCardProperty line) => line.Parameter("VALUE")?.Trim().ToUpperInvariant();

    private static string? Zone(VCardProperty line)
    {
        string? zone = null;
        foreach (var parameter in line.Parameters)
            if (parameter.Is("TZID")) zone = parameter.Value.Trim();
        return zone is { Length: > 0 } ? zone : null;
    }

    private static string Name(VCardProperty line) => line.Name.ToUpperInvariant();
}
