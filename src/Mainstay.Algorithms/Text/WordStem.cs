namespace Mainstay.Algorithms.Text;

/// <summary>
/// Takes the endings of English and German plurals off folded words, so that one and several of the same compare as equal:
/// <c>strategy</c> and <c>strategies</c>, <c>preis</c> and <c>preise</c>. Far lighter than a stemmer (Porter 1980): it knows no grammar, and makes no words.
/// </summary>
public static class WordStem
{
    /// <summary>Ending, what stands in its place, and how many letters there must be afterwards. The first that fits is taken.</summary>
    private static readonly (string Ending, string Instead, int Shortest)[] Endings =
        [("sses", "ss", 4), ("xes", "x", 3), ("ches", "ch", 4), ("shes", "sh", 4), ("ies", "y", 4), ("s", "", 3), ("en", "", 4), ("e", "", 4)];

    /// <summary>The word without its endings; itself when it has none. Never longer, and a stem is its own stem. O(length).</summary>
    /// <param name="word">Lower case and without accents, as <see cref="Folding"/> leaves it.</param>
    public static string Of(string word)
    {
        while (!word.EndsWith("ss", StringComparison.Ordinal) && Shorter(word) is { } shorter) word = shorter;
        return word;
    }

    private static string? Shorter(string word)
    {
        foreach (var (ending, instead, shortest) in Endings)
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length + instead.Length >= shortest)
                return string.Concat(word.AsSpan(0, word.Length - ending.Length), instead);
        return null;
    }
}
