namespace Mainstay.Formats;

/// <summary>A growing array of bytes that is used again and again. Appending costs amortised constant time.</summary>
internal sealed class ByteBuffer
{
    private const int Kept = 1 << 20;
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public void Append(ReadOnlySpan<byte> more)
    {
        if (Length + more.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Length + more.Length, 2 * _bytes.Length));
        more.CopyTo(_bytes.AsSpan(Length));
        Length += more.Length;
    }

    public void Append(byte one) => Append([one]);

    public void Truncate(int length) => Length = Math.Min(length, Length);

    /// <summary>Empties it; a buffer that one huge card made large is given back.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > Kept) _bytes = new byte[4096];
    }
}
