namespace Mainstay.Formats;

/// <summary>A component (VEVENT, VTIMEZONE, and what is nested in them) while it is being read.</summary>
internal sealed class CalendarFrame(string name, long line, CalendarFrame? parent)
{
    public string Name { get; } = name;

    public long Line { get; } = line;

    public CalendarFrame? Parent { get; } = parent;

    public List<CardItem> Items { get; } = [];

    public List<CalendarFrame> Children { get; } = [];

    public bool Ended { get; set; }

    public long NulLine { get; set; }

    /// <summary>Which VCALENDAR of the file it stands in, from 0.</summary>
    public int Calendar { get; init; }
}
