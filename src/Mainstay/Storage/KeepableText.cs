using System.Text;

namespace Mainstay.Storage;

/// <summary>Text that both databases can keep: PostgreSQL has no place for a NUL, and neither has one for half a surrogate pair.</summary>
public static class KeepableText
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone half comes out as the replacement character
            if (rune.Value != 0) kept.Append(rune.ToString());
        return kept.ToString();
    }
}
