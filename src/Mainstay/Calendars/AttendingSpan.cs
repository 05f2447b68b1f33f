namespace Mainstay.Calendars;

/// <summary>The month, quarter or year in which a day lies.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day, inclusive.</param>
public readonly record struct AttendingSpan(DateOnly First, DateOnly Last)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public static AttendingSpan Of(AttendingPer per, DateOnly day)
    {
        var months = per switch { AttendingPer.Month => 1, AttendingPer.Quarter => 3, _ => 12 };
        var first = (day.Month - 1) / months * months + 1;
        var last = first + months - 1;
        return new(new(day.Year, first, 1), new(day.Year, last, DateTime.DaysInMonth(day.Year, last)));
    }
}
