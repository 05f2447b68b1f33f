namespace Mainstay.Algorithms.Series;

/// <summary>How strong a tie is, with everything it was computed from.</summary>
/// <param name="Activation">A ≥ 0, capped at one contact a day.</param>
/// <param name="Incoming">I ≥ 0: decayed weight of what came in, without a cap.</param>
/// <param name="Outgoing">O ≥ 0: decayed weight of what went out, without a cap.</param>
/// <param name="Days">Distinct contact days up to now.</param>
public readonly record struct TieStrength(double Activation, double Incoming, double Outgoing, int Days)
{
    /// <summary>Contact days at which contacts and closeness weigh the same in <see cref="Blended"/>.</summary>
    public const double EvenDays = 4;

    /// <summary>ρ in (0, 1]: 1 when both sides turn to each other equally, or nobody did.</summary>
    public double Reciprocity => 2 * (Math.Min(Incoming, Outgoing) + 0.5) / (Incoming + Outgoing + 1);

    /// <summary>R in [0.841, 1]: how little a lopsided tie counts less.</summary>
    public double ReciprocityFactor => Math.Sqrt(Math.Sqrt((1 + Reciprocity) / 2));

    /// <summary>S in [0, 1): half for steady monthly meetings. 0 without contacts.</summary>
    public double Strength => Activation * ReciprocityFactor / (Activation * ReciprocityFactor + 1);

    /// <summary>λ in [0, 1): the share of contacts in <see cref="Blended"/>.</summary>
    public double ContactShare => Days / (Days + EvenDays);

    /// <summary>
    /// S* in [0, 1]: strength blended with <paramref name="closeness"/> in [0, 1], the owner's own rating (see
    /// <see cref="ClosenessOf"/>) or what stands in for it; without one, strength alone.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Closeness is outside [0, 1].</exception>
    public double Blended(double? closeness)
    {
        if (closeness is not { } c) return Strength;
        if (!(c is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(closeness), c, "Closeness lies between 0 and 1.");
        return ContactShare * Strength + (1 - ContactShare) * c;
    }

    /// <summary>A rating of 1 to 5 as closeness in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rating is outside 1 to 5.</exception>
    public static double ClosenessOf(int rating) => rating is >= 1 and <= 5
        ? (rating - 1) / 4.0
        : throw new ArgumentOutOfRangeException(nameof(rating), rating, "A rating is 1 to 5.");

    /// <summary>The strength at <paramref name="now"/> of contact days given in rising order; later days are ignored. O(n).</summary>
    public static TieStrength At(ReadOnlySpan<ContactDay> days, double now)
    {
        var (activation, incoming, outgoing, count) = (0.0, 0.0, 0.0, 0);
        foreach (ref readonly var day in days)
        {
            if (day.Day > now) continue;
            var decay = Series.Activation.Decay(now - day.Day);
            activation += day.Weight * decay;
            incoming += day.In * decay;
            outgoing += day.Out * decay;
            count++;
        }
        return new(activation, incoming, outgoing, count);
    }
}
