namespace Mainstay.Cli;

/// <summary>What is typed or sent to the program. It knows when it is waited for: nothing is under way then, and whoever wants to stop need not wait.</summary>
internal sealed class StandardInput(TextReader typed) : TextReader
{
    private static int waiting, busy;

    public static bool IsAwaited => Volatile.Read(ref waiting) > 0 && Volatile.Read(ref busy) == 0;

    /// <summary>Waits for one key.</summary>
    public static char Key() => Await(() => Console.ReadKey(true).KeyChar);

    /// <summary>As bytes.</summary>
    public static Stream Bytes() => Bytes(Console.OpenStandardInput());

    /// <summary>Bytes that are waited for as what is typed is.</summary>
    internal static Stream Bytes(Stream sent) => new AwaitedStream(sent);

    /// <summary>Until it is disposed something is under way, although more may be waited for beside it.</summary>
    public static IDisposable Busy()
    {
        Interlocked.Increment(ref busy);
        return new Turn(() => Interlocked.Decrement(ref busy));
    }

    public override int Peek() => Await(typed.Peek);

    public override int Read() => Await(typed.Read);

    public override int Read(char[] buffer, int index, int count) => Await(() => typed.Read(buffer, index, count));

    public override string? ReadLine() => Await(typed.ReadLine);

    public override string ReadToEnd() => Await(typed.ReadToEnd);

    private static T Await<T>(Func<T> read)
    {
        using var turn = Waiting();
        return read();
    }

    private static Turn Waiting()
    {
        Interlocked.Increment(ref waiting);
        return new(() => Interlocked.Decrement(ref waiting));
    }

    private sealed class Turn(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    private sealed class AwaitedStream(Stream sent) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Await(() => sent.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer)
        {
            using var turn = Waiting();
            return sent.Read(buffer);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            using var turn = Waiting();
            return await sent.ReadAsync(buffer, cancellationToken);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) sent.Dispose();
            base.Dispose(disposing);
        }
    }
}
