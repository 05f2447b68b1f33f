namespace Mainstay.Formats;

/// <summary>
/// The occurrences of one series in a window (RFC 5545 §3.8.5): DTSTART, which always counts, RRULEs and RDATEs, without
/// EXRULEs and EXDATEs, replaced where a RECURRENCE-ID says so. Recurs on the clock of the event's zone; a time that the
/// clock skips or shows twice is read as <see cref="CalendarZone.ToUtc"/> says (§3.3.10, §3.3.5).
/// </summary>
internal sealed class CalendarExpansion(CalendarFile file, CalendarSeries series, CalendarWindow window, RecurrenceBudget budget)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly CalendarZone _home = new(window.Home);
    private readonly List<DateOnly> _crowded = [];

    /// <summary>When the first begins that was left out because it would have been one too many of its series; null when none was.</summary>
    public DateTime? LeftOut { get; private set; }

    /// <summary>Some of a day in the window were left out because it has too many.</summary>
    public bool IsThinned { get; private set; }

    /// <summary>The days that have too many, by the clock of the event.</summary>
    public IReadOnlyList<DateOnly> Crowded => _crowded;

    /// <summary>Adds what takes place; true when there is more than the window takes.</summary>
    public bool AddTo(List<CalendarOccurrence> found)
    {
        var (limit, taken) = (found.Count + window.Most, 0);
        foreach (var (change, calendar) in series.Parts.Skip(series.HasMain ? 1 : 0))
            if ((!series.HasMain || !change.ThisAndFuture) && Once(change, calendar, change.RecurrenceId!.Value) is var one && IsAsked(one)) found.Add(one);
        if (!series.HasMain) return false;
        foreach (var one in Recurring().Where(IsAsked))
        {
            if (taken++ == window.MostOfOne)
            {
                LeftOut = one.StartsAt;
                return true;
            }

            found.Add(one);
            if (found.Count > limit) return true;
        }

        return false;
    }

    private bool IsAsked(CalendarOccurrence one) =>
        one.StartsAt < window.To && (one.EndsAt > window.From || one.StartsAt >= window.From) && (window.WithCancelled || one.Event.Status != CalendarStatus.Cancelled);

    private IEnumerable<CalendarOccurrence> Recurring()
    {
        var (main, calendar) = series.Parts[0];
        var zone = file.ZoneOf(main.Start, calendar, _home);
        var changes = new CalendarChanges(file, series, zone, _home);
        var (from, to) = Reach(zone, changes);
        var starts = Starts(main, zone, from, to).Select(one => (Id: main.Start.At(one.Clock), one.Period)).Where(one => !changes.Replaces(one.Id));
        if (window.MostPerDay < int.MaxValue && series.RepeatsWithinDay) starts = Thinned(starts, zone);
        foreach (var (id, period) in starts)
        {
            if (changes.Since(id) is not { } since) yield return Lasting(main, calendar, (id, id), period);
            else yield return Lasting(since.Event, since.Calendar, (id, since.Start), null);
        }
    }

    // A day is held back until it ends, or has too many: of one that repeats by the second no more than that is held.
    private IEnumerable<(CalendarTime Id, CalendarPeriod? Period)> Thinned(IEnumerable<(CalendarTime Id, CalendarPeriod? Period)> starts, CalendarZone zone)
    {
        var written = Written();
        var held = new List<(CalendarTime Id, CalendarPeriod? Period)>();
        var (day, isCrowded) = (DateOnly.MinValue, false);
        foreach (var start in starts)
        {
            if (start.Id.Date != day)
            {
                foreach (var one in held) yield return one;
                held.Clear();
                (day, isCrowded) = (start.Id.Date, false);
            }

            if (isCrowded) continue;
            held.Add(start);
            if (held.Count + written.GetValueOrDefault(day) <= window.MostPerDay) continue;
            isCrowded = true;
            _crowded.Add(day);
            IsThinned |= zone.ToUtc(start.Id.Clock) is var at && at >= window.From && at < window.To;
            if (!written.ContainsKey(day)) yield return held[0];
            held.Clear();
        }

        foreach (var one in held) yield return one;
    }

    // How many stand on a day already: written out, and not called off.
    private Dictionary<DateOnly, int> Written() =>
        series.Changes.Where(change => !change.ThisAndFuture && change.Status != CalendarStatus.Cancelled).CountBy(change => change.Start.Date).ToDictionary();

    // What begins before the window may still last into it, and a change moves later occurrences by some time.
    private (DateTime From, DateTime To) Reach(CalendarZone zone, CalendarChanges changes)
    {
        var length = series.Parts.Max(part => Once(part.Event, part.Calendar, part.Event.Start) is var one ? one.EndsAt - one.StartsAt : Day) + changes.Furthest + Day;
        return (Shifted(zone.ToClock(window.From), -length), Shifted(zone.ToClock(window.To), changes.Furthest + Day));
    }

    private static DateTime Shifted(DateTime time, TimeSpan by) => new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));

    private IEnumerable<(DateTime Clock, CalendarPeriod? Period)> Starts(CalendarEvent main, CalendarZone zone, DateTime from, DateTime to)
    {
        var start = main.Start.Clock;
        var periods = main.Dates.Select(period => (OnClock(period.Start, main.Start, zone), (CalendarPeriod?)period)).Where(one => one.Item1 < to).OrderBy(one => one.Item1);
        List<IEnumerable<(DateTime, CalendarPeriod?)>> sources = [periods, [(start, null)]];
        foreach (var rule in main.Rules)
            if (Remaining(rule, main.Start, zone) is { } rest) sources.Add(rest.Occurrences(start, from, to, budget).Select(clock => (clock, (CalendarPeriod?)null)));
        using var except = new Exceptions(main, main.ExceptDates.Select(date => (OnClock(date, main.Start, zone), date.IsDay)),
            main.ExceptRules.Select(rule => Fitted(rule, main.Start, zone).Occurrences(start, from, to, budget)));
        foreach (var one in Sorted.Merge(sources, one => one.Item1))
            if (!except.Has(one.Item1)) yield return one;
    }

    // DTSTART counts as the first of COUNT, also when the rule does not hit it.
    private RecurrenceRule? Remaining(RecurrenceRule rule, CalendarTime start, CalendarZone zone)
    {
        rule = Fitted(rule, start, zone);
        if (rule.Count is not { } count || rule.Occurrences(start.Clock, start.Clock, Shifted(start.Clock, TimeSpan.FromSeconds(1)), budget).Any()) return rule;
        return count > 1 ? rule with { Count = count - 1 } : null;
    }

    private static RecurrenceRule Fitted(RecurrenceRule rule, CalendarTime start, CalendarZone zone) => rule.Until switch
    {
        { IsDay: false } until when start.IsDay => rule with { Until = CalendarTime.Day(until.Date) },
        { Kind: CalendarTimeKind.Utc } until => rule with { Until = CalendarTime.Floating(zone.ToClock(until.Clock)) },
        _ => rule,
    };

    private DateTime OnClock(CalendarTime time, CalendarTime start, CalendarZone zone)
    {
        if (start.IsDay || time.IsDay || time.Kind == CalendarTimeKind.Floating || (time.Kind == start.Kind && time.Zone == start.Zone)) return start.IsDay ? time.Clock.Date : time.Clock;
        return zone.ToClock(file.ZoneOf(time, series.Parts[0].Calendar, _home).ToUtc(time.Clock));
    }

    private CalendarOccurrence Once(CalendarEvent one, int calendar, CalendarTime id) => Lasting(one, calendar, (id, one.Start), null);

    private CalendarOccurrence Lasting(CalendarEvent one, int calendar, (CalendarTime Id, CalendarTime Start) when, CalendarPeriod? period)
    {
        var start = when.Start;
        if (period is { Start.IsDay: false } && !start.IsDay) one = one with { End = period.End ?? one.End, Duration = period.Duration ?? one.Duration, Start = period.Start };
        var zone = file.ZoneOf(start, calendar, _home);
        var startsAt = zone.ToUtc(start.Clock);
        var endsAt = period is { Duration: not null } || one.End is not { } end
            ? Later(zone, start.Clock, one.Duration ?? (start.IsDay ? new(1, TimeSpan.Zero) : CalendarDuration.Zero))
            : start.IsDay ? zone.ToUtc(Shifted(start.Clock, end.Clock - one.Start.Clock))
            : Shifted(startsAt, file.ZoneOf(end, calendar, _home).ToUtc(end.Clock) - file.ZoneOf(one.Start, calendar, _home).ToUtc(one.Start.Clock));
        var least = start.IsDay ? zone.ToUtc(Shifted(start.Clock, Day)) : startsAt;
        return new(one, when.Id, start, Utc(startsAt), Utc(endsAt > least ? endsAt : least));
    }

    private static DateTime Later(CalendarZone zone, DateTime clock, CalendarDuration duration) =>
        Shifted(zone.ToUtc(Shifted(clock, TimeSpan.FromDays(duration.Days))), duration.Time);

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    // Days and moments that are left out, and rules that are walked beside the others.
    private sealed class Exceptions : IDisposable
    {
        private readonly HashSet<DateTime> _moments = [];
        private readonly HashSet<DateTime> _days = [];
        private readonly IEnumerator<(DateTime, CalendarPeriod?)> _rules;
        private bool _more;

        public Exceptions(CalendarEvent main, IEnumerable<(DateTime Clock, bool IsDay)> dates, IEnumerable<IEnumerable<DateTime>> rules)
        {
            foreach (var (clock, isDay) in dates)
                if (isDay || main.Start.IsDay) _days.Add(clock.Date);
                else _moments.Add(clock);
            _rules = Sorted.Merge([.. rules.Select(rule => rule.Select(clock => (clock, (CalendarPeriod?)null)))], one => one.Item1).GetEnumerator();
            _more = _rules.MoveNext();
        }

        /// <summary>Asked in ascending order.</summary>
        public bool Has(DateTime clock)
        {
            while (_more && _rules.Current.Item1 < clock) _more = _rules.MoveNext();
            return (_more && _rules.Current.Item1 == clock) || _moments.Contains(clock) || _days.Contains(clock.Date);
        }

        public void Dispose() => _rules.Dispose();
    }
}
