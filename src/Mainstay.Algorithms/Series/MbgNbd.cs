using static Mainstay.Algorithms.Numerics.SpecialFunctions;

namespace Mainstay.Algorithms.Series;

/// <summary>
/// The modified beta-geometric / NBD model of contacts: while a tie lives its contacts are Poisson with a rate drawn from
/// Gamma(r, rate alpha) per week, and after every contact, the first included, it ends with a probability drawn from
/// Beta(a, b). All four parameters are positive. Sources: Batislam, Denizel and Filiztekin 2007; Hoppe and Wagner 2007.
/// </summary>
/// <param name="R">Shape of the contact rate.</param>
/// <param name="Alpha">Rate parameter of the contact rate, weeks.</param>
/// <param name="A">First parameter of the ending probability.</param>
/// <param name="B">Second parameter of the ending probability.</param>
public sealed record MbgNbd(double R, double Alpha, double A, double B)
{
    /// <summary>Fewest ties, and fewest among them with a repeat, that <see cref="FitAround"/> will learn from.</summary>
    public const int FewestTies = 12, FewestRepeating = 4;

    /// <summary>Spread of the log-normal prior of <see cref="FitAround"/>, in natural-log units of each parameter.</summary>
    public const double PriorSpread = 0.5;

    /// <summary>Pooled over four mail and message networks with equal weight, reciprocated ties.</summary>
    public static MbgNbd Default { get; } = new(0.811, 1.102, 0.381, 2.252);

    /// <summary>
    /// P(alive), in [0, 1]. <paramref name="tempering"/> in (0, 1] weakens the evidence, because real contacts are burstier
    /// than Poisson; 1 is the textbook's. Falls with silence. O(1).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The history is impossible.</exception>
    public double Alive(in ContactHistory tie, double tempering = 1)
    {
        tie.Check();
        var n = R + tempering * tie.Repeats;
        var z = Math.Log(A) - Math.Log(B + tie.Repeats) + n * Math.Log((Alpha + tempering * tie.Age) / (Alpha + tempering * tie.Last));
        return Sigmoid(-z);
    }

    /// <summary>P(alive) of every tie into <paramref name="alive"/>, which is as long as <paramref name="ties"/>. O(n), no allocation.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Alive(ReadOnlySpan<ContactHistory> ties, Span<double> alive, double tempering = 1)
    {
        if (ties.Length != alive.Length) throw new ArgumentException("One place per tie.", nameof(alive));
        for (var i = 0; i < ties.Length; i++) alive[i] = Alive(ties[i], tempering);
    }

    /// <summary>
    /// The probability of at least one contact day within the next <paramref name="weeks"/> ≥ 0; exact under the model when
    /// untempered, since a living tie's rate is Gamma(r + x, alpha + T), independent of its ending. O(1).
    /// </summary>
    public double ContactWithin(in ContactHistory tie, double weeks, double tempering = 1)
    {
        var age = Alpha + tempering * tie.Age;
        return Alive(tie, tempering) * (1 - Math.Exp((R + tempering * tie.Repeats) * Math.Log(age / (age + weeks))));
    }

    /// <summary>
    /// P(alive) where gaps are Erlang of order <paramref name="order"/> ≥ 1, that is more regular than Poisson
    /// ("MBG/CNBD-k"); order 1 is <see cref="Alive(in ContactHistory, double)"/>. For comparison: it ranked
    /// mail ties worse. O(order).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is less than 1, or the history is impossible.</exception>
    public double AliveRegular(in ContactHistory tie, int order)
    {
        tie.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        var n = R + (double)order * tie.Repeats;
        var share = (tie.Age - tie.Last) / (Alpha + tie.Age);
        double term = 1, sum = 1;
        for (var j = 1; j < order; j++) sum += term *= share * (n + j - 1) / j;
        var z = Math.Log(A) - Math.Log(B + tie.Repeats) + n * Math.Log((Alpha + tie.Age) / (Alpha + tie.Last)) - Math.Log(sum);
        return Sigmoid(-z);
    }

    /// <summary>The log-likelihood of all ties together, summed in the order given. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A history is impossible.</exception>
    public double LogLikelihood(ReadOnlySpan<ContactHistory> ties) => LogLikelihood(new RepeatTable(ties));

    /// <summary>The maximum-likelihood fit; null when there are no ties or no maximum in reach. A few hundred passes over the ties.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static MbgNbd? Fit(ReadOnlySpan<ContactHistory> ties, CancellationToken stop = default)
    {
        if (ties.IsEmpty) return null;
        var table = new RepeatTable(ties);
        return From(LogSpaceFit.Maximise(theta => Of(theta).LogLikelihood(table), [1, 1, 1, 1], stop));
    }

    /// <summary>
    /// The fit that maximises the likelihood times a log-normal prior of spread <see cref="PriorSpread"/> around
    /// <paramref name="prior"/>: one owner has too few ties for four free parameters. Null below <see cref="FewestTies"/>
    /// ties or <see cref="FewestRepeating"/> with a repeat.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static MbgNbd? FitAround(MbgNbd prior, ReadOnlySpan<ContactHistory> ties, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(prior);
        if (ties.Length < FewestTies || CountRepeating(ties) < FewestRepeating) return null;
        var table = new RepeatTable(ties);
        return From(LogSpaceFit.Maximise(
            theta => Of(theta).LogLikelihood(table) - prior.Distance(Of(theta)), [prior.R, prior.Alpha, prior.A, prior.B], stop));
    }

    private static int CountRepeating(ReadOnlySpan<ContactHistory> ties)
    {
        var count = 0;
        foreach (var tie in ties) if (tie.Repeats > 0) count++;
        return count;
    }

    private double Distance(MbgNbd other) => 0.5 * (Square(other.R / R) + Square(other.Alpha / Alpha) + Square(other.A / A) + Square(other.B / B));

    private static double Square(double ratio) => Math.Log(ratio) / PriorSpread * (Math.Log(ratio) / PriorSpread);

    private double LogLikelihood(RepeatTable table)
    {
        var (common, dead) = (new double[table.Repeats.Length], new double[table.Repeats.Length]);
        var start = R * Math.Log(Alpha) - LogGamma(R) - LogBeta(A, B);
        for (var i = 0; i < common.Length; i++)
        {
            var x = table.Repeats[i];
            common[i] = start + LogGamma(R + x) + LogBeta(A, B + x + 1);
            // B(a+1, b+x) / B(a, b+x+1) = a / (b+x)
            dead[i] = Math.Log(A) - Math.Log(B + x);
        }
        var sum = 0.0;
        for (var i = 0; i < table.Ties.Length; i++)
        {
            ref readonly var tie = ref table.Ties[i];
            var (n, k) = (R + tie.Repeats, table.Index[i]);
            var silence = Math.Log((Alpha + tie.Age) / (Alpha + tie.Last));
            sum += common[k] - n * Math.Log(Alpha + tie.Age) + LogSumExp(0, dead[k] + n * silence);
        }
        return sum;
    }

    private static MbgNbd Of(ReadOnlySpan<double> theta) => new(theta[0], theta[1], theta[2], theta[3]);

    private static MbgNbd? From(double[]? theta) => theta is null ? null : Of(theta);
}
