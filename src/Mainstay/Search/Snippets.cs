using System.Numerics;
using System.Text;
using Mainstay.Algorithms.Text;

namespace Mainstay.Search;

/// <summary>The words that answer to a query, each with the words of the query it answers to.</summary>
internal sealed class WantedWords
{
    private readonly Dictionary<string, int> asked = [];
    private readonly int all;

    public WantedWords(List<AskedWord> words)
    {
        for (var i = 0; i < words.Count; i++)
            foreach (var answering in words[i].Answering) asked[answering.Word] = asked.GetValueOrDefault(answering.Word) | 1 << i;
        all = (1 << words.Count) - 1;
    }

    /// <summary>Whether this word was looked for; which of the query's words, as bits.</summary>
    public int Asked(Token token) => asked.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token.Text, out var words) ? words : 0;

    /// <summary>How much a text of this field says at most.</summary>
    public double Most(SearchField field) => Worth(all, field);

    /// <summary>How much a text says: first by how many of the words it has, then by its field. 0 when it cannot beat what there is.</summary>
    public double WorthOf(SearchText text, double toBeat)
    {
        if (Most(text.Field) <= toBeat) return 0;
        var found = 0;
        foreach (var token in Tokens.Of(text.Text))
            if ((found |= Asked(token)) == all) break;
        return found == 0 ? 0 : Worth(found, text.Field);
    }

    private static double Worth(int found, SearchField field) => 1_000 * BitOperations.PopCount((uint)found) + field.Weight;
}

/// <summary>Cuts the piece out of a text that shows what was found.</summary>
internal static class Snippets
{
    private const int Longest = 160, Ahead = 40, FurthestMark = 2_000;

    public static Snippet Of(SearchText text, WantedWords wanted)
    {
        var marks = Marks(text.Text, wanted);
        var from = marks is [var first, ..] && text.Text.Length > Longest ? Math.Max(0, first.Start - Ahead) : 0;
        if (from > 0) from = AfterSpace(text.Text, from, marks[0].Start);
        var to = Math.Min(text.Text.Length, from + Longest);
        if (to < text.Text.Length) to = BeforeSpace(text.Text, from, to);
        var piece = new StringBuilder(to - from + 2);
        if (from > 0) piece.Append('…');
        var shift = piece.Length - from;
        for (var i = from; i < to; i++) piece.Append(char.IsControl(text.Text[i]) || char.IsWhiteSpace(text.Text[i]) ? ' ' : text.Text[i]);
        if (to < text.Text.Length) piece.Append('…');
        return new(text.Field.Name, piece.ToString(), [.. marks.Where(m => m.Start >= from && m.Start + m.Length <= to).Select(m => new Mark(m.Start + shift, m.Length))]);
    }

    /// <summary>Where the words stand; those that overlap or touch, as letters of a script without spaces do, are one.</summary>
    private static List<Mark> Marks(string text, WantedWords wanted)
    {
        var (marks, begun) = (new List<Mark>(), -1);
        foreach (var token in Tokens.Of(text))
        {
            if (wanted.Asked(token) == 0) continue;
            if (begun < 0) begun = token.Start;
            if (token.Start - begun > FurthestMark) break;
            if (marks is [.., var last] && token.Start <= last.Start + last.Length)
                marks[^1] = last with { Length = Math.Max(last.Length, token.Start + token.Length - last.Start) };
            else marks.Add(new(token.Start, token.Length));
        }
        return marks;
    }

    private static int AfterSpace(string text, int from, int before)
    {
        var space = text.AsSpan(from, before - from).IndexOf(' ');
        return space >= 0 ? from + space + 1 : char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }

    private static int BeforeSpace(string text, int from, int to)
    {
        var space = text.AsSpan(from, to - from).LastIndexOf(' ');
        return space > Longest / 2 ? from + space : char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
    }
}
