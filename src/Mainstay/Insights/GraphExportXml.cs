using System.Globalization;
using System.Xml;

namespace Mainstay.Insights;

/// <summary>Writes the graph as GraphML (graphml.graphdrawing.org) and as GEXF 1.3 (gexf.net), piece by piece, so that whoever reads along needs no memory for all of it.</summary>
internal static class GraphExportXml
{
    private const string GraphmlSpace = "http://graphml.graphdrawing.org/xmlns", GexfSpace = "http://gexf.net/1.3", Schemas = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>What is told of a node besides its id and name, and of which type it is in GraphML and GEXF.</summary>
    private static readonly (string Name, string Graphml, string Gexf)[] OfNodes = [("layer", "string", "string"), ("role", "string", "string"), ("organization", "string", "string"), ("group", "int", "integer"), ("strength", "double", "double")];

    /// <summary>GraphML; after each piece there may be a rest.</summary>
    public static IEnumerable<int> Graphml(GraphExport graph, XmlWriter xml)
    {
        xml.WriteStartElement("graphml", GraphmlSpace);
        xml.WriteAttributeString("xsi", "schemaLocation", Schemas, $"{GraphmlSpace} {GraphmlSpace}/1.0/graphml.xsd");
        Key(xml, "node", "name", "string");
        foreach (var (name, type, _) in OfNodes) Key(xml, "node", name, type);
        Key(xml, "edge", "strength", "double");
        Key(xml, "edge", "basis", "string");
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("id", "network");
        xml.WriteAttributeString("edgedefault", "undirected");
        var pieces = 0;
        foreach (var node in graph.Nodes)
        {
            Graphml(node, xml);
            yield return ++pieces;
        }
        foreach (var edge in graph.Edges)
        {
            Begin(xml, "edge", edge);
            Data(xml, "edge-strength", Text(edge.Strength));
            Data(xml, "edge-basis", Text(edge.Basis));
            xml.WriteEndElement();
            yield return ++pieces;
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>GEXF 1.3; after each piece there may be a rest.</summary>
    public static IEnumerable<int> Gexf(GraphExport graph, XmlWriter xml)
    {
        BeginGexf(graph, xml);
        var pieces = 0;
        Counted(xml, "nodes", graph.Count.Nodes);
        foreach (var node in graph.Nodes)
        {
            Gexf(node, xml);
            yield return ++pieces;
        }
        xml.WriteEndElement();
        Counted(xml, "edges", graph.Count.Edges);
        foreach (var edge in graph.Edges)
        {
            Gexf(edge, pieces, xml);
            yield return ++pieces;
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Graphml(GraphNode node, XmlWriter xml)
    {
        xml.WriteStartElement("node");
        xml.WriteAttributeString("id", node.Id);
        Data(xml, "node-name", node.Name);
        foreach (var (name, value) in Told(node)) Data(xml, $"node-{name}", value);
        xml.WriteEndElement();
    }

    private static void BeginGexf(GraphExport graph, XmlWriter xml)
    {
        xml.WriteStartElement("gexf", GexfSpace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta");
        xml.WriteAttributeString("lastmodifieddate", graph.View.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteElementString("creator", "Mainstay");
        xml.WriteEndElement();
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("defaultedgetype", "undirected");
        Attributes(xml, "node", OfNodes.Select(a => (a.Name, a.Gexf)));
        Attributes(xml, "edge", [("basis", "string")]);
    }

    private static void Gexf(GraphNode node, XmlWriter xml)
    {
        xml.WriteStartElement("node");
        xml.WriteAttributeString("id", node.Id);
        xml.WriteAttributeString("label", GraphExport.Clean(node.Name));
        Values(xml, Told(node));
        xml.WriteEndElement();
    }

    private static void Gexf(GraphEdge edge, int number, XmlWriter xml)
    {
        Begin(xml, "edge", edge);
        xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("weight", Text(edge.Strength));
        Values(xml, [("basis", Text(edge.Basis))]);
        xml.WriteEndElement();
    }

    private static IEnumerable<(string Name, string? Value)> Told(GraphNode node) =>
        OfNodes.Select(a => a.Name).Zip(new[] { node.Layer, node.Role, node.Organization, node.Group?.ToString(CultureInfo.InvariantCulture), node.Strength is { } strength ? Text(strength) : null });

    private static void Key(XmlWriter xml, string of, string name, string type)
    {
        xml.WriteStartElement("key");
        xml.WriteAttributeString("id", $"{of}-{name}");
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string? value)
    {
        if (value is null) return;
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(GraphExport.Clean(value));
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, string of, IEnumerable<(string Name, string Type)> attributes)
    {
        xml.WriteStartElement("attributes");
        xml.WriteAttributeString("class", of);
        foreach (var (name, type) in attributes)
        {
            xml.WriteStartElement("attribute");
            xml.WriteAttributeString("id", name);
            xml.WriteAttributeString("title", name);
            xml.WriteAttributeString("type", type);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Values(XmlWriter xml, IEnumerable<(string Name, string? Value)> values)
    {
        xml.WriteStartElement("attvalues");
        foreach (var (name, value) in values.Where(v => v.Value is not null))
        {
            xml.WriteStartElement("attvalue");
            xml.WriteAttributeString("for", name);
            xml.WriteAttributeString("value", GraphExport.Clean(value!));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Counted(XmlWriter xml, string name, int count)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", count.ToString(CultureInfo.InvariantCulture));
    }

    private static void Begin(XmlWriter xml, string name, GraphEdge edge)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("source", edge.From);
        xml.WriteAttributeString("target", edge.To);
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(GraphBasis basis) => basis.ToString().ToLowerInvariant();
}
