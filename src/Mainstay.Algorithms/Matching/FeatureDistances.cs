namespace Mainstay.Algorithms.Matching;

/// <summary>How far apart members of a set are by what is known of them: numbers count in standard deviations, two that differ in a category are one apart.</summary>
public sealed class FeatureDistances
{
    private readonly double[] squares;

    /// <param name="members">How many; 0 or more.</param>
    public FeatureDistances(int members)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        Members = members;
        squares = new double[members * members];
    }

    public int Members { get; }

    /// <summary>Adds a number of each, standardised over those who have one (divided by the deviation of the whole set); who has none stands at the mean. All alike add nothing.</summary>
    /// <exception cref="ArgumentException">There is not one of each.</exception>
    public void AddNumber(IReadOnlyList<double?> values, double weight = 1)
    {
        Check(values.Count, weight);
        var known = values.OfType<double>().ToList();
        if (known.Count == 0) return;
        var mean = known.Average();
        var deviation = Math.Sqrt(known.Average(v => (v - mean) * (v - mean)));
        if (deviation == 0) return;
        AddAsGiven([.. values.Select(v => v is { } value ? (value - mean) / deviation : 0)], weight);
    }

    /// <summary>Adds a number of each as it is.</summary>
    /// <exception cref="ArgumentException">There is not one of each.</exception>
    public void AddAsGiven(IReadOnlyList<double> values, double weight = 1)
    {
        Check(values.Count, weight);
        for (var one = 0; one < Members; one++)
            for (var other = 0; other < Members; other++) squares[one * Members + other] += weight * (values[one] - values[other]) * (values[one] - values[other]);
    }

    /// <summary>Adds what each belongs to, any number of categories; like one-hot features scaled by 1/√2. Two with none in common are one apart; who belongs to none is half that far from all.</summary>
    /// <exception cref="ArgumentException">There is not one of each.</exception>
    public void AddCategories(IReadOnlyList<IReadOnlyCollection<string>> values, double weight = 1)
    {
        Check(values.Count, weight);
        for (var one = 0; one < Members; one++)
            for (var other = 0; other < Members; other++) squares[one * Members + other] += weight * Apart(values[one], values[other]);
    }

    /// <summary>Euclid's distances, row by row.</summary>
    public double[] Distances() => [.. squares.Select(Math.Sqrt)];

    /// <summary>The squared distance: 1 less the part in common, with one category each 0 or 1.</summary>
    private static double Apart(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other)
    {
        if (one.Count == 0 || other.Count == 0) return one.Count == other.Count ? 0 : 0.5;
        var common = one.Intersect(other).Count();
        return 1 - (double)common / (one.Union(other).Count());
    }

    private void Check(int count, double weight)
    {
        if (count != Members) throw new ArgumentException("There is not one of each.", nameof(count));
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
    }
}
