namespace Mainstay.Algorithms.Text;

/// <summary>How often a term stands in one field of one document.</summary>
/// <param name="Weight">What the field is worth, 0 or more.</param>
/// <param name="Count">Occurrences of the term in the field.</param>
/// <param name="Length">Tokens of the field in this document.</param>
/// <param name="AverageLength">Tokens of the field in the mean document.</param>
public readonly record struct FieldFrequency(double Weight, double Count, double Length, double AverageLength);

/// <summary>
/// Ranking by weighted fields, BM25F: field frequencies are tamed by length, added up by weight, and only then saturate.
/// Sources: Robertson, Zaragoza and Taylor 2004; inverse document frequency as in Lucene, never negative.
/// </summary>
/// <param name="K1">How slowly repeated terms saturate, 0 or more.</param>
/// <param name="B">How much long fields are held back, in [0, 1].</param>
public sealed record Bm25(double K1, double B)
{
    /// <summary>k1 = 1.2, b = 0.75.</summary>
    public static Bm25 Default { get; } = new(1.2, 0.75);

    /// <summary>ln(1 + (N − n + ½) / (n + ½)) &gt; 0 for a term in <paramref name="containing"/> n of N <paramref name="documents"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ n ≤ N.</exception>
    public static double Rarity(long documents, long containing)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(containing);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(containing, documents);
        return Math.Log(1 + (documents - containing + 0.5) / (containing + 0.5));
    }

    /// <summary>The weighted frequency of one term over the fields of a document, 0 or more. O(fields).</summary>
    public double Frequency(ReadOnlySpan<FieldFrequency> fields)
    {
        var sum = 0.0;
        foreach (ref readonly var field in fields)
            if (field.Count > 0) sum += field.Weight * field.Count / (1 - B + B * (field.AverageLength > 0 ? field.Length / field.AverageLength : 1));
        return sum;
    }

    /// <summary>What one term adds to the score of a document, in [0, rarity · (k1 + 1)); add up over the terms of the query. O(1).</summary>
    public double Score(double rarity, double frequency) => frequency > 0 ? rarity * frequency * (K1 + 1) / (frequency + K1) : 0;
}
