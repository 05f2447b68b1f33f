using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class CompressedGraphTests
{
    [Fact]
    public void Keeps_the_neighbours_of_each_node_in_order()
    {
        var graph = CompressedGraph.Directed(4, [new(2, 3, .5), new(0, 3, 1), new(2, 0, .25), new(0, 1, 2)]);

        Assert.Equal((4, 4, true), (graph.Nodes, graph.Arcs, graph.IsDirected));
        Assert.Equal([1, 3], graph.Neighbours(0).ToArray());
        Assert.Equal([2, 1], graph.Weights(0).ToArray());
        Assert.Equal([0, 3], graph.Neighbours(2).ToArray());
        Assert.Equal([.25, .5], graph.Weights(2).ToArray());
        Assert.Equal(0, graph.Degree(1));
        Assert.Empty(graph.Neighbours(3).ToArray());
    }

    [Fact]
    public void A_link_leads_both_ways()
    {
        var graph = CompressedGraph.Undirected(3, [new(2, 0, 4), new(0, 1, 3)]);

        Assert.Equal([new(0, 1, 3), new(0, 2, 4), new(1, 0, 3), new(2, 0, 4)], graph.All());
        Assert.Same(graph, graph.Reversed);
    }

    [Fact]
    public void What_is_said_again_is_weighed_by_the_rule_from_whichever_end_it_was_said()
    {
        Arc[] said = [new(0, 1, 2), new(1, 0, 5), new(0, 1, 1)];

        Assert.Equal([new(0, 1, 5), new(1, 0, 5)], CompressedGraph.Undirected(2, said).All());
        Assert.Equal([new(0, 1, 1), new(1, 0, 1)], CompressedGraph.Undirected(2, said, Repeated.Least).All());
        Assert.Equal([new(0, 1, 8), new(1, 0, 8)], CompressedGraph.Undirected(2, said, Repeated.Sum).All());
        Assert.Equal([new(0, 1, 2), new(1, 0, 5)], CompressedGraph.Directed(2, said).All());
        Assert.Equal([new(0, 1, 1), new(1, 0, 5)], CompressedGraph.Directed(2, said, Repeated.Least).All());
        Assert.Equal([new(0, 1, 3), new(1, 0, 5)], CompressedGraph.Directed(2, said, Repeated.Sum).All());
    }

    [Fact]
    public void Leaves_out_what_leads_from_a_node_to_itself()
    {
        Assert.Empty(CompressedGraph.Undirected(2, [new(1, 1, 3)]).All());
        Assert.Equal([new(1, 0, 1)], CompressedGraph.Directed(2, [new(0, 0, 3), new(1, 0, 1), new(1, 1, 2)]).All());
    }

    [Fact]
    public void May_be_empty()
    {
        Assert.Equal((0, 0), (CompressedGraph.Directed(0, []).Nodes, CompressedGraph.Directed(0, []).Arcs));
        Assert.Equal((3, 0), (CompressedGraph.Undirected(3, []).Nodes, CompressedGraph.Undirected(3, []).Arcs));
    }

    [Theory]
    [InlineData(0, 3, 1, "An arc leads from 0 to 3, and the nodes are numbered from 0 to 2.")]
    [InlineData(-1, 0, 1, "An arc leads from -1 to 0")]
    [InlineData(0, 1, -.5, "The arc from 0 to 1 weighs -0.5")]
    [InlineData(0, 1, double.NaN, "The arc from 0 to 1 weighs NaN")]
    [InlineData(2, 1, double.PositiveInfinity, "a weight is finite and not negative")]
    public void Refuses_what_is_no_arc(int from, int to, double weight, string sentence)
    {
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => CompressedGraph.Directed(3, [new(from, to, weight)])).Message, StringComparison.Ordinal);
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => CompressedGraph.Undirected(3, [new(from, to, weight)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CompressedGraph.Directed(-1, []));
    }

    [Fact]
    public void Turned_twice_it_is_the_same() => Hold(SmallGraphs.Random(12, true, 0, 1, 2.5), graph =>
        graph.Reversed.All().Select(a => new Arc(a.To, a.From, a.Weight)).OrderBy(a => (a.From, a.To)).SequenceEqual(graph.All())
        && ReferenceEquals(graph, graph.Reversed.Reversed));

    [Fact]
    public void Holds_each_arc_once_and_in_order() => Hold(SmallGraphs.Random(12, false, 1, 2), graph =>
        graph.All().All(a => a.From != a.To && graph.Neighbours(a.To).Contains(a.From))
        && graph.All().Zip(graph.All().Skip(1)).All(two => (two.First.From, two.First.To).CompareTo((two.Second.From, two.Second.To)) < 0));
}
