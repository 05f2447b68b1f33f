namespace Mainstay.Algorithms.Series;

/// <summary>How much one contact counts.</summary>
public static class ContactWeight
{
    /// <summary>However many were there, a contact keeps this share of its kind's weight.</summary>
    public const double Floor = 0.05;

    /// <summary>
    /// The weight of a contact among <paramref name="people"/>, the owner included: the kind's weight for two, shared among
    /// the others for more, never below <see cref="Floor"/> of it. Source: Newman 2001 (1/(n − 1) for collaborations).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind's weight is negative or not a number.</exception>
    public static double Of(double kind, int people)
    {
        if (!(kind >= 0 && double.IsFinite(kind))) throw new ArgumentOutOfRangeException(nameof(kind), kind, "A weight is 0 or more.");
        return Math.Max(kind / Math.Max(1, people - 1), Floor * kind);
    }
}
