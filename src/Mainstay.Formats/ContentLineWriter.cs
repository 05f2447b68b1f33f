using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Writes content lines with CR LF, folded at 75 octets without cutting a UTF-8 sequence (RFC 6350 §3.2), and
/// quoted-printable with soft line breaks (RFC 2045 §6.7).
/// </summary>
internal static class ContentLineWriter
{
    private const int Width = 75;

    public static void Folded(Stream stream, ReadOnlySpan<byte> line)
    {
        var room = Width;
        while (line.Length > room)
        {
            var cut = room;
            while (cut > 1 && IsContinuation(line[cut])) cut--;
            stream.Write(line[..cut]);
            stream.Write("\r\n "u8);
            line = line[cut..];
            room = Width - 1;
        }

        Unfolded(stream, line);
    }

    public static void Unfolded(Stream stream, ReadOnlySpan<byte> line)
    {
        stream.Write(line);
        stream.Write("\r\n"u8);
    }

    /// <summary>The head stays on one line; the value is cut between letters, never inside <c>=XX</c>.</summary>
    public static void SoftBroken(Stream stream, ReadOnlySpan<byte> head, ReadOnlySpan<byte> value)
    {
        stream.Write(head);
        var room = Math.Max(Width - 1 - head.Length, 10);
        while (value.Length > room)
        {
            var cut = Cut(value, room);
            stream.Write(value[..cut]);
            stream.Write("=\r\n"u8);
            value = value[cut..];
            room = Width - 1;
        }

        Unfolded(stream, value);
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static int Cut(ReadOnlySpan<byte> value, int room)
    {
        var cut = room;
        var escape = value[..cut].LastIndexOf((byte)'=');
        if (escape > 0 && cut - escape < 3) cut = escape;
        while (cut > 1 && IsContinuation(value[cut])) cut--;
        // What is left must not look like the end of the card.
        return CardLine.IsEnd(value[cut..]) || CardLine.IsBegin(value[cut..]) ? cut - 4 : cut;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}
