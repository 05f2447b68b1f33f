namespace Mainstay.Formats;

/// <summary>
/// A time zone: of the system, or by the rules that a file brings along. Rules that are cut short (no rule that goes on, or
/// changes that do not fit together) are completed by the system's zone of the same name, if there is one; else the last
/// offset holds on. Safe for several threads. A question costs the logarithm of the number of changes.
/// </summary>
public sealed class CalendarZone
{
    private const int MostChanges = 2_000;
    private static readonly DateTime Horizon = new(2200, 1, 1);

    private readonly TimeZoneInfo? _system;
    private readonly Lazy<Change[]> _changes;
    private readonly bool _goesOn;

    public CalendarZone(TimeZoneInfo system)
    {
        ArgumentNullException.ThrowIfNull(system);
        _system = system;
        _changes = new([]);
    }

    /// <param name="rules">Of the file.</param>
    /// <param name="system">The system's zone of the same name, null when it knows none.</param>
    public CalendarZone(CalendarZoneRules rules, TimeZoneInfo? system)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _system = system;
        _goesOn = rules.Observances.Any(observance => observance.Rules.Any(rule => !rule.Ends));
        _changes = new(() => Changes(rules, system is not null));
    }

    /// <summary>
    /// The moment in UTC of a time of the clock, by RFC 5545 §3.3.5: the first of two when the clock is set back, and by
    /// the offset before when it is set forward over that time.
    /// </summary>
    public DateTime ToUtc(DateTime clock)
    {
        var before = OffsetAt(Shift(clock, -TimeSpan.FromDays(1)));
        var after = OffsetAt(Shift(clock, TimeSpan.FromDays(1)));
        var first = Shift(clock, -before);
        if (before == after || OffsetAt(first) == before) return first;
        var second = Shift(clock, -after);
        return OffsetAt(second) == after ? second : first;
    }

    /// <summary>What the clock shows at a moment in UTC.</summary>
    public DateTime ToClock(DateTime utc) => DateTime.SpecifyKind(Shift(utc, OffsetAt(utc)), DateTimeKind.Unspecified);

    private TimeSpan OffsetAt(DateTime utc)
    {
        var changes = _changes.Value;
        if (changes.Length == 0) return Known(utc);
        int low = 0, high = changes.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (changes[middle].Utc <= utc) low = middle + 1;
            else high = middle;
        }

        if (low == 0) return _system is null ? changes[0].Before : Known(utc);
        return low == changes.Length && !_goesOn && _system is not null ? Known(utc) : changes[low - 1].After;
    }

    private TimeSpan Known(DateTime utc) => _system!.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    // Changes that contradict each other are worth less than what the system knows.
    private static Change[] Changes(CalendarZoneRules rules, bool isKnown)
    {
        var changes = rules.Observances.SelectMany(Changes).DistinctBy(change => change.Utc).OrderBy(change => change.Utc).ToArray();
        if (!isKnown) return changes;
        for (var i = 1; i < changes.Length; i++)
            if (changes[i].Before != changes[i - 1].After) return [];
        return changes;
    }

    private static IEnumerable<Change> Changes(CalendarObservance observance)
    {
        var budget = new RecurrenceBudget(100 * MostChanges);
        IEnumerable<DateTime> starts = [observance.Start, .. observance.Dates];
        foreach (var rule in observance.Rules) starts = starts.Concat(rule.Occurrences(observance.Start, observance.Start, Horizon, budget));
        return starts.Take(MostChanges).Select(start => new Change(Shift(start, -observance.Before), observance.Before, observance.After));
    }

    private static DateTime Shift(DateTime time, TimeSpan by) =>
        DateTime.SpecifyKind(new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks)), DateTimeKind.Utc);

    private readonly record struct Change(DateTime Utc, TimeSpan Before, TimeSpan After);
}
