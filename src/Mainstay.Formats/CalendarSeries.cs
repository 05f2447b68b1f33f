namespace Mainstay.Formats;

/// <summary>
/// One event with what replaces single occurrences of it (RECURRENCE-ID, RFC 5545 §3.8.4.4). Belongs together what has the
/// same UID, also in several VCALENDARs of a file; of several versions the highest SEQUENCE, then the newest DTSTAMP, then
/// the last in the file counts. A replacement without its event stands alone.
/// </summary>
public sealed class CalendarSeries
{
    private CalendarSeries(IEnumerable<(CalendarEvent Event, int Calendar)> versions)
    {
        var main = Newest(versions.Where(one => one.Event.RecurrenceId is null));
        var changes = versions.Where(one => one.Event.RecurrenceId is not null).GroupBy(one => one.Event.RecurrenceId!.Value).Select(group => Newest(group)!.Value).ToList();
        Parts = main is null ? changes : [main.Value, .. changes];
        HasMain = main is not null;
    }

    /// <summary>The event itself; when the file does not have it, the first of the replacements.</summary>
    public CalendarEvent Main => Parts[0].Event;

    /// <summary>What replaces single occurrences.</summary>
    public IEnumerable<CalendarEvent> Changes => Parts.Skip(HasMain ? 1 : 0).Select(part => part.Event);

    internal IReadOnlyList<(CalendarEvent Event, int Calendar)> Parts { get; }

    internal bool HasMain { get; }

    /// <summary>A rule of it hits more than once a day.</summary>
    internal bool RepeatsWithinDay => HasMain && Main.Rules.Any(rule => rule.Frequency < RecurrenceFrequency.Daily || rule.ByHour.Count > 1 || rule.ByMinute.Count > 1 || rule.BySecond.Count > 1);

    internal static IReadOnlyList<CalendarSeries> Of(IReadOnlyList<(CalendarEvent Event, int Calendar)> events)
    {
        var series = new List<CalendarSeries>();
        foreach (var group in events.GroupBy(one => one.Event.Uid))
        {
            if (group.Key.Length > 0) series.Add(new(group));
            else series.AddRange(group.Select(one => new CalendarSeries([one])));
        }

        return series;
    }

    private static (CalendarEvent Event, int Calendar)? Newest(IEnumerable<(CalendarEvent Event, int Calendar)> versions)
    {
        (CalendarEvent Event, int Calendar)? newest = null;
        foreach (var one in versions)
            if (newest is not { } other || (one.Event.Sequence, one.Event.Stamp ?? other.Event.Stamp).CompareTo((other.Event.Sequence, other.Event.Stamp)) >= 0) newest = one;
        return newest;
    }
}
