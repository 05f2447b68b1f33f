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

    /// <summary>What was kept, in the order of the lines.</summary>
    /// <exception cref="JsonException">It is nothing that was kept so.</exception>
    public static IReadOnlyList<FormatProblem> Read(string? kept) =>
        kept is null ? [] : [.. (JsonSerializer.Deserialize<List<Part?>>(kept, Json.OneLine) ?? throw new JsonException()).Select(Problem)];

    /// <summary>Whether it is what is kept of a calendar, and can be put into words.</summary>
    public static bool Knows(string? kept)
    {
        try
        {
            return Read(kept) is { Count: <= Most } parts && parts.All(p => p.InPlace().InWords().Length > 0);
        }
        catch (Exception odd) when (odd is JsonException or FormatException or InvalidCastException or OverflowException or IndexOutOfRangeException or MissingManifestResourceException)
        {
            return false;
        }
    }

    private static FormatProblem Problem(Part? part) => part is { Inputs: { } inputs } ? new FormatProblem(part.Line, part.Column, ProblemKind.Refusal, part.Fault, [.. inputs.Select(Input)]) : throw new JsonException();

    /// <summary>A number, or a name that the format defines.</summary>
    private static object Input(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.Number => input.GetInt64(),
        JsonValueKind.String => input.GetString()!,
        _ => throw new JsonException(),
    };

    private sealed record Part(long Line, int Column, FormatFault Fault, IReadOnlyList<JsonElement>? Inputs);
}
