using System.Globalization;
using System.Text.Json;

namespace Mainstay.Challenges;

/// <summary>The countries one can be in, by their names in both languages: what the system calls a country differs from machine to machine.</summary>
public static class CountriesSource
{
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Known = new(Read);

    public static bool IsOne(string code) => Known.Value.ContainsKey(code);

    /// <summary>Each with its name in the language that is spoken, in the order of the names.</summary>
    public static IReadOnlyList<(string Code, string Name)> Named => [.. Known.Value.Keys.Select(code => (code, Name(code))).OrderBy(c => c.Item2, StringComparer.CurrentCulture)];

    public static string Name(string code) => Known.Value.TryGetValue(code, out var names) ? names[CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? 1 : 0] : code;

    private static Dictionary<string, string[]> Read()
    {
        using var file = typeof(CountriesSource).Assembly.GetManifestResourceStream("countries.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
    }
}
