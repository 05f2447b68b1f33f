using Mainstay.Algorithms.Numerics;

namespace Mainstay.Algorithms.Series;

/// <summary>Fits four positive parameters over their logarithms, each held within ±8, where every model here is finite.</summary>
internal static class LogSpaceFit
{
    private const double Bound = 8;

    /// <summary>The parameters that maximise <paramref name="logLikelihood"/>, or null when the search did not settle.</summary>
    public static double[]? Maximise(Func<ReadOnlySpan<double>, double> logLikelihood, ReadOnlySpan<double> start, CancellationToken stop)
    {
        var logs = new double[start.Length];
        for (var i = 0; i < logs.Length; i++) logs[i] = Math.Log(start[i]);
        var found = NelderMead.Minimise(point => Negative(logLikelihood, point), logs, stop: stop);
        return double.IsFinite(found.Value) ? Exponentials(found.Parameters) : null;
    }

    private static double Negative(Func<ReadOnlySpan<double>, double> logLikelihood, ReadOnlySpan<double> logs)
    {
        Span<double> theta = stackalloc double[logs.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            if (Math.Abs(logs[i]) > Bound) return double.PositiveInfinity;
            theta[i] = Math.Exp(logs[i]);
        }
        return -logLikelihood(theta);
    }

    private static double[] Exponentials(double[] logs) => Array.ConvertAll(logs, Math.Exp);
}
