using System.Text;

namespace Mainstay.Formats;

/// <summary>Quoted-printable (RFC 2045 §6.7) as vCard 2.1 uses it, soft line breaks already joined.</summary>
public static class QuotedPrintable
{
    /// <summary>The bytes of <paramref name="text"/>; an <c>=</c> without two hexadecimal digits stands for itself, letters above ASCII become UTF-8.</summary>
    public static byte[] Decode(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes[count++] = (byte)((Hex(text[i + 1]) << 4) | Hex(text[i + 2]));
                i += 2;
            }
            else if (text[i] < 0x80)
            {
                bytes[count++] = (byte)text[i];
            }
            else
            {
                var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                count += Encoding.UTF8.GetBytes(text.AsSpan(i, length), bytes.AsSpan(count));
                i += length - 1;
            }
        }

        return bytes[..count];
    }

    private static int Hex(char digit) => digit <= '9' ? digit - '0' : (digit & 0x5F) - 'A' + 10;
}
