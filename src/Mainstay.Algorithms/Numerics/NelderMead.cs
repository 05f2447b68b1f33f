namespace Mainstay.Algorithms.Numerics;

/// <summary>Where a minimisation ended.</summary>
/// <param name="Parameters">The best point found.</param>
/// <param name="Value">The objective there.</param>
/// <param name="Evaluations">How often the objective was asked, over all passes.</param>
/// <param name="Converged">Whether the last pass ended by tolerance rather than by the limit on evaluations.</param>
public sealed record Minimum(double[] Parameters, double Value, int Evaluations, bool Converged);

/// <summary>How a minimisation runs.</summary>
public sealed record NelderMeadOptions
{
    /// <summary>Edge of the first simplex, in units of the parameters; positive.</summary>
    public double Step { get; init; } = 0.5;

    /// <summary>A pass ends when the simplex is within this of its best point, in value and in every parameter.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Each pass starts a fresh simplex at the best point so far, which frees one that has collapsed.</summary>
    public int Passes { get; init; } = 2;

    /// <summary>Evaluations per pass, at most.</summary>
    public int MostEvaluations { get; init; } = 4000;
}

/// <summary>
/// Minimises a function of a few parameters without derivatives, by the downhill simplex. Deterministic: the same
/// objective and start give the same bits. An objective may answer +∞ (or NaN, taken as +∞) to forbid a point.
/// Source: Nelder and Mead, A simplex method for function minimization, Computer Journal 7 (1965); coefficients 1, 2, ½, ½.
/// </summary>
public sealed class NelderMead
{
    private readonly Func<ReadOnlySpan<double>, double> objective;
    private readonly NelderMeadOptions options;
    private readonly double[][] points;
    private readonly double[] values;
    private readonly double[] centre, tried, further;
    private int evaluations;

    private NelderMead(Func<ReadOnlySpan<double>, double> objective, int size, NelderMeadOptions options)
    {
        (this.objective, this.options) = (objective, options);
        points = [.. Enumerable.Range(0, size + 1).Select(_ => new double[size])];
        values = new double[size + 1];
        (centre, tried, further) = (new double[size], new double[size], new double[size]);
    }

    /// <summary>The minimum near <paramref name="start"/>, which must be a permitted point of one or more parameters.</summary>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled; looked at once per step.</exception>
    public static Minimum Minimise(
        Func<ReadOnlySpan<double>, double> objective, ReadOnlySpan<double> start, NelderMeadOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        if (start.IsEmpty) throw new ArgumentException("There is nothing to minimise over.", nameof(start));
        var search = new NelderMead(objective, start.Length, options ?? new());
        start.CopyTo(search.points[0]);
        var converged = false;
        for (var pass = 0; pass < search.options.Passes; pass++) converged = search.Pass(stop);
        return new([.. search.points[0]], search.values[0], search.evaluations, converged);
    }

    private bool Pass(CancellationToken stop)
    {
        Spread();
        for (var limit = evaluations + options.MostEvaluations; evaluations < limit;)
        {
            stop.ThrowIfCancellationRequested();
            if (IsSmall()) return true;
            Step();
            Order();
        }
        return IsSmall();
    }

    private void Spread()
    {
        for (var i = 0; i < points.Length; i++)
        {
            points[0].CopyTo(points[i], 0);
            if (i > 0) points[i][i - 1] += options.Step;
            values[i] = Ask(points[i]);
        }
        Order();
    }

    private void Step()
    {
        var worst = points.Length - 1;
        FindCentre();
        var reflected = Try(tried, 1);
        if (reflected < values[0])
        {
            var expanded = Try(further, 2);
            if (expanded < reflected) Replace(worst, further, expanded);
            else Replace(worst, tried, reflected);
        }
        else if (reflected < values[worst - 1]) Replace(worst, tried, reflected);
        else Contract(worst, reflected);
    }

    private void Contract(int worst, double reflected)
    {
        var outside = reflected < values[worst];
        var contracted = Try(further, outside ? 0.5 : -0.5);
        if (outside ? contracted <= reflected : contracted < values[worst]) Replace(worst, further, contracted);
        else Shrink();
    }

    private void Shrink()
    {
        for (var i = 1; i < points.Length; i++)
        {
            for (var j = 0; j < centre.Length; j++) points[i][j] = points[0][j] + 0.5 * (points[i][j] - points[0][j]);
            values[i] = Ask(points[i]);
        }
    }

    private void FindCentre()
    {
        for (var j = 0; j < centre.Length; j++)
        {
            var sum = 0.0;
            for (var i = 0; i < points.Length - 1; i++) sum += points[i][j];
            centre[j] = sum / (points.Length - 1);
        }
    }

    private double Try(double[] point, double factor)
    {
        for (var j = 0; j < point.Length; j++) point[j] = centre[j] + factor * (centre[j] - points[^1][j]);
        return Ask(point);
    }

    private double Ask(double[] point)
    {
        evaluations++;
        var value = objective(point);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    private void Replace(int index, double[] point, double value)
    {
        point.CopyTo(points[index], 0);
        values[index] = value;
    }

    /// <summary>Insertion sort: stable, so that equal values keep their order on every machine.</summary>
    private void Order()
    {
        for (var i = 1; i < points.Length; i++)
            for (var j = i; j > 0 && values[j] < values[j - 1]; j--)
            {
                (values[j], values[j - 1]) = (values[j - 1], values[j]);
                (points[j], points[j - 1]) = (points[j - 1], points[j]);
            }
    }

    private bool IsSmall()
    {
        if (!(values[^1] - values[0] <= options.Tolerance)) return false;
        for (var i = 1; i < points.Length; i++)
            for (var j = 0; j < centre.Length; j++)
                if (Math.Abs(points[i][j] - points[0][j]) > options.Tolerance) return false;
        return true;
    }
}
