using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class ShortestPathsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Goes_round_where_that_costs_less()
    {
        var graph = CompressedGraph.Directed(5, [new(0, 1, 10), new(0, 2, 1), new(2, 1, 3), new(1, 3, 0), new(3, 0, 1)]);
        var (distances, previous) = (new double[5], new int[5]);

        new ShortestPaths(graph).From(0, distances, previous, stop: Stop);

        Assert.Equal([0, 4, 1, 4, double.PositiveInfinity], distances);
        Assert.Equal([-1, 2, 0, 1, -1], previous);
        Assert.Equal([0, 2, 1, 3], ShortestPaths.Way(0, 3, previous));
        Assert.Equal([0], ShortestPaths.Way(0, 0, previous));
        Assert.Empty(ShortestPaths.Way(0, 4, previous));
    }

    [Fact]
    public void Ends_at_the_target_and_finds_no_way_where_there_is_none()
    {
        var (distances, previous) = (new double[200_001], new int[200_001]);
        var search = new ShortestPaths(CompressedGraph.Undirected(200_001, [.. Enumerable.Range(1, 199_999).Select(n => new Arc(n - 1, n, .5))]));

        Assert.Equal(1.5, search.To(0, 3, distances, previous, stop: Stop));
        Assert.Equal(double.PositiveInfinity, distances[100]);
        Assert.Equal(99_999.5, search.To(199_999, 0, distances, previous, stop: Stop));
        Assert.Equal(200_000, ShortestPaths.Way(199_999, 0, previous).Length);
        Assert.Null(search.To(0, 200_000, distances, previous, stop: Stop));
    }

    [Fact]
    public void Refuses_ends_that_are_no_nodes_and_spans_of_another_length()
    {
        var search = new ShortestPaths(SmallGraphs.Line(3));

        Assert.Throws<ArgumentException>(() => search.From(3, new double[3], new int[3], stop: Stop));
        Assert.Throws<ArgumentException>(() => search.From(-1, new double[3], new int[3], stop: Stop));
        Assert.Throws<ArgumentException>(() => search.To(0, 3, new double[3], new int[3], stop: Stop));
        Assert.Throws<ArgumentException>(() => search.From(0, new double[2], new int[3], stop: Stop));
        Assert.Throws<ArgumentException>(() => search.From(0, new double[3], new int[4], stop: Stop));
        Assert.Throws<OperationCanceledException>(() => search.From(0, new double[3], new int[3], new CancellationToken(true)));
    }

    [Fact]
    public void Allocates_nothing_after_it_was_made()
    {
        var (search, stop) = (new ShortestPaths(SmallGraphs.KarateClub), Stop);
        var (distances, previous) = (new double[34], new int[34]);
        search.From(0, distances, previous, stop);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var source = 0; source < 34; source++) search.From(source, distances, previous, stop);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Agrees_with_trying_all_intermediate_nodes() => Hold(SmallGraphs.Random(12, true, 0, .5, 1, 1.25, 7), graph =>
    {
        var (all, search) = (Everywhere(graph), new ShortestPaths(graph));
        var (distances, previous) = (new double[graph.Nodes], new int[graph.Nodes]);
        return Enumerable.Range(0, graph.Nodes).All(source =>
        {
            search.From(source, distances, previous);
            return Enumerable.Range(0, graph.Nodes).All(target => distances[target] == all[source, target] && Costs(graph, ShortestPaths.Way(source, target, previous)) == distances[target]);
        });
    });

    [Fact]
    public void Costs_to_the_target_are_those_of_a_whole_search() => Hold(SmallGraphs.Random(12, false, .1, .7, 1, 3), graph =>
    {
        var search = new ShortestPaths(graph);
        var (whole, part, previous) = (new double[graph.Nodes], new double[graph.Nodes], new int[graph.Nodes]);
        search.From(0, whole, previous);
        return Enumerable.Range(0, graph.Nodes).All(target => (search.To(0, target, part, previous) ?? double.PositiveInfinity) == whole[target]);
    });

    private static double Costs(CompressedGraph graph, int[] way) =>
        way.Length == 0 ? double.PositiveInfinity : way.Zip(way.Skip(1)).Sum(step => graph.Weights(step.First)[graph.Neighbours(step.First).IndexOf(step.Second)]);

    /// <summary>Floyd 1962 and Warshall 1962.</summary>
    private static double[,] Everywhere(CompressedGraph graph)
    {
        var all = new double[graph.Nodes, graph.Nodes];
        for (var i = 0; i < graph.Nodes; i++)
            for (var j = 0; j < graph.Nodes; j++) all[i, j] = i == j ? 0 : double.PositiveInfinity;
        foreach (var arc in graph.All()) all[arc.From, arc.To] = arc.Weight;
        for (var k = 0; k < graph.Nodes; k++)
            for (var i = 0; i < graph.Nodes; i++)
                for (var j = 0; j < graph.Nodes; j++) all[i, j] = Math.Min(all[i, j], all[i, k] + all[k, j]);
        return all;
    }
}
