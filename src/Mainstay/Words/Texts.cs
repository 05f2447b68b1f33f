using System.Buffers;
using System.Text;

namespace Mainstay.Words;

/// <summary>Text as somebody typed it.</summary>
public static class Texts
{
    /// <summary>Control characters, among them line breaks and tabs, and the separators of lines and paragraphs.</summary>
    private static readonly SearchValues<char> Breaks = SearchValues.Create(string.Concat(Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl)) + "\u2028\u2029");

    /// <summary>Without the space around it; null when there is nothing else.</summary>
    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The same in one line.</summary>
    public static string? FilledLine(string? text) => text is null ? null : Filled(OneLine(text));

    /// <summary>What something is called stands in one line: where a line breaks or a tab stands, white space becomes single spaces; of other control characters nothing is left. Other text stays as it is.</summary>
    public static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAny(Breaks)) return text;
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!char.IsWhiteSpace(letter))
            {
                if (!char.IsControl(letter)) line.Append(letter);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        return line.ToString().TrimEnd();
    }

    /// <summary>Its beginning, with a mark of what is left out when it is longer than <paramref name="most"/> letters; no letter is cut in two.</summary>
    public static string Shortened(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd() + "…";
}
