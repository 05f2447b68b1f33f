using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Matching;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Matching;

public sealed class GeneralMatchingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_circle_of_five_and_a_tail_needs_a_blossom()
    {
        var weights = new long[36];
        foreach (var (one, other, weight) in new[] { (0, 1, 8), (1, 2, 9), (2, 3, 10), (3, 4, 9), (4, 0, 8), (2, 5, 6) }) (weights[one * 6 + other], weights[other * 6 + one]) = (weight, weight);

        Assert.Equal([1, 0, 5, 4, 3, 2], GeneralMatching.Heaviest(weights, 6, Stop));
        Assert.Empty(GeneralMatching.Heaviest([], 0, Stop));
        Assert.Equal([-1], GeneralMatching.Heaviest([7], 1, Stop));
        Assert.Throws<ArgumentException>(() => GeneralMatching.Heaviest([0, 1, 2, 0], 2, Stop));
        Assert.Throws<ArgumentException>(() => GeneralMatching.Heaviest([0], 2, Stop));
    }

    [Fact]
    public void No_matching_is_heavier() => Hold(Tables, table =>
    {
        var (members, weights) = table;
        var found = GeneralMatching.Heaviest(weights, members, Stop);
        long Best(int taken) => Enumerable.Range(0, members).FirstOrDefault(m => (taken & 1 << m) == 0, -1) is var first && first < 0 ? 0
            : Enumerable.Range(first + 1, members - first - 1).Where(o => (taken & 1 << o) == 0 && weights[first * members + o] > 0).Select(o => weights[first * members + o] + Best(taken | 1 << first | 1 << o)).Append(Best(taken | 1 << first)).Max();
        return found.Index().All(f => f.Item < 0 || found[f.Item] == f.Index && weights[f.Index * members + f.Item] > 0) && found.Index().Where(f => f.Item > f.Index).Sum(f => weights[f.Index * members + f.Item]) == Best(0);
    });

    /// <summary>Graphs with many equal weights, where blossoms are made and broken up.</summary>
    private static Gen<(int Members, long[] Weights)> Tables =>
        from members in Gen.Choose(0, 9)
        from most in Gen.Elements(1, 3, 50)
        from upper in Gen.Choose(-1, most).ArrayOf(members * members)
        select (members, (long[])[.. from one in Enumerable.Range(0, members) from other in Enumerable.Range(0, members) select one == other ? 0L : upper[Math.Min(one, other) * members + Math.Max(one, other)]]);
}
