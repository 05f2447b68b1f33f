using static Mainstay.Algorithms.Numerics.SpecialFunctions;

namespace Mainstay.Algorithms.Series;

/// <summary>
/// The Pareto / NBD model: contacts are Poisson with a rate from Gamma(r, rate alpha), and a tie ends after an exponential
/// time whose rate comes from Gamma(s, rate beta). For comparison.
/// Sources: Schmittlein, Morrison and Colombo 1987; Fader and Hardie, A note on deriving the Pareto/NBD model, 2005.
/// </summary>
/// <param name="R">Shape of the contact rate, positive.</param>
/// <param name="Alpha">Rate parameter of the contact rate, weeks, positive.</param>
/// <param name="S">Shape of the ending rate, positive.</param>
/// <param name="Beta">Rate parameter of the ending rate, weeks, positive.</param>
public sealed record ParetoNbd(double R, double Alpha, double S, double Beta)
{
    /// <summary>P(alive) in [0, 1]; 1 on the day of the last contact. O(terms of one hypergeometric series).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The history is impossible.</exception>
    public double Alive(in ContactHistory tie)
    {
        tie.Check();
        return Sigmoid(LogAlive(tie) - LogEnded(tie));
    }

    /// <summary>The log-likelihood of all ties together, summed in the order given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A history is impossible.</exception>
    public double LogLikelihood(ReadOnlySpan<ContactHistory> ties) => LogLikelihood(new RepeatTable(ties));

    /// <summary>The maximum-likelihood fit; null when there are no ties or no maximum in reach.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static ParetoNbd? Fit(ReadOnlySpan<ContactHistory> ties, CancellationToken stop = default)
    {
        if (ties.IsEmpty) return null;
        var table = new RepeatTable(ties);
        var theta = LogSpaceFit.Maximise(point => Of(point).LogLikelihood(table), [1, 1, 1, 1], stop);
        return theta is null ? null : Of(theta);
    }

    private double LogLikelihood(RepeatTable table)
    {
        var common = Array.ConvertAll(table.Repeats, x => LogGamma(R + x) - LogGamma(R) + R * Math.Log(Alpha) + S * Math.Log(Beta));
        var sum = 0.0;
        for (var i = 0; i < table.Ties.Length; i++)
            sum += common[table.Index[i]] + LogSumExp(LogAlive(table.Ties[i]), LogEnded(table.Ties[i]));
        return sum;
    }

    /// <summary>ln of the part of the likelihood in which the tie still lives, without the common factor.</summary>
    private double LogAlive(in ContactHistory tie) => -(R + tie.Repeats) * Math.Log(Alpha + tie.Age) - S * Math.Log(Beta + tie.Age);

    /// <summary>ln of the part in which it ended between the last contact and now: s / (r+s+x) A₀.</summary>
    private double LogEnded(in ContactHistory tie)
    {
        var (at, now) = (LogTail(tie.Repeats, tie.Last), LogTail(tie.Repeats, tie.Age));
        if (tie.Age == tie.Last || at <= now) return double.NegativeInfinity;
        return Math.Log(S / (R + S + tie.Repeats)) + LogDifferenceExp(at, now);
    }

    /// <summary>
    /// ln of one term of A₀ at time t. Euler's transformation turns either form of the paper into a series with first
    /// argument 1 and positive, shrinking terms, and leaves the powers to logarithms.
    /// </summary>
    private double LogTail(int x, double t)
    {
        var (alpha, beta, c) = (Alpha + t, Beta + t, R + S + x + 1);
        return alpha >= beta
            ? -(R + x) * Math.Log(alpha) - S * Math.Log(beta) + Math.Log(HypergeometricSeries(1, R + x, c, (alpha - beta) / alpha))
            : -(R + x - 1) * Math.Log(alpha) - (S + 1) * Math.Log(beta) + Math.Log(HypergeometricSeries(1, S + 1, c, (beta - alpha) / beta));
    }

    private static ParetoNbd Of(ReadOnlySpan<double> theta) => new(theta[0], theta[1], theta[2], theta[3]);
}
