namespace Mainstay.Outside;

/// <summary>What somebody out there answers, as it comes and unpacked: no more of it than allowed, so that nothing endless is taken.</summary>
public sealed class OutsideContent(Stream inner, long most) : Stream
{
    private long read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var got = await Unbroken(() => inner.ReadAsync(buffer, cancellationToken).AsTask());
        if ((read += got) > most) throw new OutsideFailed("Outside.TooLong");
        return got;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("What comes from outside is waited for.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The connection may end, and what is packed may be no package.</summary>
    internal static async Task<T> Unbroken<T>(Func<Task<T>> reading)
    {
        try
        {
            return await reading();
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or InvalidDataException)
        {
            throw new OutsideFailed("Outside.BrokeOff");
        }
    }
}
