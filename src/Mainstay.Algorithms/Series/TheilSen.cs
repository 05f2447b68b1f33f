namespace Mainstay.Algorithms.Series;

/// <summary>
/// The line through points whose slope is the middle of all slopes between two of them: Theil (1950), Sen (1968).
/// Up to 29 % of the points may lie anywhere without turning it at will.
/// </summary>
/// <param name="Slope">By how much y changes while x grows by 1, in units of y per unit of x.</param>
/// <param name="Intercept">y at x = 0: the median of y − slope · x, in units of y.</param>
public readonly record struct TheilSen(double Slope, double Intercept)
{
    /// <summary>Below so many points a slope says nothing; it is no limit of <see cref="Of"/>.</summary>
    public const int FewestWorthSaying = 3;

    /// <summary>y on the line.</summary>
    public double At(double x) => Intercept + Slope * x;

    /// <summary>
    /// The line through these points, in any order. Two points at the same x have no slope between them and are passed over, as Sen does;
    /// of an even count the median is the mean of the middle two. Null when no two points differ in x. O(n² log n) time, O(n²) space.
    /// </summary>
    /// <param name="points">Finite numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static TheilSen? Of(ReadOnlySpan<(double X, double Y)> points)
    {
        var slopes = new List<double>(points.Length * (points.Length - 1) / 2);
        for (var i = 0; i < points.Length; i++)
        {
            if (!double.IsFinite(points[i].X) || !double.IsFinite(points[i].Y)) throw new ArgumentOutOfRangeException(nameof(points), points[i], "A point is two finite numbers.");
            for (var j = 0; j < i; j++)
                if (points[i].X != points[j].X) slopes.Add((points[i].Y - points[j].Y) / (points[i].X - points[j].X));
        }
        if (slopes.Count == 0) return null;
        var slope = Median(slopes);
        var heights = new List<double>(points.Length);
        foreach (var (x, y) in points) heights.Add(y - slope * x);
        return new(slope, Median(heights));
    }

    private static double Median(List<double> numbers)
    {
        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? numbers[middle] : numbers[middle - 1] + (numbers[middle] - numbers[middle - 1]) / 2;
    }
}
