using System.Text.Json;

namespace Mainstay.Challenges;

/// <summary>Somewhere to turn to at once, in one country.</summary>
/// <param name="Country">Two letters (ISO 3166-1).</param>
/// <param name="Name">Who answers.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="VerifiedAt">The day on which that was looked at.</param>
public sealed record CrisisLine(string Country, string Name, CrisisSource Source, DateOnly VerifiedAt)
{
    public string? Phone { get; init; }

    /// <summary>A number or a word to write to.</summary>
    public string? Text { get; init; }

    public string? Web { get; init; }

    /// <summary>When somebody answers, as the document says it.</summary>
    public string? Hours { get; init; }

    public string? Languages { get; init; }

    /// <summary>The lines of a file. A line without the document it was taken from, or the day on which that was looked at, is left out: from memory, it would be an invented one.</summary>
    /// <param name="json">The file: <c>{"lines": [...]}</c>.</param>
    /// <returns>The lines, and how many were left out.</returns>
    public static (IReadOnlyList<CrisisLine> Lines, int LeftOut) Read(string json)
    {
        if (Parsed<CrisisFile>(json) is not { } file) return ([], 1);
        var lines = (file.Lines ?? []).Select(l => Parsed<CrisisLine>(l.GetRawText())).ToList();
        var whole = lines.OfType<CrisisLine>().Where(IsWhole).ToList();
        return (whole, lines.Count - whole.Count);
    }

    /// <summary>One that is written wrongly hides no other.</summary>
    private static T? Parsed<T>(string json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Words.Json.OneLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(CrisisLine line) =>
        line is { Country.Length: 2, Name: not null, Source: { Document: not null, Address: not null } } && line.VerifiedAt != default && new[] { line.Phone, line.Text, line.Web }.Any(t => !string.IsNullOrWhiteSpace(t))
        && new[] { line.Name, line.Source.Document, line.Source.Address }.All(t => !string.IsNullOrWhiteSpace(t)) && (line.Web is null || Uri.TryCreate(line.Web, UriKind.Absolute, out var url) && url.Scheme is "https" or "http");
}

/// <summary>A document, by its name and where it lies.</summary>
public sealed record CrisisSource(string Document, string Address);

internal sealed record CrisisFile(IReadOnlyList<JsonElement>? Lines);
