namespace Mainstay.Algorithms.Series;

/// <summary>
/// Whether one person's score changed by more than the instrument itself wobbles: the reliable change index of Jacobson and Truax (1991).
/// It needs what was published of the instrument; without that, nothing can be said.
/// </summary>
/// <param name="Index">(x₂ − x₁) / (SD · √(2 (1 − r))): the change in standard errors of a difference; its sign is that of the change.</param>
public readonly record struct ReliableChange(double Index)
{
    /// <summary>Beyond it, in either direction, 95 % of mere wobbles do not reach.</summary>
    public const double Limit = 1.96;

    /// <summary>Whether the change is larger than wobbling explains; exactly at the limit it is not.</summary>
    public bool IsReliable => Math.Abs(Index) > Limit;

    /// <param name="before">The earlier score.</param>
    /// <param name="after">The later score, in the same unit.</param>
    /// <param name="deviation">SD of the scores among people, in the same unit, &gt; 0.</param>
    /// <param name="reliability">r, in [0, 1): how well the instrument agrees with itself, asked twice.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive, or the reliability not in [0, 1).</exception>
    public static ReliableChange Of(double before, double after, double deviation, double reliability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        if (reliability is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(reliability), reliability, "A reliability is 0 or more and less than 1.");
        return new((after - before) / (deviation * Math.Sqrt(2 * (1 - reliability))));
    }

    /// <summary>The least change that is not explained by wobbling, in the unit of the score; a change must be larger.</summary>
    public static double Least(double deviation, double reliability) => Limit / Of(0, 1, deviation, reliability).Index;
}
