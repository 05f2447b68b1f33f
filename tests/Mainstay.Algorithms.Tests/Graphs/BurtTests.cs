using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class BurtTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Agrees_with_the_karate_club()
    {
        var (weighted, plain) = (new Burt(SmallGraphs.KarateClub), new Burt(SmallGraphs.KarateClub.Unweighted()));
        foreach (var known in SmallGraphs.Karate.GetProperty("nodes").EnumerateArray())
        {
            var node = known.GetProperty("id").GetInt32();
            var (of, alike) = (weighted.At(node)!.Value, plain.At(node)!.Value);
            Assert.Equal(known.GetProperty("degree").GetInt32(), of.Contacts);
            Close(known.Number("constraint"), alike.Constraint, 1e-13);
            Close(known.Number("constraint_weighted"), of.Constraint, 1e-13);
            Close(known.Number("effective_size"), alike.EffectiveSize, 1e-13);
            Close(known.Number("effective_size_weighted"), of.EffectiveSize, 1e-13);
            Close(known.Number("efficiency"), alike.Efficiency, 1e-13);
            if (known.NumberOrNull("hierarchy") is { } hierarchy) Close(hierarchy, alike.Hierarchy!.Value, 1e-13);
            else Assert.Null(alike.Hierarchy);
        }
        foreach (var sample in SmallGraphs.Karate.GetProperty("local_constraint_samples").EnumerateArray())
        {
            var (from, to) = (sample.GetProperty("u").GetInt32(), sample.GetProperty("v").GetInt32());
            Close(sample.Number("value"), plain.Contacts(from).Single(c => c.Contact == to).Constraint, 1e-13);
            Close(sample.Number("weighted"), weighted.Contacts(from).Single(c => c.Contact == to).Constraint, 1e-13);
        }
    }

    [Fact]
    public void Agrees_with_a_directed_graph_whose_constraint_passes_one()
    {
        string[] names = ["ego", "a", "b", "c", "d"];
        var known = Read("structure_small");
        Arc[] arcs = [.. known.GetProperty("edges").EnumerateArray().Select(e => new Arc(Array.IndexOf(names, e[0].GetString()), Array.IndexOf(names, e[1].GetString()), e[2].GetDouble()))];
        var burt = new Burt(CompressedGraph.Directed(5, arcs));
        for (var node = 0; node < 5; node++)
        {
            Close(known.GetProperty("constraint").Number(names[node]), burt.At(node)!.Value.Constraint, 1e-13);
            Close(known.GetProperty("effective_size").Number(names[node]), burt.At(node)!.Value.EffectiveSize, 1e-13);
        }
        Assert.True(burt.At(1)!.Value.Constraint > 1);
    }

    [Fact]
    public void Knows_stars_cliques_pairs_and_who_stands_alone()
    {
        Assert.Equal((4, .25, 4, 0, 1), Round(new Burt(SmallGraphs.Star(4)).At(0)));
        Assert.Equal((4, .765625, 1, 0, .25), Round(new Burt(SmallGraphs.Clique(5)).At(3)));
        Assert.Equal((1, 1, 1, null, 1), Round(new Burt(SmallGraphs.Line(2)).At(0)));
        Assert.Null(new Burt(CompressedGraph.Undirected(1, [])).At(0));
        Assert.Empty(new Burt(CompressedGraph.Undirected(1, [])).Contacts(0));
    }

    [Fact]
    public void A_link_said_twice_or_to_oneself_or_of_no_weight_changes_nothing()
    {
        Arc[] said = [new(0, 1, 2), new(1, 2, 1), new(0, 2, 3), new(0, 3, 1)];
        var once = new Burt(CompressedGraph.Undirected(5, said));
        var again = new Burt(CompressedGraph.Undirected(5, [.. said, new(1, 0, 2), new(0, 2, 3), new(0, 0, 9), new(0, 4, 0)]));

        for (var node = 0; node < 5; node++) Assert.Equal(once.At(node), again.At(node));
        Assert.Equal([1, 2, 3], again.Contacts(0).Select(c => c.Contact));
    }

    [Fact]
    public void All_at_once_are_to_the_bit_what_each_is_alone()
    {
        var graph = SmallGraphs.Scattered(1_000, 5_000, 3, random => random.NextDouble());
        var (burt, first, second) = (new Burt(graph), new Brokerage?[1_000], new Brokerage?[1_000]);
        burt.All(first, stop: Stop);
        burt.All(second, stop: Stop);

        Assert.Equal(first, second);
        Assert.Equal(first, Enumerable.Range(0, 1_000).Select(burt.At));
        new Burt(SmallGraphs.Empty).All([], stop: Stop);
        Assert.Throws<ArgumentException>(() => burt.All(new Brokerage?[999], stop: Stop));
        Assert.Throws<ArgumentException>(() => burt.At(1_000));
        Assert.Throws<ArgumentException>(() => burt.Contacts(-1));
        Assert.ThrowsAny<OperationCanceledException>(() => burt.All(first, new CancellationToken(true)));
    }

    [Fact]
    public void Agrees_with_the_formulas_as_they_are_written() => Hold(Some, graph =>
    {
        var burt = new Burt(graph);
        return Enumerable.Range(0, graph.Nodes).All(i =>
        {
            var contacts = Enumerable.Range(0, graph.Nodes).Where(j => Tie(graph, i, j) > 0).ToList();
            if (contacts.Count == 0) return burt.At(i) is null;
            double Part(int a, int b) => Tie(graph, a, b) / Enumerable.Range(0, graph.Nodes).Sum(k => Tie(graph, a, k));
            double OfStrongest(int a, int b) => Tie(graph, a, b) / Enumerable.Range(0, graph.Nodes).Max(k => Tie(graph, a, k));
            var constraint = contacts.Sum(j => Math.Pow(Part(i, j) + contacts.Where(q => q != j).Sum(q => Part(i, q) * Part(q, j)), 2));
            var size = contacts.Sum(j => 1 - contacts.Where(q => q != j).Sum(q => Part(i, q) * OfStrongest(j, q)));
            var of = burt.At(i)!.Value;
            return Math.Abs(of.Constraint - constraint) < 1e-12 && Math.Abs(of.EffectiveSize - size) < 1e-12 && of.Contacts == contacts.Count;
        });
    });

    [Fact]
    public void The_constraint_is_the_sum_of_the_contacts() => Hold(Some, graph =>
    {
        var burt = new Burt(graph);
        return Enumerable.Range(0, graph.Nodes).All(node => Math.Abs(burt.Contacts(node).Sum(c => c.Constraint) - (burt.At(node)?.Constraint ?? 0)) < 1e-12);
    });

    [Fact]
    public void Without_weights_it_is_the_shortcut_of_Borgatti() => Hold(SmallGraphs.Random(10, false, 1), graph =>
    {
        var burt = new Burt(graph);
        return Enumerable.Range(0, graph.Nodes).All(node =>
        {
            var contacts = graph.Neighbours(node).ToArray();
            var among = contacts.Sum(c => graph.Neighbours(c).ToArray().Count(contacts.Contains)) / 2.0;
            return contacts.Length == 0 || Math.Abs(burt.At(node)!.Value.EffectiveSize - (contacts.Length - 2 * among / contacts.Length)) < 1e-12;
        });
    });

    private static FsCheck.Gen<CompressedGraph> Some =>
        from directed in Gen.Elements(true, false)
        from graph in SmallGraphs.Random(9, directed, 0, .5, 1, 3)
        select graph;

    /// <summary>a_ij + a_ji.</summary>
    private static double Tie(CompressedGraph graph, int one, int other) => One(graph, one, other) + One(graph, other, one);

    private static double One(CompressedGraph graph, int from, int to) =>
        graph.Neighbours(from).IndexOf(to) is var at && at >= 0 ? graph.Weights(from)[at] : 0;

    private static (int, double, double, double?, double) Round(Brokerage? of) => of is { } b
        ? (b.Contacts, Math.Round(b.Constraint, 12), Math.Round(b.EffectiveSize, 12), b.Hierarchy is { } h ? Math.Round(h, 12) : null, Math.Round(b.Efficiency, 12)) : default;
}
