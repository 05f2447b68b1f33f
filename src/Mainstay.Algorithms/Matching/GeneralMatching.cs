namespace Mainstay.Algorithms.Matching;

/// <summary>
/// The heaviest matching of any graph, where everybody may be paired with everybody (Edmonds, "Maximum matching and a polyhedron with
/// 0,1-vertices", 1965), by the primal-dual method with blossoms that are shrunk and expanded (Galil, "Efficient algorithms for finding
/// maximum matching in graphs", 1986).
/// </summary>
public static class GeneralMatching
{
    /// <summary>So heavy at most that sums of duals stay exact.</summary>
    public const long MostWeight = long.MaxValue / 64;

    /// <summary>The matching of greatest total weight. O(n³) time, O(n²) memory.</summary>
    /// <param name="weights">What each pair weighs, row by row; symmetric; 0 or less where two are never paired. What is on the diagonal does not count.</param>
    /// <param name="members">How many.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>For each member their partner, or −1.</returns>
    /// <exception cref="ArgumentException">The table is not of that size, not symmetric, or a weight is too large.</exception>
    public static int[] Heaviest(ReadOnlySpan<long> weights, int members, CancellationToken stop = default)
    {
        if (weights.Length != members * members) throw new ArgumentException("The table is not square.", nameof(weights));
        for (var one = 0; one < members; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (weights[one * members + other] != weights[other * members + one]) throw new ArgumentException("The table is not symmetric.", nameof(weights));
                if (weights[one * members + other] > MostWeight) throw new ArgumentException("A weight is too large.", nameof(weights));
            }
        }
        return new BlossomSearch(weights, members).Solve(stop);
    }
}
