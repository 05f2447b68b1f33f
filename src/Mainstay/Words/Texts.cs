namespace Mainstay.Words;

/// <summary>Text as somebody typed it.</summary>
public static class Texts
{
    /// <summary>Without the space around it; null when there is nothing else.</summary>
    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
