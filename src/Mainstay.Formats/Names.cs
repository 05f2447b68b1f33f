using System.Collections.Frozen;

namespace Mainstay.Formats;

/// <summary>The words that stand in nearly every card, so that a hundred thousand lines share one string each.</summary>
internal static class Names
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "", "VERSION", "N", "FN", "TEL", "EMAIL", "ADR", "LABEL", "ORG", "TITLE", "ROLE", "NOTE", "URL", "UID", "REV", "BDAY", "PHOTO",
        "NICKNAME", "CATEGORIES", "PRODID", "X-ABLabel", "X-ABLABEL", "X-ABShowAs", "IMPP", "KIND", "MEMBER", "ANNIVERSARY", "GENDER",
        "LANG", "TZ", "GEO", "RELATED", "X-ABRELATEDNAMES", "X-ABDATE", "TYPE", "type", "PREF", "pref", "VALUE", "ENCODING", "CHARSET",
        "LANGUAGE", "HOME", "WORK", "CELL", "VOICE", "FAX", "PAGER", "INTERNET", "home", "work", "cell", "voice", "fax", "pager",
        "internet", "MAIN", "main", "OTHER", "other", "iPhone", "IPHONE", "uri", "date", "text", "QUOTED-PRINTABLE", "BASE64", "b", "B",
        "UTF-8", "utf-8", "JPEG", "2.1", "3.0", "4.0",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Intern(ReadOnlySpan<char> text) =>
        text.Length <= 16 && Lookup.TryGetValue(text, out var known) ? known : text.ToString();
}
