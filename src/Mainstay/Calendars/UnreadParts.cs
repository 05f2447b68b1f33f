using System.Resources;
using System.Text.Json;
using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>Where a calendar could not be read or was not understood, and why: the first of it, kept with the calendar until it is read anew. It is put into words when it is shown.</summary>
public static class UnreadParts
{
    /// <summary>So many are kept; how many more there are is counted.</summary>
    public const int Most = 20;

    /// <summary>As it is kept; null when all could be read.</summary>
    /// <param name="problems">What comes first is kept.</param>
    /// <param name="more">So many more there were already.</param>
    public static string? Write(IEnumerable<FormatProblem> problems, int more = 0)
    {
        var all = problems.ToList();
        if (all.Count == 0) return null;
        var kept = all.Take(Most).Select(p => (object)new Part(p.Line, p.Column, p.Fault, [.. p.Inputs.Select(i => JsonSerializer.SerializeToElement(i, Json.OneLine))], p.Kind));
        more += Math.Max(0, all.Count - Most);
        return JsonSerializer.Serialize(more > 0 ? kept.Append(new Rest(more)) : kept, Json.OneLine);
    }

    /// <summary>What was kept, in its order. What cannot be put into words, for another version wrote it, is left out.</summary>
    public static IReadOnlyList<FormatProblem> Read(string? kept) => [.. Elements(kept).Take(Most).Select(Problem).OfType<FormatProblem>()];

    /// <summary>So many more there were than are kept.</summary>
    public static int More(string? kept) =>
        Elements(kept) is [.., { ValueKind: JsonValueKind.Object } last] && last.TryGetProperty("more", out var more) && more.ValueKind == JsonValueKind.Number && more.TryGetInt32(out var count) ? Math.Max(0, count) : 0;

    private static List<JsonElement> Elements(string? kept)
    {
        try
        {
            return kept is null ? [] : JsonSerializer.Deserialize<List<JsonElement>>(kept, Json.OneLine) ?? [];
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
            var problem = new FormatProblem(part.Line, part.Column, part.Kind, part.Fault, [.. inputs.Select(Input)]);
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

    /// <summary>What an earlier version kept has no kind: it kept refusals alone.</summary>
    private sealed record Part(long Line, int Column, FormatFault Fault, IReadOnlyList<JsonElement>? Inputs, ProblemKind Kind = ProblemKind.Refusal);

    /// <summary>Stands behind the parts that are kept where there were more.</summary>
    private sealed record Rest(int More);
}
