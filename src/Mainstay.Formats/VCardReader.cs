using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Reads vCard 2.1, 3.0 and 4.0, leniently: whatever the bytes are, it throws nothing of its own, a damaged line costs
/// only itself and a damaged card only itself. Streams: memory is bounded by the largest card, time is linear.
/// Exceptions of the stream itself pass through.
/// </summary>
public static class VCardReader
{
    private const int ChunkSize = 64 * 1024;

    /// <summary>The cards of a stream, in order, each as soon as it is complete.</summary>
    public static IEnumerable<VCardResult> Read(Stream stream, VCardLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Pull(stream, new(limits ?? VCardLimits.Default));
    }

    /// <summary>The same for a stream that is read asynchronously.</summary>
    public static async IAsyncEnumerable<VCardResult> Stream(Stream stream, VCardLimits? limits = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var session = new Session(limits ?? VCardLimits.Default);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            while (!session.IsOver)
            {
                session.Push(chunk.AsSpan(0, await stream.ReadAsync(chunk, stop)));
                while (session.Ready.TryDequeue(out var result)) yield return result;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>The cards of a text, for instance of a request's body or of a test.</summary>
    public static IReadOnlyList<VCardResult> Read(string text, VCardLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits)];
    }

    private static IEnumerable<VCardResult> Pull(Stream stream, Session session)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            while (!session.IsOver)
            {
                session.Push(chunk.AsSpan(0, stream.Read(chunk, 0, chunk.Length)));
                while (session.Ready.TryDequeue(out var result)) yield return result;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private sealed class Session
    {
        private readonly VCardLimits _limits;
        private readonly VCardScanner _scanner;
        private readonly Utf8Feed _feed;
        private long _read;
        private long _line = 1;

        public Session(VCardLimits limits)
        {
            _limits = limits;
            _scanner = new(limits);
            _feed = new(new((line, number, cut) => _scanner.Push(line, _line = number, cut), limits.CardBytes));
        }

        public bool IsOver { get; private set; }

        public Queue<VCardResult> Ready => _scanner.Ready;

        public void Push(ReadOnlySpan<byte> chunk)
        {
            var allowed = _limits.FileBytes - _read;
            var tooLarge = chunk.Length > allowed;
            if (tooLarge) chunk = chunk[..(int)allowed];
            _read += chunk.Length;
            _feed.Push(chunk);
            if (chunk.Length > 0 && !tooLarge) return;
            IsOver = true;
            _feed.Finish();
            _scanner.Finish(_line);
            if (tooLarge) Ready.Enqueue(VCardResult.Refused(FormatProblem.Refusal(_line, $"The file is larger than {_limits.FileBytes} bytes; the rest was not read.")));
        }
    }
}
