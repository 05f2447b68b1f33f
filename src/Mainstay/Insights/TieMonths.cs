using Mainstay.Algorithms.Series;
using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>How strong a tie was month by month.</summary>
internal static class TieMonths
{
    /// <summary>Per cent on each of these days; nothing when it never was. Before the first contact there was no tie, whatever the owner feels today.</summary>
    /// <param name="days">Of contact, rising.</param>
    /// <param name="closeness">As the owner feels it, 1 to 5.</param>
    /// <param name="on">Rising.</param>
    public static IReadOnlyList<byte> Of(ReadOnlySpan<ContactDay> days, int? closeness, IReadOnlyList<DateOnly> on)
    {
        var strengths = new byte[on.Count];
        var (known, any) = (0, false);
        for (var month = 0; month < on.Count; month++)
        {
            while (known < days.Length && days[known].Day <= on[month].DayNumber) known++;
            if (known == 0 && days.Length > 0) continue;
            strengths[month] = (byte)NetworkDrawing.PerCent(Strength.Of(days[..known], closeness, on[month]).Value);
            any |= strengths[month] > 0;
        }
        return any ? strengths : [];
    }
}
