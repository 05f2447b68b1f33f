namespace Mainstay.Words;

/// <summary>Text as somebody typed it.</summary>
public static class Texts
{
    /// <summary>Without the space around it; null when there is nothing else.</summary>
    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Its beginning, with a mark of what is left out when it is longer than <paramref name="most"/> letters; no letter is cut in two.</summary>
    public static string Shortened(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd() + "…";
}
