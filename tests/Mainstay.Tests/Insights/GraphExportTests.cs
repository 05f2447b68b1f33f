using System.Text;
using System.Xml.Linq;
using Mainstay.Algorithms.Graphs;
using Mainstay.Insights;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Insights;

/// <summary>Who knows whom, as other programs read it.</summary>
public class GraphExportTests
{
    [Theory]
    [InlineData("Grace Hopper", "Grace Hopper")]
    [InlineData("<&\"'>", "<&\"'>")]
    [InlineData("🦉\t\n", "🦉\t\n")]
    [InlineData("a\u0001b\uFFFE", "a\uFFFDb\uFFFD")]
    public void What_XML_cannot_hold_becomes_the_sign_for_what_is_lost(string text, string clean) => Assert.Equal(clean, GraphExport.Clean(text));

    [Fact]
    public void Half_a_letter_is_lost() => Assert.Equal("a\uFFFD", GraphExport.Clean("a" + '\uD83E'));

    [Fact]
    public void Layers_are_rings_and_no_two_stand_on_one_spot()
    {
        var view = View(400, 900);

        var layout = new GraphExportLayout(view);

        Assert.Equal(400, layout.Spots.Select(s => (Math.Round(s.X, 3), Math.Round(s.Y, 3))).Distinct().Count());
        Assert.Equal([Layer.Core, Layer.Close, Layer.Extended, Layer.Wider, Layer.None], layout.Rings.Select(r => r.Layer));
        double From(NetworkPerson person) => Math.Sqrt(Math.Pow(layout.Spots[person.Number].X, 2) + Math.Pow(layout.Spots[person.Number].Y, 2));
        Assert.True(view.People.Where(p => p.Layer == Layer.Core).Max(From) < view.People.Where(p => p.Layer == Layer.Close).Min(From));
        Assert.True(view.People.Where(p => p.Layer == Layer.Wider).Max(From) < view.People.Where(p => p.Layer == Layer.None).Min(From));
        Assert.All(view.People, p => Assert.True(From(p) < layout.Radius));
        Assert.Equal(layout.Spots, new GraphExportLayout(view).Spots);
    }

    [Theory]
    [InlineData(GraphFormat.Graphml)]
    [InlineData(GraphFormat.Gexf)]
    [InlineData(GraphFormat.Svg)]
    [InlineData(GraphFormat.Json)]
    public async Task A_large_network_is_passed_on_in_portions(GraphFormat format)
    {
        var view = View(2_000, 20_000);
        await using var output = new Portions();

        await GraphExportPage.Write(view, format, output, TestContext.Current.CancellationToken);

        Assert.True(output.Largest < 200_000, $"{output.Largest} bytes at once");
        Assert.True(output.Count > 5);
        var text = Encoding.UTF8.GetString(output.ToArray());
        if (format == GraphFormat.Json) Assert.Equal(2_001, System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("nodes").GetArrayLength());
        else Assert.NotNull(XDocument.Parse(text).Root);
    }

    private static NetworkView View(int people, int links)
    {
        var found = (from i in Enumerable.Range(0, links) let first = i % people let second = (first + 1 + i / people * 7) % people where first != second select (Math.Min(first, second), Math.Max(first, second))).Distinct().ToList();
        return new()
        {
            On = new(2026, 5, 1),
            Months = [],
            People = [.. Enumerable.Range(0, people).Select(i => new NetworkPerson(i, new(i, 0, 0, new byte[8]), $"Person <{i}>\u0007") { Layer = (Layer)(i % 5), Group = i % 9 == 8 ? null : i % 9 % 4, Strengths = [(byte)(i % 100)] })],
            Links = [.. found.Select((l, i) => new NetworkLink(l.Item1, l.Item2, i % 100, i % 2 == 0))],
            Groups = [.. Enumerable.Range(0, 4).Select(g => new NetworkGroup(g, [.. Enumerable.Range(0, people).Where(i => i % 9 != 8 && i % 9 % 4 == g)], g))],
            Needs = [],
            Graph = CompressedGraph.Undirected(people, [.. found.Select((l, i) => new Arc(l.Item1, l.Item2, i % 100))]),
        };
    }

    /// <summary>Remembers how much was written at once.</summary>
    private sealed class Portions : MemoryStream
    {
        public int Largest { get; private set; }

        public int Count { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (Largest, Count) = (Math.Max(Largest, buffer.Length), Count + 1);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
