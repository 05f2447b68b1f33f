using FsCheck.Fluent;
using Mainstay.Algorithms.Graphs;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Graphs;

public sealed class MixingTests
{
    [Fact]
    public void Agrees_with_the_two_clubs_the_karate_club_fell_into()
    {
        var nodes = SmallGraphs.Karate.GetProperty("nodes").EnumerateArray().ToList();
        int[] clubs = [.. nodes.Select(n => n.GetProperty("club").GetString() == "Mr. Hi" ? 7 : -7)];

        Close(SmallGraphs.Karate.Number("ei_index_graph_by_club"), Mixing.Of(SmallGraphs.KarateClub, clubs).Index!.Value, 1e-12);
        foreach (var known in nodes) Close(known.Number("ei_index"), Mixing.At(SmallGraphs.KarateClub, clubs, known.GetProperty("id").GetInt32()).Index!.Value, 1e-12);
    }

    [Fact]
    public void Says_what_the_sizes_of_the_groups_alone_would_give()
    {
        Assert.Equal(new Mixing(4, 2, 1 - 2 * 2 / 6.0), Mixing.Of(SmallGraphs.Clique(4), [0, 0, 1, 1]));
        Assert.Equal(new Mixing(2, 1, 1 - 2 * 1 / 3.0), Mixing.At(SmallGraphs.Clique(4), [0, 0, 1, 1], 0));
        Assert.Equal(new Mixing(0, 0, null), Mixing.Of(CompressedGraph.Undirected(1, []), [3]));
        Assert.Null(Mixing.At(CompressedGraph.Undirected(1, []), [3], 0).Index);
        Assert.Equal(new Mixing(0, 1, -1), Mixing.Of(CompressedGraph.Directed(2, [new(0, 1, 1), new(1, 0, 1)]), [5, 5]));
        Assert.Throws<ArgumentException>(() => Mixing.Of(SmallGraphs.Line(3), [1, 2]));
        Assert.Throws<ArgumentException>(() => Mixing.At(SmallGraphs.Line(2), [1, 2], 2));
    }

    /// <summary>Where everybody is tied to everybody the index is the expected one.</summary>
    [Fact]
    public void In_a_clique_nothing_but_the_sizes_speaks() => Hold(Gen.Choose(0, 3).ListOf().Where(groups => groups.Count is > 1 and < 15), groups =>
        Math.Abs(Mixing.Of(SmallGraphs.Clique(groups.Count), [.. groups]).Index!.Value - Mixing.Of(SmallGraphs.Clique(groups.Count), [.. groups]).Expected!.Value) < 1e-12);
}
