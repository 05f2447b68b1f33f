namespace Mainstay.Algorithms.Series;

/// <summary>How good scores and probabilities were, once the outcomes are known.</summary>
public static class RankingQuality
{
    /// <summary>How near to 0 or 1 the log-loss believes a probability.</summary>
    public const double LeastDoubt = 1e-4;

    /// <summary>
    /// The probability that one that happened was scored above one that did not, ties counting half (Mann and Whitney 1947),
    /// in [0, 1]; null when all happened or none. O(n log n).
    /// </summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double? Auc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        CheckLengths(scores, happened);
        var (keys, labels) = (scores.ToArray(), happened.ToArray());
        Array.Sort(keys, labels);
        long below = 0, positives = 0;
        var wins = 0.0;
        for (var i = 0; i < keys.Length;)
        {
            var (yes, no) = (0L, 0L);
            for (var score = keys[i]; i < keys.Length && keys[i].Equals(score); i++)
                if (labels[i]) yes++;
                else no++;
            wins += yes * (below + no / 2.0);
            (below, positives) = (below + no, positives + yes);
        }
        return positives == 0 || below == 0 ? null : wins / ((double)positives * below);
    }

    /// <summary>
    /// The mean of −ln of the probability given to what happened, in nats, 0 or more; probabilities are kept
    /// <see cref="LeastDoubt"/> away from 0 and 1, so that one certain mistake does not outweigh everything else. Null without outcomes. O(n).
    /// </summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double? LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        CheckLengths(probabilities, happened);
        var sum = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var p = Math.Clamp(probabilities[i], LeastDoubt, 1 - LeastDoubt);
            sum -= Math.Log(happened[i] ? p : 1 - p);
        }
        return probabilities.IsEmpty ? null : sum / probabilities.Length;
    }

    /// <summary>The mean squared distance of the probabilities from the outcomes, in [0, 1]; null without outcomes. O(n).</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double? Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        CheckLengths(probabilities, happened);
        var sum = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var miss = probabilities[i] - (happened[i] ? 1 : 0);
            sum += miss * miss;
        }
        return probabilities.IsEmpty ? null : sum / probabilities.Length;
    }

    /// <summary>
    /// Normalised discounted cumulative gain of the first <paramref name="most"/> (Järvelin and Kekäläinen 2002): Σ gain/log₂(rank + 1), a part of what
    /// the best order would have, in [0, 1]; null when nothing has a gain. O(n log n).
    /// </summary>
    /// <param name="gains">In the order of the ranking, the first first; 0 or more.</param>
    /// <param name="most">How many are looked at.</param>
    public static double? Ndcg(ReadOnlySpan<double> gains, int most)
    {
        var best = gains.ToArray();
        Array.Sort(best, (a, b) => b.CompareTo(a));
        var ideal = Discounted(best, most);
        return ideal == 0 ? null : Discounted(gains, most) / ideal;
    }

    /// <summary>One over the rank of the first that was relevant, in (0, 1]; 0 when none was. O(n).</summary>
    public static double ReciprocalRank(ReadOnlySpan<bool> relevant) => relevant.IndexOf(true) is var first and >= 0 ? 1.0 / (first + 1) : 0;

    /// <summary>The mean, over those that were relevant, of what part was relevant down to them, in (0, 1]; null when none was. O(n).</summary>
    public static double? AveragePrecision(ReadOnlySpan<bool> relevant)
    {
        var (found, sum) = (0, 0.0);
        for (var i = 0; i < relevant.Length; i++)
            if (relevant[i]) sum += ++found / (i + 1.0);
        return found == 0 ? null : sum / found;
    }

    private static double Discounted(ReadOnlySpan<double> gains, int most)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(most, gains.Length); i++) sum += gains[i] / Math.Log2(i + 2);
        return sum;
    }

    private static void CheckLengths(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        if (scores.Length != happened.Length) throw new ArgumentException("One outcome per score.", nameof(happened));
    }
}
