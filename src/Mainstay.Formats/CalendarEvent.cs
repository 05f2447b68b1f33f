namespace Mainstay.Formats;

/// <summary>Whether an event takes place (STATUS, RFC 5545 §3.8.1.11).</summary>
public enum CalendarStatus
{
    /// <summary>Not said, or said in a word that RFC 5545 does not know.</summary>
    Unsaid,
    Tentative,
    Confirmed,
    Cancelled,
}

/// <summary>One VEVENT (RFC 5545 §3.6.1) in terms of .NET. Immutable.</summary>
public sealed record CalendarEvent
{
    /// <summary>What makes it the same event in another file; empty when the file gave none.</summary>
    public required string Uid { get; init; }

    public required CalendarTime Start { get; init; }

    /// <summary>Exclusive: an event of one day ends on the next. Null when <see cref="Duration"/> says it, or nothing does.</summary>
    public CalendarTime? End { get; init; }

    /// <summary>Null when <see cref="End"/> says it, or nothing does: then a day lasts a day and a time no time.</summary>
    public CalendarDuration? Duration { get; init; }

    public string Summary { get; init; } = "";

    public string Description { get; init; } = "";

    public string Location { get; init; } = "";

    /// <summary>As it came; not checked to be an address.</summary>
    public string Url { get; init; } = "";

    public CalendarStatus Status { get; init; }

    /// <summary>Counts the changes of the organizer, from 0.</summary>
    public int Sequence { get; init; }

    /// <summary>When the event was written down (DTSTAMP), in UTC.</summary>
    public DateTime? Stamp { get; init; }

    public CalendarParty? Organizer { get; init; }

    public IReadOnlyList<CalendarParty> Attendees { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>How long before the start (negative: after it) to show a message; none when empty.</summary>
    public IReadOnlyList<TimeSpan> Alarms { get; init; } = [];

    /// <summary>RRULE; more than one are added up.</summary>
    public IReadOnlyList<RecurrenceRule> Rules { get; init; } = [];

    /// <summary>EXRULE of RFC 2445: what they hit does not take place.</summary>
    public IReadOnlyList<RecurrenceRule> ExceptRules { get; init; } = [];

    /// <summary>RDATE: further occurrences.</summary>
    public IReadOnlyList<CalendarPeriod> Dates { get; init; } = [];

    /// <summary>EXDATE: what does not take place. A day takes away whatever begins on it.</summary>
    public IReadOnlyList<CalendarTime> ExceptDates { get; init; } = [];

    /// <summary>Which occurrence of the event with the same UID this one replaces; null for the event itself.</summary>
    public CalendarTime? RecurrenceId { get; init; }

    /// <summary>It replaces all later occurrences too (RANGE=THISANDFUTURE).</summary>
    public bool ThisAndFuture { get; init; }

    /// <summary>The physical line, from 1, on which it began; 0 when it came from no file.</summary>
    public long Line { get; init; }

    /// <summary>Takes place more than once, as far as this event alone says.</summary>
    public bool Repeats => Rules.Count + Dates.Count > 0;
}

/// <summary>An RDATE (RFC 5545 §3.8.5.2): when it starts and, if it is a PERIOD, when it ends or how long it lasts.</summary>
public sealed record CalendarPeriod(CalendarTime Start, CalendarTime? End = null, CalendarDuration? Duration = null);
