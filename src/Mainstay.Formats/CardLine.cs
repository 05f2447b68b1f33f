using System.Text;

namespace Mainstay.Formats;

/// <summary>How the value of a line is encoded for transport, which decides how it is continued.</summary>
internal enum Transfer
{
    Plain,
    Base64,
    QuotedPrintable,
}

/// <summary>What the bytes of one physical or logical line are, before any character set is known.</summary>
internal static class CardLine
{
    public static bool IsBegin(ReadOnlySpan<byte> line) => IsMark(line, "BEGIN"u8);

    public static bool IsEnd(ReadOnlySpan<byte> line) => IsMark(line, "END"u8);

    /// <summary><c>AGENT:BEGIN:VCARD</c> on one line, as vCard 2.1 allows.</summary>
    public static bool IsInlineAgent(ReadOnlySpan<byte> line)
    {
        if (!IsAgent(line)) return false;
        var colon = ContentLineHead.End(line);
        return colon > 0 && IsBegin(line[(colon + 1)..].Trim(" \t"u8));
    }

    /// <summary>An AGENT whose value is empty: the card on the next lines is its value.</summary>
    public static bool IsOpenAgent(ReadOnlySpan<byte> line) =>
        IsAgent(line) && ContentLineHead.End(line) is var colon && colon > 0 && IsBlank(line[(colon + 1)..]);

    public static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept((byte)' ', (byte)'\t');

    public static bool IsIndented(ReadOnlySpan<byte> line) => line.Length > 0 && line[0] is (byte)' ' or (byte)'\t';

    public static bool IsOldVersion(ReadOnlySpan<byte> line) =>
        line.Length is > 9 and < 40 && line[0] is (byte)'V' or (byte)'v' && Ascii.EqualsIgnoreCase(line[..7], "VERSION"u8)
        && line[(line.IndexOf((byte)':') + 1)..].Trim(" \t"u8).SequenceEqual("2.1"u8);

    public static bool IsBase64(ReadOnlySpan<byte> line)
    {
        var text = line.Trim(" \t"u8);
        foreach (var letter in text)
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'+' or (byte)'/' or (byte)'=')) return false;
        return text.Length > 0;
    }

    public static bool EndsWithOddBackslashes(ReadOnlySpan<byte> line)
    {
        var count = 0;
        while (count < line.Length && line[^(count + 1)] == '\\') count++;
        return count % 2 == 1;
    }

    /// <summary>Reads the transfer encoding from a head, and from a value that is a data URI.</summary>
    public static Transfer TransferOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> value)
    {
        if (head.Contains((byte)';') && head.ContainsAny("QqBb"u8))
        {
            if (ContainsWord(head, "QUOTED-PRINTABLE"u8)) return Transfer.QuotedPrintable;
            if (ContainsWord(head, "BASE64"u8) || ContainsWord(head, "ENCODING=B"u8) || ContainsWord(head, "ENCODING=\"B\""u8) || ContainsBareB(head)) return Transfer.Base64;
        }

        return value.Length > 5 && Ascii.EqualsIgnoreCase(value[..5], "data:"u8) && value[..Math.Min(value.Length, 200)].IndexOf(";base64,"u8) > 0
            ? Transfer.Base64
            : Transfer.Plain;
    }

    // The word as a whole: nothing but a delimiter before and after it.
    private static bool ContainsWord(ReadOnlySpan<byte> head, ReadOnlySpan<byte> word)
    {
        for (var i = head.IndexOf((byte)';'); i >= 0 && i + word.Length <= head.Length; i++)
        {
            if (i > 0 && head[i - 1] is not ((byte)';' or (byte)'=' or (byte)' ' or (byte)',' or (byte)'"')) continue;
            if (!Ascii.EqualsIgnoreCase(head.Slice(i, word.Length), word)) continue;
            if (i + word.Length == head.Length || head[i + word.Length] is (byte)';' or (byte)' ' or (byte)',' or (byte)'"') return true;
        }

        return false;
    }

    private static bool ContainsBareB(ReadOnlySpan<byte> head)
    {
        var at = Math.Max(head.LastIndexOf(";B"u8), head.LastIndexOf(";b"u8));
        return at >= 0 && (at + 2 == head.Length || head[at + 2] == ';');
    }

    private static bool IsAgent(ReadOnlySpan<byte> line)
    {
        if (line.Length < 6 || line[0] is not ((byte)'A' or (byte)'a' or (byte)'i' or (byte)'I')) return false;
        var name = line[..Math.Max(line.IndexOfAny((byte)':', (byte)';'), 0)];
        return Ascii.EqualsIgnoreCase(name[(name.LastIndexOf((byte)'.') + 1)..].Trim(" \t"u8), "AGENT"u8);
    }

    private static bool IsMark(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word)
    {
        if (line.Length <= word.Length || (line[0] | 0x20) != (word[0] | 0x20) || !Ascii.EqualsIgnoreCase(line[..word.Length], word)) return false;
        var rest = line[word.Length..].TrimStart(" \t"u8);
        return rest.Length > 0 && rest[0] == ':' && Ascii.EqualsIgnoreCase(rest[1..].Trim(" \t"u8), "VCARD"u8);
    }
}
