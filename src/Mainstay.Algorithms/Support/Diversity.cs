namespace Mainstay.Algorithms.Support;

/// <summary>
/// How diverse a set is whose members fall into categories: Simpson (1949), Blau (1977), Shannon (1948), Pielou (1966), Hill (1973).
/// Every number is null where it cannot be said.
/// </summary>
public readonly record struct Diversity
{
    private readonly double squares;
    private readonly long pairsAlike;

    private Diversity(long members, int categories, double squares, long pairsAlike, double entropy) =>
        (Members, Categories, this.squares, this.pairsAlike, Entropy) = (members, categories, squares, pairsAlike, entropy);

    /// <summary>How many members.</summary>
    public long Members { get; }

    /// <summary>How many categories have a member.</summary>
    public int Categories { get; }

    /// <summary>Shannon's entropy in nats, 0 or more; null without members.</summary>
    public double? Shannon => Members == 0 ? null : Entropy;

    /// <summary>1 − Σp²: the probability that two drawn with replacement differ, in [0, 1); null without members.</summary>
    public double? Blau => Members == 0 ? null : 1 - squares;

    /// <summary>Σp², the Herfindahl–Hirschman index, in (0, 1]; null without members.</summary>
    public double? Concentration => Members == 0 ? null : squares;

    /// <summary>The probability that two drawn without replacement differ, in [0, 1]; 0 for one member, null without any.</summary>
    public double? Unbiased => Members switch { 0 => null, 1 => 0, _ => 1 - (double)pairsAlike / (Members * (Members - 1)) };

    /// <summary>Entropy as a part of the greatest that so many categories could have, in [0, 1]; null with fewer than two.</summary>
    public double? Evenness => Categories < 2 ? null : Entropy / Math.Log(Categories);

    /// <summary>The Hill number of order 1: as how many equally common categories they count, 1 or more; null without members.</summary>
    public double? EffectiveByEntropy => Members == 0 ? null : Math.Exp(Entropy);

    /// <summary>The Hill number of order 2, 1/Σp²: as how many equally common categories they count, common ones weighing more; null without members.</summary>
    public double? EffectiveNumber => Members == 0 ? null : 1 / squares;

    private double Entropy { get; }

    /// <summary>Blau's index as a part of the greatest that this many possible categories allow, in [0, 1]; null with fewer than two possible, or without members.</summary>
    /// <param name="possible">How many categories there could be; at least as many as have a member.</param>
    public double? BlauOf(int possible) => Members == 0 || possible < 2 ? null : (1 - squares) * possible / (possible - 1);

    /// <summary>The diversity of categories with so many members each; empty categories do not count. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Diversity Of(ReadOnlySpan<int> counts)
    {
        var (members, categories) = (0L, 0);
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            members += count;
            if (count > 0) categories++;
        }
        var (squares, alike, entropy) = (0.0, 0L, 0.0);
        foreach (var count in counts)
        {
            if (count == 0) continue;
            var share = (double)count / members;
            squares += share * share;
            alike += (long)count * (count - 1);
            entropy -= share * Math.Log(share);
        }
        return new(members, categories, squares, alike, Math.Max(0, entropy));
    }

    /// <summary>Rao's quadratic entropy Σ d·p·p of shares that differ by these distances, in [0, 1]; with the distance 1 between any two, Blau's index (Rao 1982). O(n²).</summary>
    /// <param name="shares">Shares that sum to 1.</param>
    /// <param name="distances">Square, symmetric, in [0, 1], 0 on the diagonal.</param>
    public static double Rao(ReadOnlySpan<double> shares, double[,] distances)
    {
        if (distances.GetLength(0) != shares.Length || distances.GetLength(1) != shares.Length) throw new ArgumentException("There is a distance between any two.", nameof(distances));
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
            for (var j = 0; j < shares.Length; j++) sum += distances[i, j] * shares[i] * shares[j];
        return sum;
    }

    /// <summary>The E–I index (external − internal) / (external + internal), in [−1, 1]; null without ties (Krackhardt and Stern 1988).</summary>
    public static double? ExternalInternal(long external, long @internal) => external + @internal == 0 ? null : (double)(external - @internal) / (external + @internal);
}
