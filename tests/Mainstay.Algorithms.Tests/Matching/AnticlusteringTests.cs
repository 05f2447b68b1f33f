using FsCheck.Fluent;
using Mainstay.Algorithms.Matching;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Matching;

public sealed class AnticlusteringTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int> Instances => [0, 1];

    [Theory, MemberData(nameof(Instances))]
    public void Twenty_starts_reach_the_best_of_all_partitions(int at)
    {
        var one = ReferenceNumbers.Read("anticlustering").GetProperty("cases")[at];
        double[][] features = [.. one.GetProperty("features").EnumerateArray().Select(row => row.EnumerateArray().Select(n => n.GetDouble()).ToArray())];
        var distances = Distances(features);

        var found = Anticlustering.Best(distances, features.Length / one.GetProperty("group_size").GetInt32(), [], [], stop: Stop);

        ReferenceNumbers.Close(one.Number("max_diversity"), found!.Diversity(distances), 1e-9);
    }

    [Fact]
    public void Who_shall_be_together_is_and_who_shall_not_is_not()
    {
        var distances = Distances([.. Enumerable.Range(0, 20).Select(n => (double[])[n % 7, n % 3])]);
        (int, int)[] together = [(0, 1), (1, 2), (4, 5)], apart = [(0, 3), (5, 6), (6, 7), (7, 8)];

        var found = Anticlustering.Best(distances, 4, together, apart, stop: Stop)!;

        Assert.All(together, p => Assert.Equal(found.GroupOf[p.Item1], found.GroupOf[p.Item2]));
        Assert.All(apart, p => Assert.NotEqual(found.GroupOf[p.Item1], found.GroupOf[p.Item2]));
        Assert.Equal([5, 5, 5, 5], found.GroupOf.GroupBy(g => g).Select(g => g.Count()));
    }

    [Fact]
    public void What_cannot_be_is_not_made_up()
    {
        var distances = Distances([[0], [1], [2], [3]]);

        Assert.Null(Anticlustering.Best(distances, 2, [(0, 1), (1, 2)], [], stop: Stop)); // three in groups of two
        Assert.Null(Anticlustering.Best(distances, 2, [], [(0, 1), (1, 2), (0, 2)], stop: Stop)); // three strangers, two groups
        Assert.Null(Anticlustering.Best(distances, 2, [(0, 1)], [(0, 1)], stop: Stop));
        Assert.Equal([0], Anticlustering.Best([0], 1, [], [], stop: Stop)!.GroupOf);
        Assert.Throws<ArgumentOutOfRangeException>(() => Anticlustering.Best(distances, 5, [], [], stop: Stop));
        Assert.Throws<ArgumentException>(() => Anticlustering.Best([1, 2], 1, [], [], stop: Stop));
        Assert.Throws<ArgumentException>(() => Anticlustering.Best(distances, 2, [(0, 4)], [], stop: Stop));
        Assert.Throws<OperationCanceledException>(() => Anticlustering.Best(distances, 2, [], [], stop: new(true)));
    }

    [Fact]
    public void Groups_differ_by_one_at_most_and_no_exchange_makes_them_better() => Hold(
        from members in Gen.Choose(1, 11)
        from groups in Gen.Choose(1, members)
        from features in Between(-2, 2).ArrayOf(members * 2)
        select (groups, Distances([.. features.Chunk(2)])), problem =>
    {
        var found = Anticlustering.Best(problem.Item2, problem.groups, [], [], 3)!;
        var (sizes, members) = (found.GroupOf.GroupBy(g => g).Select(g => g.Count()).ToList(), found.GroupOf.Length);
        return sizes.Count == problem.groups && sizes.Max() - sizes.Min() <= 1
            && Enumerable.Range(0, members * members).All(p => Exchanged(found, p / members, p % members).PerMember(problem.Item2) <= found.PerMember(problem.Item2) + 1e-6);
    });

    [Fact]
    public void Those_who_stay_together_move_together()
    {
        // The pair 0 and 1 is like 2 and 3: whoever starts with them, in the end they are apart.
        var distances = Distances([[0], [0], [0], [0], [9], [9], [9], [9]]);

        var found = Anticlustering.Best(distances, 2, [(0, 1), (4, 5)], [], stop: Stop)!;

        Assert.Equal(72, found.Diversity(distances));
    }

    [Fact]
    public void Numbers_count_in_deviations_and_categories_as_one()
    {
        var distances = new FeatureDistances(3);
        distances.AddNumber([10, 20, null]);
        Assert.Equal([0, 2, 1, 2, 0, 1, 1, 1, 0], distances.Distances());
        distances.AddNumber([5, 5, 5]);
        distances.AddCategories([["design"], ["law"], ["design", "law"]]);
        Assert.Equal([0, Math.Sqrt(5), Math.Sqrt(1.5)], distances.Distances()[..3]);
        Assert.Throws<ArgumentException>(() => distances.AddNumber([1]));
    }

    private static Grouping Exchanged(Grouping found, int one, int other)
    {
        int[] groupOf = [.. found.GroupOf];
        (groupOf[one], groupOf[other]) = (groupOf[other], groupOf[one]);
        return found with { GroupOf = groupOf };
    }

    private static double[] Distances(double[][] features)
    {
        var distances = new FeatureDistances(features.Length);
        for (var column = 0; column < features[0].Length; column++) distances.AddAsGiven([.. features.Select(f => f[column])]);
        return distances.Distances();
    }
}
