namespace Mainstay.Capture;

/// <summary>A day that was said, and what it means looking back and looking ahead: "Friday" is the latest one or the next one.</summary>
/// <param name="Back">The latest such day before today.</param>
/// <param name="Ahead">The next such day.</param>
public sealed record DaySaid(DateOnly Back, DateOnly Ahead)
{
    public DaySaid(DateOnly day) : this(day, day) { }

    /// <summary>A day of the calendar without its year is more likely the nearer one; a bare weekday of something that was done lies back.</summary>
    public bool IsOfCalendar { get; init; }

    /// <summary>The first day of what takes several: "next week" begins with its Monday, "in June" with the first.</summary>
    public DateOnly? Begins { get; init; }

    /// <summary>The first of the days ahead; of a limit, that day.</summary>
    public DateOnly First => IsLimit ? Ahead : Begins ?? Ahead;

    /// <summary>Said as a limit: "by Thursday".</summary>
    public bool IsLimit { get; init; }

    /// <summary>The day of something that may have been or may be to come.</summary>
    public DateOnly Likely(DateOnly today) => IsOfCalendar && Ahead.DayNumber - today.DayNumber < today.DayNumber - Back.DayNumber ? Ahead : Back;
}

/// <summary>Pieces of a line that together say a day, or how long something took.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The one after the last.</param>
public sealed record SaidSpan(int From, int To)
{
    public DaySaid? Day { get; init; }

    public int? Minutes { get; init; }

    /// <summary>Written as a day, and there is none: "31 Feb".</summary>
    public bool IsNoDay { get; init; }

    /// <summary>A hashtag, without its sign.</summary>
    public string? Topic { get; init; }

    /// <summary>One day that lies back, whatever is told: "yesterday", not "Friday".</summary>
    public bool IsBefore(DateOnly tomorrow) => Day is { IsLimit: false } day && day.Back == day.Ahead && day.Back < tomorrow;
}
