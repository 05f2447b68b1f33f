using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class CommunitiesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The greatest modularity of the karate club without weights is known: Aloise et al. 2010.</summary>
    [Fact]
    public void Finds_the_best_groups_of_the_karate_club()
    {
        var plain = SmallGraphs.KarateClub.Unweighted();

        Close(.4197896, Enumerable.Range(1, 10).Max(seed => Communities.Find(plain, seed).Modularity!.Value), 1e-7);
        Assert.All(Enumerable.Range(1, 10), seed => Assert.InRange(Communities.Find(plain, seed, stop: Stop).Modularity!.Value, .415, .42));
    }

    [Fact]
    public void Modularity_is_that_of_the_two_clubs()
    {
        int[] clubs = [.. SmallGraphs.Karate.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("club").GetString() == "Mr. Hi" ? 0 : 1)];

        var among = SmallGraphs.KarateLinks.Count(l => clubs[l.From] == clubs[l.To]);
        var ends = SmallGraphs.KarateLinks.Sum(l => (clubs[l.From] == 0 ? 1 : 0) + (clubs[l.To] == 0 ? 1 : 0));
        Close(among / 78.0 - Math.Pow(ends / 156.0, 2) - Math.Pow(1 - ends / 156.0, 2), Communities.ModularityOf(SmallGraphs.KarateClub.Unweighted(), clubs)!.Value, 1e-12);
    }

    [Fact]
    public void Two_circles_with_one_link_between_them_are_two_groups()
    {
        var found = Communities.Find(CompressedGraph.Undirected(7, [new(0, 5, 1), new(5, 2, 1), new(2, 0, 1), new(4, 2, 1), new(3, 4, 1), new(4, 1, 1), new(1, 3, 1)]), stop: Stop);

        Assert.Equal([0, 1, 0, 1, 1, 0, 2], found.Of);
        Assert.Equal(3, found.Count);
        Close(6 / 7.0 - .5, found.Modularity!.Value, 1e-12);
    }

    [Fact]
    public void Knows_cliques_pairs_and_who_stands_alone()
    {
        Assert.Equal((1, 0), (Communities.Find(SmallGraphs.Clique(5), stop: Stop).Count, Math.Round(Communities.Find(SmallGraphs.Clique(5), stop: Stop).Modularity!.Value, 12)));
        Assert.Equal([0, 0], Communities.Find(SmallGraphs.Line(2), stop: Stop).Of);
        Assert.Equal((3, null), (Communities.Find(CompressedGraph.Undirected(3, [new(1, 1, 4), new(0, 2, 0)]), stop: Stop).Count, Communities.Find(CompressedGraph.Undirected(3, []), stop: Stop).Modularity));
        Assert.Equal((0, null), (Communities.Find(SmallGraphs.Empty, stop: Stop).Count, Communities.Find(SmallGraphs.Empty, stop: Stop).Modularity));
    }

    [Fact]
    public void A_line_of_two_hundred_thousand_falls_into_short_pieces()
    {
        var found = Communities.Find(SmallGraphs.Line(200_000), stop: Stop);

        Assert.InRange(found.Modularity!.Value, .99, 1);
        Assert.Equal(found.Count - 1, Enumerable.Range(1, 199_999).Count(node => found.Of[node] != found.Of[node - 1])); // each a piece, none in two
    }

    [Fact]
    public void A_finer_resolution_gives_smaller_groups()
    {
        var club = SmallGraphs.KarateClub;

        Assert.True(Communities.Find(club, 1, 3, stop: Stop).Count > Communities.Find(club, stop: Stop).Count);
        Assert.True(Communities.Find(club, 1, .2, stop: Stop).Count < Communities.Find(club, stop: Stop).Count);
    }

    [Fact]
    public void Refuses_a_resolution_or_groups_that_are_none_and_can_be_stopped()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Communities.Find(SmallGraphs.Line(2), 1, 0, stop: Stop));
        Assert.Throws<ArgumentOutOfRangeException>(() => Communities.Find(SmallGraphs.Line(2), 1, double.NaN, stop: Stop));
        Assert.Throws<ArgumentException>(() => Communities.ModularityOf(SmallGraphs.Line(2), [0]));
        Assert.Throws<ArgumentException>(() => Communities.ModularityOf(SmallGraphs.Line(2), [0, 2]));
        Assert.Throws<OperationCanceledException>(() => Communities.Find(SmallGraphs.Line(2000), 1, 1, new CancellationToken(true)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_groups() => Hold(Some, graph =>
        Communities.Find(graph, 5).Of.SequenceEqual(Communities.Find(graph, 5).Of) && Communities.Find(graph, -3).Modularity == Communities.Find(graph, -3).Modularity);

    [Fact]
    public void Is_never_worse_than_everybody_alone_or_all_together_and_no_node_does_better_in_another_group() => Hold(Some, graph =>
    {
        var found = Communities.Find(graph);
        if (found.Modularity is not { } modularity) return graph.Ties().Arcs == 0;
        double Try(IEnumerable<int> groups) => Communities.ModularityOf(graph, [.. groups])!.Value;
        return modularity >= Try(Enumerable.Range(0, graph.Nodes)) - 1e-12 && modularity >= Try(new int[graph.Nodes]) - 1e-12
            && Enumerable.Range(0, graph.Nodes).All(node => Enumerable.Range(0, found.Count).All(group => Try(found.Of.Select((own, other) => other == node ? group : own)) <= modularity + 1e-9));
    });

    [Fact]
    public void Each_group_is_connected_and_numbered_by_its_least_node() => Hold(Some, graph =>
    {
        var found = Communities.Find(graph);
        var parts = Components.Of(CompressedGraph.Undirected(graph.Nodes, [.. graph.Ties().All().Where(tie => found.Of[tie.From] == found.Of[tie.To])]), new int[graph.Nodes]);
        return parts == found.Count && found.Of.Distinct().SequenceEqual(Enumerable.Range(0, found.Count));
    });

    [Fact]
    public void Modularity_is_the_sum_over_all_pairs_as_it_is_written() => Hold(Some, graph =>
    {
        var (ties, groups) = (graph.Ties(), Enumerable.Range(0, graph.Nodes).Select(node => node % 3 % graph.Nodes).ToArray());
        var all = ties.All().Sum(t => t.Weight);
        if (all == 0) return Communities.ModularityOf(graph, groups) is null;
        double[] strengths = [.. Enumerable.Range(0, graph.Nodes).Select(node => ties.Weights(node).ToArray().Sum())];
        double Tie(int i, int j) => ties.Neighbours(i).IndexOf(j) is var at && at >= 0 ? ties.Weights(i)[at] : 0;
        var pairs = from i in Enumerable.Range(0, graph.Nodes) from j in Enumerable.Range(0, graph.Nodes) where groups[i] == groups[j] select Tie(i, j) - strengths[i] * strengths[j] / all;
        return Math.Abs(pairs.Sum() / all - Communities.ModularityOf(graph, groups)!.Value) < 1e-12;
    });

    private static FsCheck.Gen<CompressedGraph> Some =>
        from directed in Gen.Elements(true, false)
        from graph in SmallGraphs.Random(9, directed, 0, .3, 1, 2.5)
        select graph;
}
