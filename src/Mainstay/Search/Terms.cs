using System.Runtime.InteropServices;
using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>What a text is found by: its words, and how much each counts.</summary>
public static class Terms
{
    /// <summary>Grows when words are cut otherwise than before, fields weigh their words otherwise, or other words are said of people; every index is then built anew.</summary>
    public const int Version = 3;

    /// <summary>Stands ahead of a whole name, where no word has it.</summary>
    public const char WholeMark = '=';

    /// <summary>How finely a word's frequency is kept: this stands for a word that occurs once in a text of usual length.</summary>
    public const int Once = 16;

    private const int LongestWhole = 100;

    /// <summary>The words of a text one after another behind the mark.</summary>
    public static string Whole(string text)
    {
        var whole = WholeMark + string.Join(' ', Tokens.ForQuery(text));
        return whole.Length <= LongestWhole ? whole : whole[..(char.IsHighSurrogate(whole[LongestWhole - 1]) ? LongestWhole - 1 : LongestWhole)];
    }
}

/// <summary>A word in a field.</summary>
public readonly record struct TermKey(string Word, int Field);

/// <summary>Counts the words of one person's texts of one source; then of the next person's.</summary>
internal sealed class TermCount
{
    private const double HeldBack = 0.75; // the b of BM25
    private const int Large = 1_000;

    private readonly Dictionary<string, int>?[] counts = new Dictionary<string, int>?[32];
    private readonly int[] lengths = new int[32];
    private readonly SearchField?[] fields = new SearchField?[32];

    public void Add(SearchText text)
    {
        var field = text.Field.Code;
        fields[field] = text.Field;
        var words = counts[field] ??= [];
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in Tokens.Of(text.Text))
        {
            if (token.IsAsked) lengths[field]++;
            CollectionsMarshal.GetValueRefOrAddDefault(known, token.Text, out _)++;
        }
        if (text.Field.IsWhole && Terms.Whole(text.Text) is { Length: > 1 } whole) words[whole] = words.GetValueOrDefault(whole) + 1;
    }

    /// <summary>How often each stands in its field, 1 to 255 sixteenths; less in a text that is longer than usual. Then there are none.</summary>
    public Dictionary<TermKey, byte> Take()
    {
        var terms = new Dictionary<TermKey, byte>(counts.Sum(c => c?.Count ?? 0));
        for (var field = 0; field < counts.Length; field++)
        {
            if (counts[field] is not { Count: > 0 } words) continue;
            var hold = fields[field]!.Typical is { } usual && lengths[field] > usual ? 1 - HeldBack + HeldBack * lengths[field] / usual : 1;
            foreach (var (word, count) in words) terms.Add(new(word, field), (byte)Math.Clamp(Math.Round(Terms.Once * count / hold), 1, 255));
            if (words.Count > Large) counts[field] = null; // to empty a large one again and again would cost
            else words.Clear();
            lengths[field] = 0;
        }
        return terms;
    }
}
