using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class ClusteringTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Agrees_with_the_karate_club()
    {
        var club = Clustering.Of(SmallGraphs.KarateClub, stop: Stop);

        foreach (var known in SmallGraphs.Karate.GetProperty("nodes").EnumerateArray()) Close(known.Number("clustering"), club.Nodes[known.GetProperty("id").GetInt32()] ?? 0, 1e-12);
        Close(SmallGraphs.Karate.Number("average_clustering"), club.Mean!.Value, 1e-12);
        Close(SmallGraphs.Karate.Number("transitivity"), club.Transitivity!.Value, 1e-12);
        Assert.Null(club.Nodes[11]);
    }

    [Fact]
    public void Knows_stars_cliques_and_where_nothing_can_be_said()
    {
        Assert.Equal((0, 0), (Clustering.Of(SmallGraphs.Star(4), stop: Stop).Nodes[0], Clustering.Of(SmallGraphs.Star(4), stop: Stop).Transitivity));
        Assert.Equal((1, 1), (Clustering.Of(SmallGraphs.Clique(5), stop: Stop).Mean, Clustering.Of(SmallGraphs.Clique(5), stop: Stop).Transitivity));
        Assert.Equal((0, null), (Clustering.Of(SmallGraphs.Line(2), stop: Stop).Mean, Clustering.Of(SmallGraphs.Line(2), stop: Stop).Transitivity));
        Assert.Equal((null, null), (Clustering.Of(SmallGraphs.Empty, stop: Stop).Mean, Clustering.Of(SmallGraphs.Empty, stop: Stop).Transitivity));
        Assert.ThrowsAny<OperationCanceledException>(() => Clustering.Of(SmallGraphs.Line(3), new CancellationToken(true)));
    }

    [Fact]
    public void Is_the_part_of_pairs_that_are_tied_whichever_way() => Hold(SmallGraphs.Random(10, true, 0, 1, 2), graph =>
    {
        var (ties, clustering) = (graph.Ties(), Clustering.Of(graph));
        return Enumerable.Range(0, graph.Nodes).All(node =>
        {
            int[] contacts = [.. ties.Neighbours(node)];
            bool[] pairs = [.. from a in contacts from b in contacts where a < b select ties.Neighbours(a).Contains(b)];
            return pairs.Length == 0 ? clustering.Nodes[node] is null : Math.Abs(clustering.Nodes[node]!.Value - pairs.Count(p => p) / (double)pairs.Length) < 1e-12;
        });
    });
}
