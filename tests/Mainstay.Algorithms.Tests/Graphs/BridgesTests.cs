using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class BridgesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Finds_the_link_between_two_circles_and_its_ends()
    {
        var bridges = Bridges.Of(CompressedGraph.Undirected(7, [new(0, 1, 1), new(1, 2, 1), new(2, 0, 1), new(4, 2, 2.5), new(3, 4, 1), new(4, 5, 1), new(5, 3, 1)]), stop: Stop);

        Assert.Equal([new(2, 4, 2.5)], bridges.Links);
        Assert.Equal([2, 4], bridges.Nodes);
    }

    [Fact]
    public void Knows_stars_cliques_pairs_and_who_stands_alone()
    {
        Assert.Equal([0], Bridges.Of(SmallGraphs.Star(4), stop: Stop).Nodes);
        Assert.Equal([1, 2, 3, 4], Bridges.Of(SmallGraphs.Star(4), stop: Stop).Links.Select(l => l.To));
        Assert.Equal((0, 0), Count(SmallGraphs.Clique(5)));
        Assert.Equal((1, 0), Count(SmallGraphs.Line(2)));
        Assert.Equal((0, 0), Count(CompressedGraph.Undirected(1, [])));
        Assert.Equal((0, 0), Count(SmallGraphs.Empty));
    }

    [Fact]
    public void A_tie_said_twice_or_both_ways_is_one_and_what_weighs_nothing_holds_nothing()
    {
        Assert.Equal([new(0, 1, 3)], Bridges.Of(CompressedGraph.Directed(2, [new(0, 1, 1), new(1, 0, 2), new(0, 1, 1), new(1, 1, 9)]), stop: Stop).Links);
        Assert.Equal((2, 1), Count(CompressedGraph.Undirected(3, [new(0, 1, 1), new(1, 2, 1), new(0, 2, 0)])));
    }

    [Fact]
    public void A_line_of_two_hundred_thousand_is_all_bridges() => Assert.Equal((199_999, 199_998), Count(SmallGraphs.Line(200_000)));

    [Fact]
    public void Can_be_stopped() => Assert.Throws<OperationCanceledException>(() => Bridges.Of(SmallGraphs.Line(3), new CancellationToken(true)));

    [Fact]
    public void Taking_out_a_bridge_or_a_cut_node_and_nothing_else_makes_more_parts() => Hold(SmallGraphs.Random(10, false, 1, 2), graph =>
    {
        var (bridges, whole) = (Bridges.Of(graph), Parts(graph.Nodes, graph.All()));
        return graph.All().Where(link => link.From < link.To).Where(link => Parts(graph.Nodes, graph.All().Where(other => (other.From, other.To) != (link.From, link.To) && (other.To, other.From) != (link.From, link.To))) > whole).SequenceEqual(bridges.Links)
            // Without its links a node is a part of its own, which is one more than without the node.
            && Enumerable.Range(0, graph.Nodes).Where(node => graph.Degree(node) > 0 && Parts(graph.Nodes, graph.All().Where(link => link.From != node && link.To != node)) - 1 > whole).SequenceEqual(bridges.Nodes);
    });

    private static (int, int) Count(CompressedGraph graph)
    {
        var bridges = Bridges.Of(graph);
        return (bridges.Links.Count, bridges.Nodes.Count);
    }

    private static int Parts(int nodes, IEnumerable<Arc> arcs) => Components.Of(CompressedGraph.Directed(nodes, [.. arcs]), new int[nodes]);
}
