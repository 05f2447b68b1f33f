using System.Globalization;
using System.Xml;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>Draws the graph as SVG, piece by piece: for paper and for programs that draw. Names are text, and nothing in it acts.</summary>
internal static class GraphExportSvg
{
    /// <summary>A longer name is cut; the whole of it is in the title of its dot.</summary>
    public const int LongestName = 24;

    private const string Space = "http://www.w3.org/2000/svg", Ink = "#2b2a27", Quiet = "#6f6a60", Line = "#d9d4c8", Paper = "#fffdf8", Rest = "#9a958a";

    private const double Margin = 190;

    private static readonly string[] Hues = ["#2f6f8f", "#b4583b", "#5f7f35", "#8a5a96", "#b18a1f", "#3f7f74", "#a84a66", "#5567a8", "#8c6a45", "#4f8a4f", "#9a4f8a", "#6a7280"];

    /// <summary>After each piece there may be a rest.</summary>
    public static IEnumerable<int> Draw(GraphExport graph, XmlWriter svg)
    {
        var (layout, pieces) = (new GraphExportLayout(graph.View), 0);
        Begin(graph, layout, svg);
        foreach (var person in graph.View.People.Where(GraphExport.IsTied))
        {
            var spot = layout.Spots[person.Number];
            Link(svg, default, spot, person.Strength);
            yield return ++pieces;
        }
        foreach (var link in graph.View.Links)
        {
            Link(svg, layout.Spots[link.First], layout.Spots[link.Second], link.Strength);
            yield return ++pieces;
        }
        foreach (var person in graph.View.People)
        {
            Person(svg, person, layout);
            yield return ++pieces;
        }
        foreach (var group in layout.Groups) Group(svg, graph.View, group, layout);
        Me(svg, graph.You);
        svg.WriteEndElement();
    }

    private static void Begin(GraphExport graph, GraphExportLayout layout, XmlWriter svg)
    {
        var half = layout.Radius + Margin;
        svg.WriteStartElement("svg", Space);
        svg.WriteAttributeString("viewBox", $"{Text(-half)} {Text(-half)} {Text(2 * half)} {Text(2 * half)}");
        Attributes(svg, ("width", Text(2 * half)), ("height", Text(2 * half)), ("role", "img"), ("font-family", "Source Sans 3, Segoe UI, Noto Sans, sans-serif"), ("font-size", "11"), ("fill", Ink));
        svg.WriteElementString("title", Space, Speech.Say("Insights.ExportTitle", graph.View.On));
        svg.WriteElementString("desc", Space, Speech.Say("Insights.ExportDesc", graph.View.Links.Count, graph.View.People.Count));
        Shape(svg, "rect", ("x", Text(-half)), ("y", Text(-half)), ("width", Text(2 * half)), ("height", Text(2 * half)), ("fill", Paper));
        foreach (var (layer, radius) in layout.Rings)
        {
            Shape(svg, "circle", ("r", Text(radius - 12)), ("fill", "none"), ("stroke", Line), ("stroke-dasharray", "2 4"));
            Words(svg, Speech.Say(layer == Layer.None ? "Insights.ExportNoLayer" : $"Rhythm.Layer{layer}"), ("y", Text(-(radius - 18))), ("text-anchor", "middle"), ("fill", Quiet), ("font-size", "10"));
        }
    }

    private static void Link(XmlWriter svg, GraphSpot from, GraphSpot to, int strength) => Shape(svg, "line", ("x1", Text(from.X)), ("y1", Text(from.Y)), ("x2", Text(to.X)), ("y2", Text(to.Y)),
        ("stroke", Quiet), ("stroke-width", Text(.4 + strength / 80.0)), ("stroke-opacity", Text(.12 + strength / 250.0)));

    private static void Person(XmlWriter svg, NetworkPerson person, GraphExportLayout layout)
    {
        var spot = layout.Spots[person.Number];
        var isLeft = Math.Cos(spot.Angle * Math.PI / 180) < -1e-9;
        svg.WriteStartElement("g", Space);
        Attributes(svg, ("transform", $"translate({Text(spot.X)} {Text(spot.Y)}) rotate({Text(isLeft ? spot.Angle - 180 : spot.Angle)})"));
        svg.WriteElementString("title", Space, GraphExport.Clean(string.Join(" · ", new[] { person.Name, GraphExport.RoleOf(person), GraphExport.PlaceOf(person) }.OfType<string>())));
        Shape(svg, "circle", ("r", Text(3 + person.Strength / 25.0)), ("fill", layout.IsOfSector(person.Group) ? Hues[person.Group!.Value % Hues.Length] : Rest));
        Words(svg, Short(person.Name), ("x", isLeft ? "-10" : "10"), ("y", "4"), ("text-anchor", isLeft ? "end" : "start"));
        svg.WriteEndElement();
    }

    private static void Group(XmlWriter svg, NetworkView view, NetworkGroup group, GraphExportLayout layout)
    {
        var spot = layout.Edge(group);
        var anchor = Math.Abs(spot.X) < layout.Radius / 4 ? "middle" : spot.X < 0 ? "end" : "start";
        Words(svg, Short(Speech.Say("Insights.StructureAround", view.People[group.Around].Name)), ("x", Text(spot.X)), ("y", Text(spot.Y)), ("text-anchor", anchor), ("font-size", "13"), ("font-weight", "600"), ("fill", Hues[group.Number % Hues.Length]));
    }

    private static void Me(XmlWriter svg, string you)
    {
        Shape(svg, "circle", ("r", "26"), ("fill", Ink));
        Words(svg, you, ("y", "4"), ("text-anchor", "middle"), ("font-size", "13"), ("font-weight", "600"), ("fill", Paper));
    }

    private static void Words(XmlWriter svg, string text, params ReadOnlySpan<(string, string)> attributes)
    {
        svg.WriteStartElement("text", Space);
        Attributes(svg, attributes);
        svg.WriteString(GraphExport.Clean(text));
        svg.WriteEndElement();
    }

    private static void Shape(XmlWriter svg, string name, params ReadOnlySpan<(string, string)> attributes)
    {
        svg.WriteStartElement(name, Space);
        Attributes(svg, attributes);
        svg.WriteEndElement();
    }

    private static void Attributes(XmlWriter svg, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) svg.WriteAttributeString(name, value);
    }

    private static string Short(string name)
    {
        var letters = new StringInfo(name);
        return letters.LengthInTextElements <= LongestName ? name : letters.SubstringByTextElements(0, LongestName - 1) + "…";
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
