using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class BestPathsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A way round that is surer than the way straight on, as long as there are steps for it.</summary>
    private static readonly CompressedGraph Detour = CompressedGraph.Directed(5, [new(0, 1, .9), new(1, 2, .9), new(2, 3, .9), new(0, 2, .5), new(0, 3, .25), new(1, 3, .1)]);

    [Fact]
    public void Finds_the_paths_of_the_karate_club()
    {
        var club = CompressedGraph.Undirected(34, [.. SmallGraphs.KarateLinks.Select(l => l with { Weight = l.Weight / (l.Weight + 2) })]);
        var cases = Read("intro_paths").GetProperty("cases").EnumerateArray().ToList();
        foreach (var known in cases)
        {
            var expected = known.GetProperty("paths").EnumerateArray().ToList();
            var found = BestPaths.Find(club, known.GetProperty("source").GetInt32(), known.GetProperty("target").GetInt32(), expected.Count, 33, stop: Stop);

            Assert.Equal(expected.Count, found.Count);
            foreach (var (path, paths) in found.Zip(expected)) Close(paths.Number("probability"), path.Probability, 1e-12);
            Assert.All(expected.Where(p => p.Number("probability") > found[^1].Probability + 1e-12), p => Assert.Contains(found, f => f.Nodes.SequenceEqual(Nodes(p))));
        }
        Assert.Equal(3, cases.Count);
        double[] said = [.36, .340136, .333333, .333333, .285714];
        foreach (var (expected, path) in said.Zip(BestPaths.Find(club, 0, 33, 5, 33, stop: Stop))) Close(expected, path.Probability, 5e-7);
    }

    [Fact]
    public void A_limit_on_steps_is_kept_also_where_a_surer_way_is_longer()
    {
        Assert.Equal([[0, 1, 2, 3], [0, 2, 3], [0, 3], [0, 1, 3]], Ways(BestPaths.Find(Detour, 0, 3, 9, 4, stop: Stop)));
        Assert.Equal([[0, 2, 3], [0, 3], [0, 1, 3]], Ways(BestPaths.Find(Detour, 0, 3, 9, 2, stop: Stop)));
        Assert.Equal([[0, 3]], Ways(BestPaths.Find(Detour, 0, 3, 9, 1, stop: Stop)));
        Assert.Empty(BestPaths.Find(Detour, 0, 3, 9, 0, stop: Stop));
        Assert.Equal(.9 * .9 * .9, BestPaths.Find(Detour, 0, 3, 1, int.MaxValue, stop: Stop).Single().Probability);
    }

    [Fact]
    public void Leaves_out_what_is_less_probable_than_wanted()
    {
        Assert.Equal([[0, 1, 2, 3], [0, 2, 3], [0, 3]], Ways(BestPaths.Find(Detour, 0, 3, 9, 4, .25, stop: Stop)));
        Assert.Equal([[0, 1, 2, 3]], Ways(BestPaths.Find(Detour, 0, 3, 9, 4, .5, stop: Stop)));
        Assert.Empty(BestPaths.Find(Detour, 0, 3, 9, 4, .8, stop: Stop));
        Assert.Empty(BestPaths.Find(Detour, 0, 3, 9, 4, 1.5, stop: Stop));
    }

    [Fact]
    public void Of_equally_probable_ones_comes_the_one_with_fewer_steps_and_then_with_lesser_nodes()
    {
        var graph = CompressedGraph.Undirected(7, [new(0, 5, .5), new(5, 6, .5), new(0, 4, .5), new(4, 6, .5), new(0, 3, .25), new(3, 2, 1), new(2, 6, 1), new(0, 6, .25)]);

        Assert.Equal([[0, 6], [0, 4, 6], [0, 5, 6], [0, 3, 2, 6]], Ways(BestPaths.Find(graph, 0, 6, 9, 6, stop: Stop)));
        Assert.Equal([[0, 6], [0, 4, 6]], Ways(BestPaths.Find(graph, 0, 6, 2, 6, stop: Stop)));
    }

    /// <summary>The better way to 3 is found after the way to 4, and yet the way by 4 comes first.</summary>
    [Fact]
    public void The_lesser_way_comes_first_however_it_was_found()
    {
        var graph = CompressedGraph.Directed(6, [new(0, 1, .5), new(0, 2, 1), new(1, 3, .5), new(2, 3, .5), new(1, 4, 1), new(3, 5, .5), new(4, 5, .5)]);

        Assert.Equal([[0, 1, 4, 5]], Ways(BestPaths.Find(graph, 0, 5, 1, 5, stop: Stop)));
        Assert.Equal([[0, 1, 4, 5], [0, 2, 3, 5], [0, 1, 3, 5]], Ways(BestPaths.Find(graph, 0, 5, 9, 5, stop: Stop)));
    }

    [Fact]
    public void Nowhere_leads_no_path_and_to_oneself_leads_the_one_without_a_step()
    {
        Assert.Empty(BestPaths.Find(Detour, 0, 4, 3, 4, stop: Stop));
        Assert.Empty(BestPaths.Find(Detour, 3, 0, 3, 4, stop: Stop));
        Assert.Empty(BestPaths.Find(CompressedGraph.Undirected(2, [new(0, 1, 0)]), 0, 1, 3, 4, stop: Stop));
        Assert.Empty(BestPaths.Find(Detour, 0, 3, 0, 4, stop: Stop));
        Assert.Equal([[2]], Ways(BestPaths.Find(Detour, 2, 2, 3, 4, stop: Stop)));
    }

    [Fact]
    public void Refuses_what_is_no_probability_and_no_node()
    {
        Assert.Throws<ArgumentException>(() => BestPaths.Find(CompressedGraph.Undirected(2, [new(0, 1, 1.5)]), 0, 1, 1, 1, stop: Stop));
        Assert.Throws<ArgumentException>(() => BestPaths.Find(Detour, 5, 0, 1, 1, stop: Stop));
        Assert.Throws<ArgumentException>(() => BestPaths.Find(Detour, 0, -1, 1, 1, stop: Stop));
        Assert.Throws<ArgumentException>(() => BestPaths.Find(Detour, 0, 1, 1, 1, double.NaN, stop: Stop));
        Assert.Throws<ArgumentOutOfRangeException>(() => BestPaths.Find(Detour, 0, 1, -1, 1, stop: Stop));
        Assert.Throws<ArgumentOutOfRangeException>(() => BestPaths.Find(Detour, 0, 1, 1, -1, stop: Stop));
        Assert.Throws<OperationCanceledException>(() => BestPaths.Find(Detour, 0, 1, 1, 1, 0, new CancellationToken(true)));
    }

    [Fact]
    public void Products_smaller_than_any_number_are_still_paths()
    {
        var line = CompressedGraph.Undirected(4, [new(0, 1, 1e-200), new(1, 2, 1e-200), new(2, 3, 1)]);

        Assert.Equal([[0, 1, 2, 3]], Ways(BestPaths.Find(line, 0, 3, 2, 3, stop: Stop)));
        Assert.Empty(BestPaths.Find(line, 0, 3, 2, 3, 1e-300, stop: Stop));
    }

    [Fact]
    public void Finds_the_end_of_a_line_of_two_hundred_thousand()
    {
        var line = CompressedGraph.Undirected(200_000, [.. Enumerable.Range(1, 199_999).Select(n => new Arc(n - 1, n, 1))]);

        Assert.Equal(200_000, BestPaths.Find(line, 0, 199_999, 1, 199_999, stop: Stop).Single().Nodes.Length);
        Assert.Empty(BestPaths.Find(line, 0, 199_999, 1, 199_998, stop: Stop));
    }

    /// <summary>Halves multiply exactly, so here the whole order is compared, with all its ties.</summary>
    [Fact]
    public void Equals_trying_every_path_in_every_place_where_products_are_exact() => Hold(Questions(.25, .5, 1), q =>
        Ways(BestPaths.Find(q.Graph, q.Source, q.Target, q.Count, q.Steps, q.AtLeast)).Select(w => string.Join('-', w))
            .SequenceEqual(Every(q).Take(q.Count).Select(p => string.Join('-', p.Nodes))));

    [Fact]
    public void Equals_trying_every_path_in_every_probability() => Hold(Questions(.1, .3, .7, .77, .9, .93, 1), q =>
        BestPaths.Find(q.Graph, q.Source, q.Target, q.Count, q.Steps, q.AtLeast).Select(p => p.Probability).SequenceEqual(Every(q).Take(q.Count).Select(p => p.Probability)));

    private sealed record Question(CompressedGraph Graph, int Source, int Target, int Count, int Steps, double AtLeast);

    private static Gen<Question> Questions(params double[] weights) =>
        from directed in Gen.Elements(true, false)
        from graph in SmallGraphs.Random(7, directed, weights)
        from source in Gen.Choose(0, graph.Nodes - 1)
        from target in Gen.Choose(0, graph.Nodes - 1)
        from count in Gen.Choose(1, 12)
        from steps in Gen.Choose(0, 7)
        from atLeast in Gen.Elements(0, 0, .125, .3)
        select new Question(graph, source, target, count, steps, atLeast);

    private static List<ProbablePath> Every(Question q)
    {
        var all = new List<ProbablePath>();
        Go([q.Source], 1);
        return [.. all.OrderByDescending(p => p.Probability).ThenBy(p => p.Nodes.Length).ThenBy(p => string.Join('-', p.Nodes), StringComparer.Ordinal)];

        void Go(int[] way, double probability)
        {
            if (way[^1] == q.Target)
            {
                if (probability >= q.AtLeast) all.Add(new(way, probability));
                return;
            }
            if (way.Length > q.Steps) return;
            for (var arc = 0; arc < q.Graph.Degree(way[^1]); arc++)
                if (!way.Contains(q.Graph.Neighbours(way[^1])[arc])) Go([.. way, q.Graph.Neighbours(way[^1])[arc]], probability * q.Graph.Weights(way[^1])[arc]);
        }
    }

    private static int[][] Ways(IEnumerable<ProbablePath> paths) => [.. paths.Select(p => p.Nodes)];

    private static int[] Nodes(JsonElement path) => [.. path.GetProperty("path").EnumerateArray().Select(n => n.GetInt32())];
}
