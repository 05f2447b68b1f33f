using System.Globalization;

namespace Mainstay.CircleSessions;

/// <summary>Time that stands still.</summary>
internal static class SessionTime
{
    /// <summary>"12:30", "1:05:00".</summary>
    public static string Left(TimeSpan left) => left.ToString(left.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
}
