namespace Mainstay.Formats;

/// <summary>The beginning of a stream, up to so many bytes, and whether there was more. Does not own the stream.</summary>
internal sealed class BoundedStream(Stream whole, long most) : Stream
{
    private long _left = most;

    /// <summary>The limit was reached, and there is more behind it.</summary>
    public bool IsCut { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_left == 0)
        {
            IsCut = IsCut || (buffer.Length > 0 && whole.ReadByte() >= 0);
            return 0;
        }

        var count = whole.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= count;
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
