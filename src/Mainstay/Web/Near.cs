using Mainstay.Words;

namespace Mainstay.Web;

/// <summary>A day as one says it: relative when it is near, else by its date.</summary>
public static class Near
{
    public static Reason Of(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => new("Web.Today"),
        1 => new("Web.Tomorrow"),
        -1 => new("Web.Yesterday"),
        > 0 and < 14 and var days => new("Web.DaysAhead", days),
        > 0 and < 91 and var days => new("Web.WeeksAhead", Weeks(days)),
        < 0 and > -14 and var days => new("Web.DaysBack", -days),
        < 0 and > -91 and var days => new("Web.WeeksBack", Weeks(-days)),
        _ => day.Year == today.Year ? new("Web.DayOfYear", day) : new("Web.DayExact", day),
    };

    private static int Weeks(int days) => (int)Math.Round(days / 7.0, MidpointRounding.AwayFromZero);
}
