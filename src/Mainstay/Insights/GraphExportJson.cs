using System.Text.Json;

namespace Mainstay.Insights;

/// <summary>Writes the graph as JSON, piece by piece: <c>{"nodes":[…],"edges":[…]}</c>.</summary>
internal static class GraphExportJson
{
    /// <summary>After each piece there may be a rest.</summary>
    public static IEnumerable<int> Json(GraphExport graph, Utf8JsonWriter json)
    {
        var pieces = 0;
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        foreach (var node in graph.Nodes)
        {
            Write(node, json);
            yield return ++pieces;
        }
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in graph.Edges)
        {
            json.WriteStartObject();
            json.WriteString("from", edge.From);
            json.WriteString("to", edge.To);
            json.WriteNumber("strength", edge.Strength);
            json.WriteString("basis", edge.Basis.ToString().ToLowerInvariant());
            json.WriteEndObject();
            yield return ++pieces;
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(GraphNode node, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        json.WriteString("name", node.Name);
        json.WriteString("layer", node.Layer);
        json.WriteString("role", node.Role);
        json.WriteString("organization", node.Organization);
        if (node.Group is { } group) json.WriteNumber("group", group);
        else json.WriteNull("group");
        if (node.Strength is { } strength) json.WriteNumber("strength", strength);
        else json.WriteNull("strength");
        json.WriteEndObject();
    }
}
