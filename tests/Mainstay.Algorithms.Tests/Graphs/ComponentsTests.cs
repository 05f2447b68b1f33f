using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class ComponentsTests
{
    [Fact]
    public void Parts_are_numbered_by_their_least_node_whichever_way_arcs_lead()
    {
        var (count, parts) = Of(CompressedGraph.Directed(5, [new(2, 0, 1), new(4, 1, 0), new(3, 3, 1)]));

        Assert.Equal(3, count);
        Assert.Equal([0, 1, 0, 2, 1], parts);
        Assert.Equal(1, Of(SmallGraphs.Clique(5)).Count);
        Assert.Equal([0, 1], Of(CompressedGraph.Undirected(2, [])).Parts);
        Assert.Equal(0, Of(SmallGraphs.Empty).Count);
        Assert.Throws<ArgumentException>(() => Components.Of(SmallGraphs.Line(2), new int[3]));
    }

    [Fact]
    public void A_line_of_two_hundred_thousand_is_one_part() => Assert.Equal(1, Of(SmallGraphs.Line(200_000)).Count);

    [Fact]
    public void Two_are_in_one_part_when_a_way_leads_from_one_to_the_other() => Hold(SmallGraphs.Random(14, false, 1), graph =>
    {
        var (count, parts) = Of(graph);
        var (distances, previous) = (new double[graph.Nodes], new int[graph.Nodes]);
        return parts.Distinct().Order().SequenceEqual(Enumerable.Range(0, count)) && Enumerable.Range(0, graph.Nodes).All(node =>
        {
            new ShortestPaths(graph).From(node, distances, previous);
            return Enumerable.Range(0, graph.Nodes).All(other => double.IsFinite(distances[other]) == (parts[node] == parts[other]));
        });
    });

    private static (int Count, int[] Parts) Of(CompressedGraph graph)
    {
        var parts = new int[graph.Nodes];
        return (Components.Of(graph, parts), parts);
    }
}
