using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mainstay.Words;

namespace Mainstay.Tests.Words;

/// <summary>Every sentence stands in every language, and takes the same inputs there.</summary>
public partial class LanguagesTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Mainstay"));

    private static readonly string[] Books = [.. Directory.EnumerateFiles(Source, "*Words.resx", SearchOption.AllDirectories)];

    [Fact]
    public void No_sentence_is_missing_in_German_or_left_over_there()
    {
        var odd =
            from book in Books
            let english = Sentences(book)
            let german = Sentences(German(book))
            from key in english.Keys.Union(german.Keys)
            where !english.ContainsKey(key) || !german.TryGetValue(key, out var said) || string.IsNullOrWhiteSpace(said)
            select $"{Path.GetFileName(book)} {key}";

        Assert.NotEmpty(Books);
        Assert.Empty(odd);
    }

    [Fact]
    public void A_sentence_takes_the_same_inputs_in_both_languages()
    {
        var odd =
            from book in Books
            let german = Sentences(German(book))
            from sentence in Sentences(book)
            where !Inputs(sentence.Value).SetEquals(Inputs(german.GetValueOrDefault(sentence.Key) ?? ""))
            select $"{Path.GetFileName(book)} {sentence.Key}";

        Assert.Empty(odd);
    }

    /// <summary>A key that is given fewer inputs than its sentence has places fails only when somebody reads it.</summary>
    [Fact]
    public void Whoever_says_a_sentence_gives_it_all_its_inputs()
    {
        var places = Books.SelectMany(book => Sentences(book).Select(s => (Key: $"{Path.GetFileName(book).Replace("Words.resx", "", StringComparison.Ordinal)}.{s.Key}", Needs: Inputs(s.Value).Select(i => int.Parse(i, CultureInfo.InvariantCulture) + 1).DefaultIfEmpty().Max()))).ToDictionary(s => s.Key, s => s.Needs);
        var said = Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .SelectMany(f => File.ReadAllText(f) is var code ? Said().Matches(code).Select(m => (File: Path.GetFileName(f), Key: m.Groups[1].Value, Given: Given(code, m.Index + m.Length))) : []).ToList();

        Assert.True(said.Count > 1_000);
        Assert.Empty(said.Where(s => places.TryGetValue(s.Key, out var needs) && s.Given is { } given && given < needs).Select(s => $"{s.File} {s.Key} is given {s.Given} of {places[s.Key]}"));
    }

    /// <summary>How many inputs stand behind a key, up to the bracket that closes them; null when they come as one list.</summary>
    private static int? Given(string code, int at)
    {
        if (at >= code.Length || code[at] == ')') return 0;
        if (code[at] != ',') return null;
        var (depth, inputs) = (0, 1);
        for (var i = at + 1; i < code.Length; i++)
            switch (code[i])
            {
                case '"':
                    while (code[++i] != '"') if (code[i] == '\\') i++;
                    break;
                case '\'':
                    while (code[++i] != '\'') if (code[i] == '\\') i++;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ',' when depth == 0:
                    inputs++;
                    break;
                case ')' or ']' or '}' when depth-- == 0:
                    return code[(at + 1)..i].TrimStart().StartsWith("[..", StringComparison.Ordinal) || code[(at + 1)..i].Contains(".ToArray()", StringComparison.Ordinal) ? null : inputs;
            }
        return null;
    }

    [GeneratedRegex("""(?:new(?: Reason)?|Speech\.Say)\("([A-Z][A-Za-z]+\.[A-Za-z_]+)(?:"(?=[,)]))""")]
    private static partial Regex Said();

    [Fact]
    public void German_is_spoken_to_who_asked_for_it()
    {
        var reason = new Reason("People.NameMissing");

        Assert.NotEqual(reason.InWords(new("en")), reason.InWords(new("de")));
        Assert.Equal(reason.InWords(new("de")), reason.InWords(new("de-AT")));
    }

    private static HashSet<string> Inputs(string sentence) => [.. Input().Matches(sentence).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Sentences(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string German(string book) => Path.ChangeExtension(book, ".de.resx");

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Input();

    private static string Here([CallerFilePath] string path = "") => path;
}
