using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Mcp;

/// <summary>What an assistant asks of a tool, at a store that looks at the owner's space.</summary>
public sealed class ToolCall(IServiceProvider services, Owner owner, TimeProvider clock, IReadOnlyDictionary<string, JsonElement> given, CancellationToken stop)
{
    private const int MostLetters = 20_000, MostTexts = 50;

    public IServiceProvider Services => services;

    public Store Store { get; } = services.GetRequiredService<Store>();

    public TimeProvider Clock => clock;

    public DateOnly Today => owner.Today(clock);

    public CancellationToken Stop => stop;

    /// <summary>A text that must be there.</summary>
    public string Needed(string name) => Text(name) ?? throw Wrong(name, "Mcp.Missing", name);

    /// <summary>A text; null when it is not there, or empty.</summary>
    public string? Text(string name) => Given(name) is { } value ? Text(name, value) : null;

    public IReadOnlyList<string> Texts(string name)
    {
        if (Given(name) is not { } values) return [];
        if (values.ValueKind == JsonValueKind.String) return Text(name, values) is { } only ? [only] : [];
        if (values.ValueKind != JsonValueKind.Array) throw Wrong(name, "Mcp.NotTexts", name);
        if (values.GetArrayLength() > MostTexts) throw Wrong(name, "Mcp.TooMany", name, MostTexts);
        return [.. values.EnumerateArray().Select(v => Text(name, v)).OfType<string>()];
    }

    public int? Number(string name, int least, int most)
    {
        if (Given(name) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most ? number : throw Wrong(name, "Mcp.NotInRange", name, least, most);
    }

    public bool YesOrNo(string name) => Given(name) is { } value && value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Wrong(name, "Mcp.NotYesOrNo", name) };

    public DateOnly? Day(string name) => Days.Of(Text(name), Today);

    /// <summary>One of the names of an enumeration, camelCase.</summary>
    public T? OneOf<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        var at = Array.IndexOf(Names<T>(), text);
        return at >= 0 ? Enum.GetValues<T>()[at] : throw Wrong(name, "Mcp.NotOneOf", name, string.Join(", ", Names<T>()));
    }

    public static string[] Names<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>Refuses what the tool does not take, so that a typing mistake is not overlooked.</summary>
    internal void ThrowUnlessKnown(Tool tool)
    {
        foreach (var name in given.Keys.Where(n => tool.Inputs.All(i => i.Name != n))) throw Wrong(name, "Mcp.Unknown", name, string.Join(", ", tool.Inputs.Select(i => i.Name)));
    }

    private JsonElement? Given(string name) => given.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    private static string? Text(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) throw Wrong(name, "Mcp.NotText", name);
        var text = value.GetString()!.Trim();
        if (text.Length > MostLetters) throw Wrong(name, "Mcp.TooLong", name, MostLetters);
        return text.Length == 0 ? null : text;
    }

    private static Mistaken Wrong(string field, string key, params object?[] inputs) => new(new Problems { { field, key, inputs } });
}
