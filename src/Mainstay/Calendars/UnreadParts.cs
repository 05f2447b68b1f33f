using System.Resources;
using System.Text.Json;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>Where a calendar could not be read, and why: the first of it, kept with the calendar until it is read anew. It is put into words when it is shown.</summary>
public static class UnreadParts
{
    /// <summary>So many are kept; how many there are is counted.</summary>
    public const int Most = 20;

    /// <summary>As it is kept; null when all could be read.</summary>
    public static string? Write(IEnumerable<FormatProblem> problems)
    {
        var parts = problems.Take(Most).Select(p => new Part(p.Line, p.Column, p.Fault, [.. p.Inputs.Select(i => JsonSerializer.SerializeToElement(i, Json.OneLine))])).ToList();
        return parts.Count == 0 ? null : JsonSerializer.Serialize(parts, Json.OneLine);
    }

    /// <summary>What was kept: what ended the reading first, then in the order of the lines. What cannot be put into words, for another version wrote it, is left out.</summary>
    public static IReadOnlyList<FormatProblem> Read(string? kept)
    {
        try
        {
            return kept is null ? [] : [.. (JsonSerializer.Deserialize<List<JsonElement>>(kept, Json.OneLine) ?? []).Take(Most).Select(Problem).OfType<FormatProblem>()];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static FormatProblem? Problem(JsonElement kept)
    {
        try
        {
            if (kept.Deserialize<Part>(Json.OneLine) is not { Inputs: { } inputs } part) return null;
            var problem = new FormatProblem(part.Line, part.Column, ProblemKind.Refusal, part.Fault, [.. inputs.Select(Input)]);
            return problem.InPlace().InWords().Length > 0 ? problem : null;
        }
        catch (Exception odd) when (odd is JsonException or FormatException or InvalidCastException or OverflowException or IndexOutOfRangeException or MissingManifestResourceException)
        {
            return null;
        }
    }

    /// <summary>A number, or a name that the format defines.</summary>
    private static object Input(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.Number => input.GetInt64(),
        JsonValueKind.String => input.GetString()!,
        _ => throw new JsonException(),
    };

    private sealed record Part(long Line, int Column, FormatFault Fault, IReadOnlyList<JsonElement>? Inputs);
}
