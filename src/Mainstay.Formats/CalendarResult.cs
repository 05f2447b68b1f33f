namespace Mainstay.Formats;

/// <summary>What a reader of calendars found next: an event, a zone, a calendar's own name, or only what is wrong here.</summary>
/// <param name="Line">The physical line, from 1, on which it begins, or which the problem is about.</param>
/// <param name="Problems">In the order of their lines; empty without fault.</param>
public sealed record CalendarResult(long Line, IReadOnlyList<FormatProblem> Problems)
{
    public CalendarEvent? Event { get; init; }

    /// <summary>The physical line that says when the event starts.</summary>
    internal long StartLine { get; init; }

    public CalendarZoneRules? Zone { get; init; }

    /// <summary>What the calendar calls itself (NAME or X-WR-CALNAME).</summary>
    public string? Name { get; init; }

    /// <summary>Which VCALENDAR of the file it stands in, from 0: zones and changed occurrences belong to their own.</summary>
    public int Calendar { get; init; }

    /// <summary>The file ended within a calendar.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>The file ended, and there was no calendar in it.</summary>
    public bool IsNoCalendar { get; init; }

    internal static CalendarResult Refused(FormatProblem problem) => new(problem.Line, [problem]);
}
