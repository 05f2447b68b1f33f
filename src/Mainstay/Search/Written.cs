using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>Texts of which there are few: they are looked through word by word, without an index.</summary>
public static class Written
{
    private const int Around = 60;

    /// <summary>The words that were typed, folded.</summary>
    public static string[] Words(string typed) => Folding.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether each of the words begins a word of these texts.</summary>
    public static bool Answers(IEnumerable<string> texts, string[] words)
    {
        var all = Folding.Fold(string.Join('\n', texts));
        return Array.TrueForAll(words, w => Begins(all, w) >= 0);
    }

    /// <summary>The text around the first that begins so, as it was written; null when none does.</summary>
    public static string? Piece(IEnumerable<string> texts, string word)
    {
        foreach (var text in texts)
        {
            // folding may shorten a text: the place in it is near enough to cut a piece around
            if (Begins(Folding.Fold(text), word) is not (>= 0 and var at)) continue;
            var (from, to) = (Math.Clamp(at - Around, 0, text.Length), Math.Min(text.Length, at + word.Length + Around));
            return $"{(from > 0 ? "…" : "")}{text[from..Math.Max(from, to)].ReplaceLineEndings(" ").Trim()}{(to < text.Length ? "…" : "")}";
        }
        return null;
    }

    /// <summary>Where a word of it begins so; below 0 when none does.</summary>
    private static int Begins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return at;
        return -1;
    }
}
