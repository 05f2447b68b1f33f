using static Mainstay.Algorithms.Numerics.SpecialFunctions;

namespace Mainstay.Algorithms.Series;

/// <summary>
/// The beta-geometric / NBD model: as <see cref="MbgNbd"/>, but a tie cannot end after its very first contact, so that
/// one without a repeat is alive for certain. Kept for comparison and for its published numbers; do not rank ties by it.
/// Sources: Fader, Hardie and Lee 2005; Fader and Hardie 2008 (P(alive)).
/// </summary>
/// <param name="R">Shape of the contact rate, positive.</param>
/// <param name="Alpha">Rate parameter of the contact rate, weeks, positive.</param>
/// <param name="A">First parameter of the ending probability, positive.</param>
/// <param name="B">Second parameter of the ending probability, positive.</param>
public sealed record BgNbd(double R, double Alpha, double A, double B)
{
    /// <summary>P(alive) in [0, 1]; 1 without a repeat. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The history is impossible.</exception>
    public double Alive(in ContactHistory tie)
    {
        tie.Check();
        if (tie.Repeats == 0) return 1;
        return Sigmoid(Math.Log((B + tie.Repeats - 1) / A) - (R + tie.Repeats) * Math.Log((Alpha + tie.Age) / (Alpha + tie.Last)));
    }

    /// <summary>The probability of at least one contact day within the next <paramref name="weeks"/> ≥ 0. O(1).</summary>
    public double ContactWithin(in ContactHistory tie, double weeks) =>
        Alive(tie) * (1 - Math.Exp((R + tie.Repeats) * Math.Log((Alpha + tie.Age) / (Alpha + tie.Age + weeks))));

    /// <summary>
    /// The expected number of contact days within the next <paramref name="weeks"/> ≥ 0 (equation 10 of the paper, after
    /// Euler's transformation, which keeps it finite for any number of repeats). About 35 (alpha + T + weeks) / (alpha + T) terms.
    /// </summary>
    public double Expected(in ContactHistory tie, double weeks)
    {
        // The formula is 0/0 where a or a + b + x is 1, though the function itself is smooth there.
        const double Near = 1e-5;
        if (Math.Abs(A - 1) < Near / 10)
            return ((this with { A = 1 - Near }).Expected(tie, weeks) + (this with { A = 1 + Near }).Expected(tie, weeks)) / 2;
        var c = A + B + tie.Repeats - 1;
        if (Math.Abs(c) < Near / 10)
            return ((this with { B = B - Near }).Expected(tie, weeks) + (this with { B = B + Near }).Expected(tie, weeks)) / 2;
        var age = Alpha + tie.Age;
        var series = HypergeometricSeries(A + B - 1 - R, A - 1, c, weeks / (age + weeks));
        return Alive(tie) * c / (A - 1) * (1 - Math.Pow(age / (age + weeks), A - 1) * series);
    }

    /// <summary>The log-likelihood of all ties together, summed in the order given. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A history is impossible.</exception>
    public double LogLikelihood(ReadOnlySpan<ContactHistory> ties) => LogLikelihood(new RepeatTable(ties));

    /// <summary>The maximum-likelihood fit; null when there are no ties or no maximum in reach.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static BgNbd? Fit(ReadOnlySpan<ContactHistory> ties, CancellationToken stop = default)
    {
        if (ties.IsEmpty) return null;
        var table = new RepeatTable(ties);
        var theta = LogSpaceFit.Maximise(point => Of(point).LogLikelihood(table), [1, 1, 1, 1], stop);
        return theta is null ? null : Of(theta);
    }

    private double LogLikelihood(RepeatTable table)
    {
        var (alive, dead) = (new double[table.Repeats.Length], new double[table.Repeats.Length]);
        var start = R * Math.Log(Alpha) - LogGamma(R) - LogBeta(A, B);
        for (var i = 0; i < alive.Length; i++)
        {
            var x = table.Repeats[i];
            alive[i] = start + LogGamma(R + x) + LogBeta(A, B + x);
            dead[i] = x == 0 ? double.NegativeInfinity : start + LogGamma(R + x) + LogBeta(A + 1, B + x - 1);
        }
        var sum = 0.0;
        for (var i = 0; i < table.Ties.Length; i++)
        {
            ref readonly var tie = ref table.Ties[i];
            var (n, k) = (R + tie.Repeats, table.Index[i]);
            sum += LogSumExp(alive[k] - n * Math.Log(Alpha + tie.Age), dead[k] - n * Math.Log(Alpha + tie.Last));
        }
        return sum;
    }

    private static BgNbd Of(ReadOnlySpan<double> theta) => new(theta[0], theta[1], theta[2], theta[3]);
}
