namespace Mainstay.Algorithms.Series;

/// <summary>About how often two people are in touch, and what follows for the next time. Days throughout.</summary>
public static class ContactRhythm
{
    /// <summary>How many of the latest gaps count.</summary>
    public const int LatestGaps = 8;

    /// <summary>How many gaps the intended cadence is worth.</summary>
    public const double PriorGaps = 2;

    /// <summary>
    /// G: the geometric mean of the last eight gaps between contact days (rising, each gap counted as at least 1 day),
    /// shrunk towards <paramref name="cadence"/> &gt; 0. The cadence itself when there is no gap yet. O(1).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The cadence is not positive, or a day lies before the one given ahead of it.</exception>
    public static double Of(ReadOnlySpan<double> contactDays, double cadence)
    {
        if (!(cadence > 0)) throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "A cadence is a positive number of days.");
        var latest = contactDays[Math.Max(0, contactDays.Length - LatestGaps - 1)..];
        var sum = 0.0;
        for (var i = 1; i < latest.Length; i++)
        {
            if (latest[i] < latest[i - 1]) throw new ArgumentOutOfRangeException(nameof(contactDays), "Contact days come in rising order.");
            sum += Math.Log(Math.Max(1, latest[i] - latest[i - 1]));
        }
        return Math.Exp((sum + PriorGaps * Math.Log(cadence)) / (Math.Max(0, latest.Length - 1) + PriorGaps));
    }

    /// <summary>How many cadences have passed since <paramref name="last"/>: 1 is due, 2 is one whole cadence late. 0 or less before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cadence is not positive.</exception>
    public static double Overdue(double last, double now, double cadence) => cadence > 0
        ? (now - last) / cadence
        : throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "A cadence is a positive number of days.");
}
