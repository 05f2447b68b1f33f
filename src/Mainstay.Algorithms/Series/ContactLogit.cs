using Mainstay.Algorithms.Numerics;

namespace Mainstay.Algorithms.Series;

/// <summary>
/// The pooled logistic model of a contact within a horizon: silence and age in horizons, and how many repeats.
/// logit P = intercept + silence · ln((gap + 1) / H) + repeats · ln(1 + x) + age · ln((T + 1) / H), all in days.
/// </summary>
/// <param name="Intercept">The base rate; the one number that differs between populations.</param>
/// <param name="Silence">Weight of the silence, negative.</param>
/// <param name="Repeats">Weight of the repeats.</param>
/// <param name="Age">Weight of the time since the first contact.</param>
public sealed record ContactLogit(double Intercept, double Silence, double Repeats, double Age)
{
    /// <summary>Fewest known outcomes <see cref="Recalibrated"/> will learn from.</summary>
    public const int FewestOutcomes = 30;

    /// <summary>Pooled over four mail and message networks, reciprocated ties.</summary>
    public static ContactLogit Default { get; } = new(-2.170, -0.915, 0.656, 0.262);

    /// <summary>The log-odds of a contact day within <paramref name="horizonDays"/> &gt; 0. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The history is impossible or the horizon not positive.</exception>
    public double LogOdds(in ContactHistory tie, double horizonDays)
    {
        tie.Check();
        if (!(horizonDays > 0)) throw new ArgumentOutOfRangeException(nameof(horizonDays), horizonDays, "A horizon is a positive number of days.");
        return Intercept
            + Silence * Math.Log((tie.SilentDays + 1) / horizonDays)
            + Repeats * Math.Log(1.0 + tie.Repeats)
            + Age * Math.Log((tie.AgeDays + 1) / horizonDays);
    }

    /// <summary>The probability of a contact day within <paramref name="horizonDays"/> &gt; 0, in (0, 1). O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The history is impossible or the horizon not positive.</exception>
    public double ContactWithin(in ContactHistory tie, double horizonDays) => SpecialFunctions.Sigmoid(LogOdds(tie, horizonDays));

    /// <summary>
    /// The same model with its intercept moved to what was observed; null below <see cref="FewestOutcomes"/> outcomes.
    /// <paramref name="logOdds"/> are this model's own predictions, <paramref name="happened"/> what became of them.
    /// </summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public ContactLogit? Recalibrated(ReadOnlySpan<double> logOdds, ReadOnlySpan<bool> happened)
    {
        if (logOdds.Length != happened.Length) throw new ArgumentException("One outcome per prediction.", nameof(happened));
        return logOdds.Length < FewestOutcomes ? null : this with { Intercept = Intercept + Shift(logOdds, happened) };
    }

    /// <summary>
    /// δ with Σ(y − sigmoid(η + δ)) − δ/4 = 0, that is under a normal prior of variance 4. Newton's steps, kept inside a
    /// bracket that always holds the root, since the left side falls strictly in δ. O(n) per step, at most about 60 steps.
    /// </summary>
    private static double Shift(ReadOnlySpan<double> logOdds, ReadOnlySpan<bool> happened)
    {
        double delta = 0, low = -4.0 * logOdds.Length, high = 4.0 * logOdds.Length;
        for (var step = 0; step < 100; step++)
        {
            var (value, slope) = (-delta / 4, -0.25);
            for (var i = 0; i < logOdds.Length; i++)
            {
                var p = SpecialFunctions.Sigmoid(logOdds[i] + delta);
                value += (happened[i] ? 1 : 0) - p;
                slope -= p * (1 - p);
            }
            if (value > 0) low = delta;
            else high = delta;
            var next = delta - value / slope;
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - delta) <= 1e-12 * Math.Max(1, Math.Abs(next))) return next;
            delta = next;
        }
        return delta;
    }
}
