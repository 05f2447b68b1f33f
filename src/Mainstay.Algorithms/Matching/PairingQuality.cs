namespace Mainstay.Algorithms.Matching;

/// <summary>How good an outcome is for those who were to be paired. Each number is null where nobody was.</summary>
public sealed record PairingQuality
{
    /// <summary>The part of all askers who have a holder, in [0, 1].</summary>
    public double? Coverage { get; init; }

    /// <summary>The part of those paired who got their first choice, in [0, 1].</summary>
    public double? FirstChoice { get; init; }

    /// <summary>The part of those paired who got one of their first three choices, in [0, 1].</summary>
    public double? TopThree { get; init; }

    /// <summary>The mean place of what they got on their own lists, 1 or more.</summary>
    public double? MeanRank { get; init; }

    public int? WorstRank { get; init; }

    public double? MeanScore { get; init; }

    public double? LeastScore { get; init; }

    /// <summary>The fifth percentile of the scores: nineteen of twenty pairs are at least as good (between two, in proportion).</summary>
    public double? FifthPercentile { get; init; }

    /// <summary>How unequal the scores are: Gini's coefficient, 0 when all are the same; null also when they add up to nothing.</summary>
    public double? Gini { get; init; }

    /// <summary>How evenly the places are used: (Σx)²/(n·Σx²) of used ÷ offered per holder (Jain, Chiu &amp; Hawe 1984), in [1/n, 1]; null when none is used.</summary>
    public double? Jain { get; init; }

    /// <summary>The part of the offered places that are used, in [0, 1].</summary>
    public double? Use { get; init; }

    /// <summary>The outcome in numbers.</summary>
    /// <param name="paired">For each asker the place of their holder on their own list, from 1, and the score of the pair; null for who has none.</param>
    /// <param name="used">For each holder how many places are used and how many there are.</param>
    public static PairingQuality Of(IReadOnlyList<(int Rank, double Score)?> paired, IReadOnlyList<(int Used, int Places)> used)
    {
        var pairs = paired.OfType<(int Rank, double Score)>().ToList();
        var (scores, loads) = (pairs.Select(p => p.Score).Order().ToArray(), used.Where(u => u.Places > 0).Select(u => (double)u.Used / u.Places).ToArray());
        var (places, load, squares) = (used.Sum(u => (long)u.Places), loads.Sum(), loads.Sum(l => l * l));
        double? Part(Func<(int Rank, double Score), bool> which) => pairs.Count == 0 ? null : (double)pairs.Count(which) / pairs.Count;
        return new()
        {
            Coverage = paired.Count == 0 ? null : (double)pairs.Count / paired.Count,
            FirstChoice = Part(p => p.Rank == 1),
            TopThree = Part(p => p.Rank <= 3),
            MeanRank = pairs.Count == 0 ? null : pairs.Average(p => p.Rank),
            WorstRank = pairs.Count == 0 ? null : pairs.Max(p => p.Rank),
            MeanScore = pairs.Count == 0 ? null : scores.Average(),
            LeastScore = pairs.Count == 0 ? null : scores[0],
            FifthPercentile = pairs.Count == 0 ? null : Percentile(scores, 0.05),
            Gini = GiniOf(scores),
            Jain = squares == 0 ? null : load * load / (loads.Length * squares),
            Use = places == 0 ? null : (double)used.Sum(u => (long)u.Used) / places,
        };
    }

    private static double Percentile(double[] sorted, double part)
    {
        var at = (sorted.Length - 1) * part;
        var low = (int)at;
        return low + 1 == sorted.Length ? sorted[low] : sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]);
    }

    private static double? GiniOf(double[] sorted)
    {
        var sum = sorted.Sum();
        if (sum <= 0) return null;
        var weighted = sorted.Select((score, at) => (2.0 * (at + 1) - sorted.Length - 1) * score).Sum();
        return weighted / (sorted.Length * sum);
    }
}
