using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>A word of a query, and the words of the index that answer to it.</summary>
internal sealed class AskedWord(string text, IReadOnlyList<string> parts)
{
    public string Text { get; } = text;

    /// <summary>What an address is made of: asked for instead, when nobody has an address that begins so.</summary>
    public IReadOnlyList<string> Parts { get; } = parts;

    public List<Answering> Answering { get; } = [];

    /// <summary>The word itself where somebody has it or one that begins so; else the most similar, and of those the one that most people have.</summary>
    public string Meant => Answering.Exists(a => a.Word.StartsWith(Text, StringComparison.Ordinal)) || Answering.Count == 0 ? Text
        : Answering.OrderByDescending(a => a.Quality).ThenByDescending(a => a.Packed.Length).ThenBy(a => a.Word, StringComparer.Ordinal).First().Word;
}

/// <summary>A word of the index, with one block of its postings.</summary>
/// <param name="Word">The word.</param>
/// <param name="Quality">How well it answers, up to 1 for the very word.</param>
/// <param name="Packed">Who has it.</param>
internal readonly record struct Answering(string Word, double Quality, byte[] Packed);

/// <summary>Reads a query.</summary>
internal static class AskedWords
{
    /// <summary>Nobody types more; what comes after is left out, so that no query takes long.</summary>
    public const int LongestQuery = 500, MostWords = 12;

    private const double OfPrefix = 0.8, OfOneMistake = 0.6, OfTwoMistakes = 0.35;

    public static string Short(string query) => query.Length <= LongestQuery ? query : query[..LongestQuery];

    /// <summary>The different words of a query, in order.</summary>
    public static List<AskedWord> Of(string query)
    {
        var words = new List<(string Text, List<string> Parts)>();
        var inAddress = false;
        foreach (var token in Tokens.Of(query))
        {
            if (token.IsAsked)
            {
                var text = token.Text.ToString();
                var isNew = words.TrueForAll(w => w.Text != text);
                if (isNew) words.Add((text, []));
                inAddress = isNew && token.Kind == TokenKind.Address;
            }
            else if (inAddress && token.Kind == TokenKind.Part) words[^1].Parts.Add(token.Text.ToString());
        }
        return [.. words.Take(MostWords).Select(w => new AskedWord(w.Text, w.Parts))];
    }

    /// <summary>The very word answers best; of words that begin with it, those do that add little.</summary>
    public static double QualityOf(string asked, string word) =>
        asked.Length == word.Length ? 1 : OfPrefix * (0.5 + 0.5 * asked.Length / word.Length);

    public static double QualityOf(int mistakes) => mistakes switch { 0 => 1, 1 => OfOneMistake, _ => OfTwoMistakes };
}
