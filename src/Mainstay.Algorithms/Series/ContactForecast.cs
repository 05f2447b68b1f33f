namespace Mainstay.Algorithms.Series;

/// <summary>
/// P(contact within a horizon): the mean of a mechanism (<see cref="MbgNbd"/>, untempered) and a regression
/// (<see cref="ContactLogit"/>), which beat each of the two on every data set tried.
/// </summary>
public sealed record ContactForecast(MbgNbd Mechanism, ContactLogit Regression)
{
    /// <summary>Both with their pooled defaults.</summary>
    public static ContactForecast Default { get; } = new(MbgNbd.Default, ContactLogit.Default);

    /// <summary>The probability of a contact day within <paramref name="horizonDays"/> &gt; 0, in [0, 1]. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The history is impossible or the horizon not positive.</exception>
    public double ContactWithin(in ContactHistory tie, double horizonDays) =>
        (Mechanism.ContactWithin(tie, horizonDays / ContactHistory.DaysPerWeek) + Regression.ContactWithin(tie, horizonDays)) / 2;
}
