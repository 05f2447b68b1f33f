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

    private static void CheckLengths(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        if (scores.Length != happened.Length) throw new ArgumentException("One outcome per score.", nameof(happened));
    }
}
