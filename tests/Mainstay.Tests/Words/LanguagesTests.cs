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
