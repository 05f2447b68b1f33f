namespace Mainstay.Formats;

/// <summary>
/// A whole file of calendars. Holds at most what <see cref="CalendarLimits"/> allow. Immutable, and safe for several threads.
/// </summary>
public sealed class CalendarFile
{
    private static readonly CalendarZone Utc = new(TimeZoneInfo.Utc);

    private readonly Dictionary<(int Calendar, string Id), CalendarZone?> _zones = [];
    private readonly Lock _lock = new();
    private readonly List<CalendarZoneRules>[] _rules;

    private CalendarFile(List<CalendarResult> results)
    {
        Names = [.. results.Select(result => result.Name).OfType<string>().Distinct()];
        var calendars = results.Count == 0 ? 0 : results.Max(result => result.Calendar) + 1;
        (HasCalendar, IsCutOff) = (!results.Exists(result => result.IsNoCalendar), results.Exists(result => result.IsCutOff));
        _rules = new List<CalendarZoneRules>[calendars];
        for (var i = 0; i < calendars; i++) _rules[i] = [];
        foreach (var result in results)
            if (result.Zone is not null) _rules[result.Calendar].Add(result.Zone);
        var events = results.Where(result => result.Event is not null).Select(result => (result.Event!, result.Calendar)).ToList();
        Series = CalendarSeries.Of(events);
        Events = [.. events.Select(one => one.Item1)];
        Problems = [.. results.SelectMany(result => result.Problems).Concat(Unknown(results)).OrderBy(problem => problem.Line)];
    }

    /// <summary>There is a calendar in it, be it an empty one.</summary>
    public bool HasCalendar { get; }

    /// <summary>It ended within a calendar: events may be missing.</summary>
    public bool IsCutOff { get; }

    /// <summary>What the calendars of the file call themselves.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Every event that could be read, in the order of the file.</summary>
    public IReadOnlyList<CalendarEvent> Events { get; }

    /// <summary>The events with what changes single occurrences of them; the newest of several versions.</summary>
    public IReadOnlyList<CalendarSeries> Series { get; }

    /// <summary>In the order of their lines.</summary>
    public IReadOnlyList<FormatProblem> Problems { get; }

    public static CalendarFile Read(Stream stream, CalendarLimits? limits = null) => new([.. CalendarReader.Read(stream, limits)]);

    public static CalendarFile Read(string text, CalendarLimits? limits = null) => new([.. CalendarReader.Read(text, limits)]);

    /// <summary>The same from what <see cref="CalendarReader.Stream"/> reads.</summary>
    public static async Task<CalendarFile> Of(IAsyncEnumerable<CalendarResult> results, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(results);
        var all = new List<CalendarResult>();
        await foreach (var result in results.WithCancellation(stop)) all.Add(result);
        return new(all);
    }

    /// <summary>
    /// What takes place in a window, by start: whatever begins in it and, of what lasts, whatever still goes on at its
    /// beginning. Costs the size of the file and <see cref="CalendarWindow.Budget"/> at most.
    /// </summary>
    public CalendarOccurrences Occurrences(CalendarWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        var budget = new RecurrenceBudget(window.Budget);
        var (found, crowded) = (new List<CalendarOccurrence>(), new List<CrowdedDay>());
        var (cut, full, complete) = (false, false, window.To);
        foreach (var series in Series.OrderBy(one => one.RepeatsWithinDay)) // what repeats by the second has the work that the others leave
        {
            var expansion = new CalendarExpansion(this, series, window, budget);
            cut |= expansion.AddTo(found) | expansion.IsThinned;
            crowded.AddRange(expansion.Crowded.Select(day => new CrowdedDay(series.Main.Uid, day)));
            if (expansion.LeftOut < complete) complete = expansion.LeftOut.Value;
            if (found.Count > 2 * window.Most) full |= Keep(found, window.Most);
        }

        full |= Keep(found, window.Most);
        if (full) complete = found.Count == 0 ? window.From : found[^1].StartsAt < complete ? found[^1].StartsAt : complete;
        return new(found, cut || full || budget.IsSpent) { CompleteUntil = budget.IsSpent ? null : complete, Crowded = crowded };
    }

    /// <summary>The zone of a time of a certain calendar of the file; <paramref name="home"/> for floating ones and for names that nobody knows.</summary>
    internal CalendarZone ZoneOf(CalendarTime time, int calendar, CalendarZone home) => time.Kind switch
    {
        CalendarTimeKind.Utc => Utc,
        CalendarTimeKind.Zoned => Zone(calendar, time.Zone!) ?? home,
        _ => home,
    };

    private CalendarZone? Zone(int calendar, string id)
    {
        lock (_lock)
        {
            if (_zones.TryGetValue((calendar, id), out var known)) return known;
            var rules = _rules[calendar].Find(zone => zone.Id == id) ?? _rules.SelectMany(list => list).FirstOrDefault(zone => zone.Id == id);
            var system = ZoneNames.Find(id) ?? ZoneNames.Find(rules?.Location);
            return _zones[(calendar, id)] = rules is not null ? new(rules, system) : system is not null ? new(system) : null;
        }
    }

    private IEnumerable<FormatProblem> Unknown(IEnumerable<CalendarResult> results)
    {
        var said = new HashSet<string>();
        foreach (var result in results)
            if (result.Event?.Start.Zone is { } id && Zone(result.Calendar, id) is null && said.Add(id))
                yield return FormatProblem.Damage(result.StartLine, FormatFault.UnknownZone);
    }

    private static bool Keep(List<CalendarOccurrence> found, int most)
    {
        found.Sort((one, two) => one.StartsAt != two.StartsAt ? one.StartsAt.CompareTo(two.StartsAt) : string.CompareOrdinal(one.Event.Uid, two.Event.Uid));
        if (found.Count <= most) return false;
        found.RemoveRange(most, found.Count - most);
        return true;
    }
}
