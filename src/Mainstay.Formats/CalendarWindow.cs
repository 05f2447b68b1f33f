namespace Mainstay.Formats;

/// <summary>A question for what takes place: from a moment, inclusive, to a moment, exclusive, both in UTC.</summary>
/// <param name="From">Inclusive, in UTC.</param>
/// <param name="To">Exclusive, in UTC.</param>
/// <param name="Home">The zone of whoever asks: there whole days and floating times take place.</param>
public sealed record CalendarWindow(DateTime From, DateTime To, TimeZoneInfo Home)
{
    /// <summary>How many occurrences at most; the earliest are kept.</summary>
    public int Most { get; init; } = 1_000;

    /// <summary>How many occurrences of one series at most, the earliest; without those that the file writes out one by one.</summary>
    public int MostOfOne { get; init; } = int.MaxValue;

    /// <summary>
    /// How many occurrences of one series on a day, by the clock of the event. On a day with more, counting those that the
    /// file writes out one by one, only these stand, or where there are none the first.
    /// </summary>
    public int MostPerDay { get; init; } = int.MaxValue;

    /// <summary>Also what is cancelled, marked so by its event's status.</summary>
    public bool WithCancelled { get; init; }

    /// <summary>Steps of work for all recurrences together (<see cref="RecurrenceBudget"/>).</summary>
    public int Budget { get; init; } = 5 * RecurrenceBudget.Usual;
}

/// <summary>One time that an event takes place.</summary>
/// <param name="Event">With what is changed for this time alone already in it.</param>
/// <param name="Id">The start that the series gave it, which stays when it is moved.</param>
/// <param name="Start">As the event says it.</param>
/// <param name="StartsAt">In UTC.</param>
/// <param name="EndsAt">In UTC, exclusive, never before the start.</param>
public sealed record CalendarOccurrence(CalendarEvent Event, CalendarTime Id, CalendarTime Start, DateTime StartsAt, DateTime EndsAt);

/// <summary>A day of a series on which it takes place more often than was asked for.</summary>
/// <param name="Uid">Of the series.</param>
/// <param name="Day">By the clock of the event.</param>
public readonly record struct CrowdedDay(string Uid, DateOnly Day);

/// <summary>The answer to a <see cref="CalendarWindow"/>.</summary>
/// <param name="Items">By start.</param>
/// <param name="IsCut">There are more than were asked for, or the work would have been too much.</param>
public sealed record CalendarOccurrences(IReadOnlyList<CalendarOccurrence> Items, bool IsCut)
{
    /// <summary>Until which moment nothing is missing, exclusive, in UTC; null when the work would have been too much, so that nobody knows.</summary>
    public DateTime? CompleteUntil { get; init; }

    /// <summary>The days of which some are missing all the same, because of <see cref="CalendarWindow.MostPerDay"/>.</summary>
    public IReadOnlyList<CrowdedDay> Crowded { get; init; } = [];
}
