using System.Globalization;

namespace Mainstay.Formats;

/// <summary>
/// A DURATION (RFC 5545 §3.3.6). Weeks and days are nominal (a day is a day on the clock, 23 to 25 hours long where the
/// clocks change), hours, minutes and seconds are exact.
/// </summary>
/// <param name="Days">Days, with the weeks; negative in a negative duration.</param>
/// <param name="Time">The exact part, with the same sign.</param>
public readonly record struct CalendarDuration(int Days, TimeSpan Time)
{
    private const long MostDays = 400_000;

    public static CalendarDuration Zero => default;

    public static CalendarDuration Of(TimeSpan exact) => new(0, exact);

    public bool IsNegative => Days < 0 || Time < TimeSpan.Zero;

    /// <summary>
    /// Reads <c>[+-]P[nW][nD][T[nH][nM][nS]]</c> in any case. Lenient: several units beside weeks and a missing T are
    /// understood. False for anything else and for more than about a thousand years.
    /// </summary>
    public static bool TryParse(string? text, out CalendarDuration duration)
    {
        duration = default;
        var rest = (text ?? "").AsSpan().Trim();
        var sign = rest is ['-', ..] ? -1 : 1;
        rest = rest.TrimStart("+-");
        if (rest is not ['P' or 'p', _, ..]) return false;
        rest = rest[1..];
        long days = 0, seconds = 0;
        var timed = false;
        while (rest.Length > 0)
        {
            if (rest[0] is 'T' or 't') { timed = true; rest = rest[1..]; continue; }
            if (!Unit(ref rest, timed, ref days, ref seconds)) return false;
        }

        duration = new((int)(sign * days), TimeSpan.FromSeconds(sign * seconds));
        return true;
    }

    private static bool Unit(ref ReadOnlySpan<char> rest, bool timed, ref long days, ref long seconds)
    {
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 9 || !long.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
        switch (rest[digits])
        {
            case 'W' or 'w': days += 7 * count; break;
            case 'D' or 'd': days += count; break;
            case 'H' or 'h': seconds += 3600 * count; break;
            case 'M' or 'm' when timed: seconds += 60 * count; break;
            case 'S' or 's': seconds += count; break;
            default: return false;
        }

        rest = rest[(digits + 1)..];
        return days <= MostDays && seconds <= MostDays * 86400;
    }

    /// <summary>As RFC 5545 writes it: <c>P1D</c>, <c>PT1H30M</c>, <c>-PT15M</c>, <c>PT0S</c>.</summary>
    public override string ToString()
    {
        var time = Time.Duration();
        var days = Math.Abs(Days);
        var text = (IsNegative ? "-P" : "P") + (days > 0 ? $"{days}D" : "");
        if (time == TimeSpan.Zero && days > 0) return text;
        var hours = (long)time.TotalHours;
        return text + "T" + (hours > 0 ? $"{hours}H" : "") + (time.Minutes > 0 ? $"{time.Minutes}M" : "")
            + (time.Seconds > 0 || (hours == 0 && time.Minutes == 0) ? $"{time.Seconds}S" : "");
    }
}
