using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class BetweennessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Agrees_with_the_karate_club()
    {
        var (steps, strength) = (BySteps(SmallGraphs.KarateClub), ByStrength(SmallGraphs.KarateClub));
        foreach (var known in SmallGraphs.Karate.GetProperty("nodes").EnumerateArray())
        {
            var node = known.GetProperty("id").GetInt32();
            Close(known.Number("betweenness_raw"), steps[node], 1e-12);
            Close(known.Number("betweenness_normalized"), Betweenness.Normalised(steps[node], SmallGraphs.KarateClub)!.Value, 1e-12);
            Close(known.Number("betweenness_weighted_raw"), strength[node], 1e-12);
        }
        Assert.Equal((209, 177), (Math.Round(strength[0], 12), Math.Round(strength[2], 12)));
    }

    [Fact]
    public void Knows_stars_cliques_pairs_lines_and_who_stands_alone()
    {
        Assert.Equal([6, 0, 0, 0, 0], BySteps(SmallGraphs.Star(4)));
        Assert.Equal(1, Betweenness.Normalised(6, SmallGraphs.Star(4)));
        Assert.All(BySteps(SmallGraphs.Clique(6)), score => Assert.Equal(0, score));
        Assert.Equal([0, 0], BySteps(SmallGraphs.Line(2)));
        Assert.Equal([0, 3, 4, 3, 0], BySteps(SmallGraphs.Line(5)));
        Assert.Equal([0, 3, 4, 3, 0], ByStrength(SmallGraphs.Line(5)));
        Assert.Equal([0], BySteps(CompressedGraph.Undirected(1, [])));
        Assert.Empty(BySteps(SmallGraphs.Empty));
        Assert.Empty(ByStrength(SmallGraphs.Empty));
        Assert.Null(Betweenness.Normalised(0, SmallGraphs.Line(2)));
    }

    [Fact]
    public void Ways_of_a_directed_graph_count_one_by_one()
    {
        var ring = CompressedGraph.Directed(4, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1), new(3, 0, 1)]);

        Assert.Equal([3, 3, 3, 3], BySteps(ring));
        Assert.Equal(.5, Betweenness.Normalised(3, ring));
    }

    [Fact]
    public void What_is_strong_is_short_and_what_weighs_nothing_leads_nowhere()
    {
        Assert.Equal([0, 1, 0], ByStrength(CompressedGraph.Undirected(3, [new(0, 1, 4), new(1, 2, 4), new(0, 2, 1)])));
        Assert.Equal([0, 0, 0], ByStrength(CompressedGraph.Undirected(3, [new(0, 1, 4), new(1, 2, 0)])));
        Assert.Equal([1, .5, .5, 0], ByStrength(CompressedGraph.Undirected(4, [new(0, 1, 10), new(1, 3, 5), new(0, 2, 7.5), new(2, 3, 6)]))); // .1 + 1/5 and 1/7.5 + 1/6 are equally far
    }

    [Fact]
    public void From_as_many_sources_as_nodes_it_is_exact_and_from_fewer_it_is_near()
    {
        var (exact, all, half, none) = (ByStrength(SmallGraphs.KarateClub), new double[34], new double[34], new double[34]);

        Betweenness.ByStrength(SmallGraphs.KarateClub, 99, all, Stop);
        Betweenness.ByStrength(SmallGraphs.KarateClub, 17, half, Stop);

        Assert.Equal(exact, all);
        Assert.NotEqual(exact, half);
        var first = Enumerable.Range(0, 34).OrderByDescending(node => exact[node]).Take(3).ToList();
        Assert.Equal(first, first.OrderByDescending(node => half[node]));
        Assert.InRange(half.Sum() / exact.Sum(), .8, 1.2);
        Assert.Throws<ArgumentOutOfRangeException>(() => Betweenness.ByStrength(SmallGraphs.KarateClub, 0, none, Stop));
    }

    [Fact]
    public void Has_the_same_bits_on_every_run()
    {
        var graph = SmallGraphs.Scattered(600, 3_000, 11, random => 1 + random.Next(5));

        Assert.Equal(BySteps(graph), BySteps(graph));
        Assert.Equal(ByStrength(graph), ByStrength(graph));
    }

    [Fact]
    public void Needs_a_place_for_each_node_and_can_be_stopped()
    {
        Assert.Throws<ArgumentException>(() => Betweenness.BySteps(SmallGraphs.Line(3), new double[2], stop: Stop));
        Assert.Throws<ArgumentException>(() => Betweenness.ByStrength(SmallGraphs.Line(3), new double[4], stop: Stop));
        Assert.ThrowsAny<OperationCanceledException>(() => Betweenness.BySteps(SmallGraphs.Line(3), new double[3], new CancellationToken(true)));
        Assert.ThrowsAny<OperationCanceledException>(() => Betweenness.ByStrength(SmallGraphs.Line(3), new double[3], new CancellationToken(true)));
    }

    /// <summary>Each pair gives one for each node its shortest ways go through, on average: their length less one.</summary>
    [Fact]
    public void All_scores_together_are_what_lies_between_all_pairs() => Hold(Some(1), graph =>
    {
        var between = Pairs(graph, _ => 1).Sum(pair => pair.Length - 1) / (graph.IsDirected ? 1 : 2);
        return Math.Abs(BySteps(graph).Sum() - between) < 1e-9 * Math.Max(1, between);
    });

    [Fact]
    public void Agrees_with_going_every_way() => Hold(Some(1, 2, 3, 4, 5, 6, 7), graph =>
        Agree(graph, BySteps(graph), _ => 1) && Agree(graph, ByStrength(graph), weight => 1 / weight));

    private static bool Agree(CompressedGraph graph, double[] scores, Func<double, double> length)
    {
        var expected = new double[graph.Nodes];
        foreach (var (ways, _) in Pairs(graph, length))
            foreach (var inner in ways.SelectMany(way => way[1..^1])) expected[inner] += (graph.IsDirected ? 1 : .5) / ways.Count;
        return expected.Zip(scores).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }

    /// <summary>All shortest ways between each two that are connected, found by going every way.</summary>
    private static List<(List<int[]> Ways, double Length)> Pairs(CompressedGraph graph, Func<double, double> length)
    {
        var pairs = new List<(List<int[]>, double)>();
        for (var source = 0; source < graph.Nodes; source++)
        {
            var ways = new List<(int[] Way, double Length)>();
            Go([source], 0);
            pairs.AddRange(ways.GroupBy(w => w.Way[^1]).Select(to => (to.Where(w => w.Length <= to.Min(o => o.Length) * (1 + 1e-12)).Select(w => w.Way).ToList(), to.Min(o => o.Length))));

            void Go(int[] way, double far)
            {
                if (way.Length > 1) ways.Add((way, far));
                for (var arc = 0; arc < graph.Degree(way[^1]); arc++)
                    if (!way.Contains(graph.Neighbours(way[^1])[arc])) Go([.. way, graph.Neighbours(way[^1])[arc]], far + length(graph.Weights(way[^1])[arc]));
            }
        }
        return pairs;
    }

    private static FsCheck.Gen<CompressedGraph> Some(params double[] weights) =>
        from directed in Gen.Elements(true, false)
        from graph in SmallGraphs.Random(6, directed, weights)
        select graph;

    private static double[] BySteps(CompressedGraph graph)
    {
        var scores = new double[graph.Nodes];
        Betweenness.BySteps(graph, scores);
        return scores;
    }

    private static double[] ByStrength(CompressedGraph graph)
    {
        var scores = new double[graph.Nodes];
        Betweenness.ByStrength(graph, scores);
        return scores;
    }
}
