using System.Text;

namespace Mainstay.Search;

/// <summary>Small numbers and words in few bytes.</summary>
internal static class Packing
{
    /// <summary>A person's words: each as how much it shares with the one before, the rest in UTF-8, field and frequency.</summary>
    public static byte[] Pack(Dictionary<TermKey, byte> terms)
    {
        var writer = new PackWriter(terms.Count * 8);
        var last = ReadOnlySpan<byte>.Empty;
        foreach (var (key, frequency) in terms.Select(t => (Word: Encoding.UTF8.GetBytes(t.Key.Word), t.Key.Field, t.Value)).OrderBy(t => t.Word, Bytes.Order).ThenBy(t => t.Field).Select(t => ((t.Word, t.Field), t.Value)))
        {
            var shared = key.Word.AsSpan().CommonPrefixLength(last);
            writer.Number((ulong)shared);
            writer.Number((ulong)(key.Word.Length - shared));
            writer.Span(key.Word.AsSpan(shared));
            writer.Byte((byte)key.Field);
            writer.Byte(frequency);
            last = key.Word;
        }
        return writer.ToArray();
    }

    public static Dictionary<TermKey, byte> Unpack(ReadOnlySpan<byte> packed)
    {
        var terms = new Dictionary<TermKey, byte>(packed.Length / 6);
        var (word, text) = (new byte[1024], "");
        while (!packed.IsEmpty)
        {
            var (shared, more) = ((int)Number(ref packed), (int)Number(ref packed));
            packed[..more].CopyTo(word.AsSpan(shared));
            packed = packed[more..];
            if (more > 0) text = Encoding.UTF8.GetString(word, 0, shared + more);
            var field = Byte(ref packed);
            terms.Add(new(text, field), Byte(ref packed));
        }
        return terms;
    }

    public static ulong Number(ref ReadOnlySpan<byte> packed)
    {
        var (number, shift, at) = (0UL, 0, 0);
        while (true)
        {
            var part = packed[at++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) break;
            shift += 7;
        }
        packed = packed[at..];
        return number;
    }

    public static byte Byte(ref ReadOnlySpan<byte> packed)
    {
        var value = packed[0];
        packed = packed[1..];
        return value;
    }

    private sealed class Bytes : IComparer<byte[]>
    {
        public static readonly Bytes Order = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}

/// <summary>Writes into a growing buffer.</summary>
internal struct PackWriter(int capacity)
{
    private byte[] bytes = new byte[Math.Max(16, capacity)];
    private int length;

    public void Number(ulong number)
    {
        for (; number >= 0x80; number >>= 7) Byte((byte)(number | 0x80));
        Byte((byte)number);
    }

    public void Byte(byte value)
    {
        if (length == bytes.Length) Array.Resize(ref bytes, length * 2);
        bytes[length++] = value;
    }

    public void Span(ReadOnlySpan<byte> span)
    {
        while (length + span.Length > bytes.Length) Array.Resize(ref bytes, bytes.Length * 2);
        span.CopyTo(bytes.AsSpan(length));
        length += span.Length;
    }

    public readonly byte[] ToArray() => bytes.AsSpan(0, length).ToArray();
}
