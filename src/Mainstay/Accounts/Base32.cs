namespace Mainstay.Accounts;

/// <summary>Bytes in letters and digits that are not taken for each other (RFC 4648, section 6), as apps take a secret that is typed. Without the signs that fill up the end: apps want none.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + Bits - 1) / Bits];
        for (var (i, held, bits, at) = (0, 0, 0, 0); i < text.Length; i++, bits -= Bits)
        {
            if (bits < Bits) (held, bits) = (held << 8 | (at < bytes.Length ? bytes[at++] : 0), bits + 8);
            text[i] = Alphabet[held >> (bits - Bits) & 31];
        }
        return new(text);
    }
}
