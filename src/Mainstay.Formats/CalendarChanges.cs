namespace Mainstay.Formats;

/// <summary>Which occurrences of a series are replaced, by what, on the clock of the series.</summary>
internal sealed class CalendarChanges
{
    private readonly HashSet<DateTime> _moments = [];
    private readonly HashSet<DateTime> _days = [];
    private readonly List<(DateTime Since, CalendarEvent Event, int Calendar)> _later = [];

    public CalendarChanges(CalendarFile file, CalendarSeries series, CalendarZone zone, CalendarZone home)
    {
        var start = series.Main.Start;
        foreach (var (change, calendar) in series.Parts.Skip(1))
        {
            var id = change.RecurrenceId!.Value;
            var clock = id.IsDay || start.IsDay || id.Kind == CalendarTimeKind.Floating || (id.Kind == start.Kind && id.Zone == start.Zone)
                ? id.Clock
                : zone.ToClock(file.ZoneOf(id, calendar, home).ToUtc(id.Clock));
            if (start.IsDay) clock = clock.Date;
            if (change.ThisAndFuture) _later.Add((clock, change, calendar));
            else (id.IsDay && !start.IsDay ? _days : _moments).Add(clock);
        }

        _later.Sort((one, two) => one.Since.CompareTo(two.Since));
        Furthest = _later.Count == 0 ? TimeSpan.Zero : _later.Max(change => (change.Event.Start.Clock - change.Since).Duration()) + TimeSpan.FromDays(1);
    }

    /// <summary>How far a change moves the occurrences after it, at most.</summary>
    public TimeSpan Furthest { get; }

    /// <summary>This one alone is replaced.</summary>
    public bool Replaces(CalendarTime id) => _moments.Contains(id.Clock) || _days.Contains(id.Clock.Date);

    /// <summary>The last change that holds for this one and later ones, with the start it gives it; null without.</summary>
    public (CalendarEvent Event, int Calendar, CalendarTime Start)? Since(CalendarTime id)
    {
        for (var i = _later.Count - 1; i >= 0; i--)
        {
            if (_later[i].Since > id.Clock) continue;
            var (since, change, calendar) = _later[i];
            var ticks = Math.Clamp(id.Clock.Ticks + (change.Start.Clock - since).Ticks, 0, DateTime.MaxValue.Ticks);
            return (change, calendar, change.Start.At(new(ticks)));
        }

        return null;
    }
}
