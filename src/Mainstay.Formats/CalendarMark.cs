using System.Text;

namespace Mainstay.Formats;

/// <summary>A BEGIN or an END of any component.</summary>
internal static class CalendarMark
{
    private const int LongestName = 40;

    /// <summary>The name in upper case, if the line is <c>BEGIN:name</c> or <c>END:name</c>; else null.</summary>
    public static string? Name(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word)
    {
        if (line.Length <= word.Length || (line[0] | 0x20) != (word[0] | 0x20) || !Ascii.EqualsIgnoreCase(line[..word.Length], word)) return null;
        var rest = line[word.Length..].TrimStart(" \t"u8);
        if (rest is not [(byte)':', ..]) return null;
        var name = rest[1..].Trim(" \t\""u8);
        if (name.Length is 0 or > LongestName) return "";
        return Known(Encoding.ASCII.GetString(name).ToUpperInvariant());
    }

    // Older programs leave the V away; nothing else is called like that.
    private static string Known(string name) => name switch { "CALENDAR" => "VCALENDAR", "EVENT" => "VEVENT", "TIMEZONE" => "VTIMEZONE", _ => name };
}
