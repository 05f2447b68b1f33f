using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>What a text is found by: its words, and how much each counts.</summary>
public static class Terms
{
    /// <summary>Grows when words are cut otherwise than before, or fields weigh their words otherwise; every index is then built anew.</summary>
    public const int Version = 1;

    /// <summary>Stands ahead of a whole name, where no word has it.</summary>
    public const char WholeMark = '=';

    /// <summary>How finely a word's frequency is kept: this stands for a word that occurs once in a text of usual length.</summary>
    public const int Once = 16;

    private const double HeldBack = 0.75; // the b of BM25
    private const int LongestWhole = 100;

    /// <summary>The words of one person's texts of one source: word and field code to frequency, 1 to 255 sixteenths.</summary>
    public static Dictionary<TermKey, byte> Of(IEnumerable<SearchText> texts)
    {
        var counts = new Dictionary<TermKey, int>();
        var (lengths, fields) = (new int[32], new SearchField?[32]);
        foreach (var text in texts)
        {
            fields[text.Field.Code] = text.Field;
            foreach (var token in Tokens.Of(text.Text))
            {
                if (token.Kind is TokenKind.Word or TokenKind.Address or TokenKind.Pair or TokenKind.Alone) lengths[text.Field.Code]++;
                Count(counts, new(token.Text.ToString(), text.Field.Code));
            }
            if (text.Field.IsWhole && Whole(text.Text) is { Length: > 1 } whole) Count(counts, new(whole, text.Field.Code));
        }
        return counts.ToDictionary(c => c.Key, c => Frequency(c.Value, lengths[c.Key.Field], fields[c.Key.Field]!.Typical));
    }

    /// <summary>The words of a text one after another behind the mark.</summary>
    public static string Whole(string text)
    {
        var whole = WholeMark + string.Join(' ', Tokens.ForQuery(text));
        return whole.Length <= LongestWhole ? whole : whole[..(char.IsHighSurrogate(whole[LongestWhole - 1]) ? LongestWhole - 1 : LongestWhole)];
    }

    private static void Count(Dictionary<TermKey, int> counts, TermKey key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static byte Frequency(int count, int length, int? typical)
    {
        var hold = typical is { } usual && length > usual ? 1 - HeldBack + HeldBack * length / usual : 1;
        return (byte)Math.Clamp(Math.Round(Once * count / hold), 1, 255);
    }
}

/// <summary>A word in a field.</summary>
public readonly record struct TermKey(string Word, int Field);
