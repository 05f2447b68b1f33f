using System.Text.Json.Nodes;
using Mainstay.Words;

namespace Mainstay.Mcp;

/// <summary>Something an assistant can do here.</summary>
/// <param name="Name">What the protocol calls it: <c>find_people</c>.</param>
/// <param name="About">The key of the sentence that says when to use it.</param>
/// <param name="Act">Calls the action, and answers with what is told of it as JSON.</param>
public sealed record Tool(string Name, string About, Func<ToolCall, Task<object>> Act)
{
    public IReadOnlyList<ToolInput> Inputs { get; init; } = [];

    /// <summary>It changes something: it is there only for who allowed that.</summary>
    public bool Writes { get; init; }

    /// <summary>What it takes, as JSON Schema.</summary>
    internal JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(Inputs.Select(i => KeyValuePair.Create(i.Name, (JsonNode?)i.Schema()))),
        ["required"] = new JsonArray([.. Inputs.Where(i => i.IsRequired).Select(i => (JsonNode)i.Name)]),
        ["additionalProperties"] = false,
    };
}

public enum InputKind { Text, Number, Day, Texts, YesNo }

/// <summary>What a tool takes.</summary>
/// <param name="Name">Its name, camelCase.</param>
/// <param name="Kind">Of what kind.</param>
/// <param name="About">The key of the sentence that says what it means.</param>
public sealed record ToolInput(string Name, InputKind Kind, string About)
{
    public bool IsRequired { get; init; }

    /// <summary>The words it takes; any when empty.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    internal JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Kind switch { InputKind.Number => "integer", InputKind.Texts => "array", InputKind.YesNo => "boolean", _ => "string" }, ["description"] = Speech.Say(About) };
        if (Kind == InputKind.Texts) schema["items"] = new JsonObject { ["type"] = "string" };
        if (OneOf.Count > 0) schema["enum"] = new JsonArray([.. OneOf.Select(w => (JsonNode)w)]);
        return schema;
    }
}
