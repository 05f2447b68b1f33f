using System.Collections.Frozen;
using System.Text;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mainstay.Storage;

/// <summary>Text that both databases can keep: PostgreSQL has no place for a NUL, and neither has one for half a surrogate pair.</summary>
public static class KeepableText
{
    /// <summary>Columns that hold what somebody or something is called, which stands in one line whichever door it comes through.</summary>
    private static readonly FrozenSet<string> Lines = ((string[])
    [
        "Name", "Title", "Topic", "Label", "Headline", "Organization", "Department", "Place",
        "Prefix", "GivenName", "MiddleNames", "FamilyName", "Suffix", "Nickname", "PhoneticGivenName", "PhoneticFamilyName", "MetThroughName",
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The text as this column keeps it.</summary>
    public static string Of(IReadOnlyProperty column, string text) => Of(Lines.Contains(column.Name) ? Texts.OneLine(text) : text);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone half comes out as the replacement character
            if (rune.Value != 0) kept.Append(rune.ToString());
        return kept.ToString();
    }
}
