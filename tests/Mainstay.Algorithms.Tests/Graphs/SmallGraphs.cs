using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Graphs;

/// <summary>Graphs the tests share: those of the reference numbers, those everybody can draw, and random ones.</summary>
internal static class SmallGraphs
{
    /// <summary>Zachary's karate club of 34, with how often each two met outside it.</summary>
    public static JsonElement Karate { get; } = Read("karate");

    public static Arc[] KarateLinks { get; } = [.. Karate.GetProperty("edges").EnumerateArray().Select(e => new Arc(e[0].GetInt32(), e[1].GetInt32(), e[2].GetDouble()))];

    public static CompressedGraph KarateClub { get; } = CompressedGraph.Undirected(34, KarateLinks);

    public static CompressedGraph Unweighted(this CompressedGraph graph) =>
        graph.IsDirected ? CompressedGraph.Directed(graph.Nodes, [.. graph.All().Select(a => a with { Weight = 1 })]) : CompressedGraph.Undirected(graph.Nodes, [.. graph.All().Select(a => a with { Weight = 1 })]);

    public static CompressedGraph Star(int leaves) => CompressedGraph.Undirected(leaves + 1, [.. Enumerable.Range(1, leaves).Select(leaf => new Arc(0, leaf, 1))]);

    public static CompressedGraph Clique(int nodes) => CompressedGraph.Undirected(nodes, [.. from a in Enumerable.Range(0, nodes) from b in Enumerable.Range(0, a) select new Arc(a, b, 1)]);

    /// <summary>One node after the other in a line.</summary>
    public static CompressedGraph Line(int nodes) => CompressedGraph.Undirected(nodes, [.. Enumerable.Range(1, Math.Max(0, nodes - 1)).Select(node => new Arc(node - 1, node, 1))]);

    public static CompressedGraph Empty { get; } = CompressedGraph.Undirected(0, []);

    /// <summary>Every arc, in order.</summary>
    public static IEnumerable<Arc> All(this CompressedGraph graph)
    {
        for (var node = 0; node < graph.Nodes; node++)
            for (var arc = 0; arc < graph.Degree(node); arc++) yield return new(node, graph.Neighbours(node)[arc], graph.Weights(node)[arc]);
    }

    /// <summary>A graph of up to so many nodes, with loops and repeated arcs said while it was built; weights among those given.</summary>
    public static Gen<CompressedGraph> Random(int mostNodes, bool directed, params double[] weights) =>
        from nodes in Gen.Choose(1, mostNodes)
        from arcs in (from one in Gen.Choose(0, nodes - 1)
                      from other in Gen.Choose(0, nodes - 1)
                      from weight in Gen.Elements(weights)
                      select new Arc(one, other, weight)).ListOf()
        select directed ? CompressedGraph.Directed(nodes, [.. arcs]) : CompressedGraph.Undirected(nodes, [.. arcs]);

    /// <summary>The same random graph on every run, for sizes at which examples are not written by hand.</summary>
    public static CompressedGraph Scattered(int nodes, int links, int seed, Func<Random, double> weight)
    {
        var random = new Random(seed);
        var arcs = new Arc[links];
        for (var link = 0; link < links; link++) arcs[link] = new(random.Next(nodes), random.Next(nodes), weight(random));
        return CompressedGraph.Undirected(nodes, arcs);
    }
}
