using System.Globalization;
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
        try
        {
            var written = JsonSerializer.Deserialize<CrisisFile>(json, Words.Json.OneLine)?.Lines ?? [];
            var lines = written.OfType<CrisisLine>().Where(IsWhole).ToList();
            return (lines, written.Count - lines.Count);
        }
        catch (JsonException)
        {
            return ([], 1);
        }
    }

    private static bool IsWhole(CrisisLine line) =>
        line is { Country.Length: 2, Name: not null, Source: { Document: not null, Address: not null } } && line.VerifiedAt != default && (line.Phone ?? line.Text ?? line.Web) is not null
        && new[] { line.Name, line.Source.Document, line.Source.Address }.All(t => !string.IsNullOrWhiteSpace(t)) && (line.Web is null || Uri.TryCreate(line.Web, UriKind.Absolute, out var url) && url.Scheme is "https" or "http");
}

/// <summary>A document, by its name and where it lies.</summary>
public sealed record CrisisSource(string Document, string Address);

internal sealed record CrisisFile(IReadOnlyList<CrisisLine?>? Lines);

/// <summary>The countries one can be in.</summary>
public static class Countries
{
    private static readonly Lazy<IReadOnlyDictionary<string, RegionInfo>> Known = new(() => CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => new RegionInfo(c.Name))
        .Where(r => r.TwoLetterISORegionName is { Length: 2 } code && code.All(char.IsAsciiLetterUpper)).GroupBy(r => r.TwoLetterISORegionName).ToDictionary(g => g.Key, g => g.First()));

    public static bool IsOne(string code) => Known.Value.ContainsKey(code);

    /// <summary>Each with its name in the language that is spoken, in the order of the names.</summary>
    public static IReadOnlyList<(string Code, string Name)> Named => [.. Known.Value.Keys.Select(code => (code, Name(code))).OrderBy(c => c.Item2, StringComparer.CurrentCulture)];

    public static string Name(string code) => Known.Value.TryGetValue(code, out var region) ? region.DisplayName : code;
}
