namespace Mainstay.Algorithms.Numerics;

/// <summary>The few special functions the contact models need, on doubles, for positive real arguments.</summary>
public static class SpecialFunctions
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>The Lanczos coefficients for g = 7, n = 9 (P. Godfrey, 2001).</summary>
    private static ReadOnlySpan<double> Lanczos =>
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>
    /// The natural logarithm of Γ(<paramref name="x"/>), x &gt; 0, by Lanczos' approximation: about 1e-13 relative to
    /// max(1, |ln Γ|). O(1).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">x is not a positive number.</exception>
    public static double LogGamma(double x)
    {
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(x), x, "Log-gamma takes a positive number.");
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        var shifted = x - 1;
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++) sum += Lanczos[i] / (shifted + i);
        var t = shifted + 7.5;
        return HalfLogTwoPi + (shifted + 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    /// <summary>The natural logarithm of the beta function B(a, b), a and b positive. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">a or b is not a positive number.</exception>
    public static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    /// <summary>ln(eᵃ + eᵇ) without overflow; −∞ stands for ln 0.</summary>
    public static double LogSumExp(double a, double b)
    {
        var (high, low) = a >= b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(high) ? high : high + Log1P(Math.Exp(low - high));
    }

    /// <summary>ln(eᵃ − eᵇ) without overflow, a ≥ b; −∞ when they are equal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">a is less than b.</exception>
    public static double LogDifferenceExp(double a, double b)
    {
        if (a < b) throw new ArgumentOutOfRangeException(nameof(b), b, "The difference of exponentials would be negative.");
        if (double.IsNegativeInfinity(b)) return a;
        // 1 - e^-d loses digits for small d, where its series d - d²/2 + d³/6 does not.
        var d = a - b;
        return a + Math.Log(d < 1e-5 ? d * (1 - d * (0.5 - d / 6)) : 1 - Math.Exp(-d));
    }

    /// <summary>1 / (1 + e⁻ᶻ), in [0, 1]; z is clamped to ±700, where the result still is above 0.</summary>
    public static double Sigmoid(double z) => 1 / (1 + Math.Exp(-Math.Clamp(z, -700, 700)));

    /// <summary>
    /// Gauss' ₂F₁(a, b; c; z) for 0 ≤ z &lt; 1 and c &gt; 0, by its power series. Where c − a − b &lt; 0 it is taken through
    /// Euler's transformation, which converges faster; z very near 1 needs about 35 / (1 − z) terms, of which
    /// 100,000 at most are taken.
    /// Source: Abramowitz and Stegun 15.1.1, 15.3.3.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">z is outside [0, 1) or c is not positive.</exception>
    public static double Hypergeometric(double a, double b, double c, double z)
    {
        if (!(z is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(z), z, "z lies in [0, 1).");
        if (!(c > 0)) throw new ArgumentOutOfRangeException(nameof(c), c, "c is positive.");
        return c - a - b < 0
            ? Math.Pow(1 - z, c - a - b) * HypergeometricSeries(c - a, c - b, c, z)
            : HypergeometricSeries(a, b, c, z);
    }

    /// <summary>The plain power series of ₂F₁; the caller has seen to it that it converges.</summary>
    internal static double HypergeometricSeries(double a, double b, double c, double z)
    {
        const int Most = 100_000;
        double term = 1, sum = 1;
        for (var n = 0; n < Most; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.Abs(term) <= 1e-17 * Math.Abs(sum)) break;
        }
        return sum;
    }

    /// <summary>ln(1 + u), u ≥ 0, to full precision for small u (Kahan's correction).</summary>
    private static double Log1P(double u)
    {
        var w = 1 + u;
        return w == 1 ? u : Math.Log(w) * u / (w - 1);
    }
}
