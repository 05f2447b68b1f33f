using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Reads iCalendar (RFC 5545) and vCalendar 1.0, leniently: whatever the bytes are, it throws nothing of its own, a
/// damaged line costs only itself and a damaged event only itself. Streams: memory is bounded by the largest event, time
/// is linear. Exceptions of the stream itself pass through.
/// </summary>
public static class CalendarReader
{
    private const int ChunkSize = 64 * 1024;

    /// <summary>Events, zones, names and problems in the order of the file, each as soon as it is complete.</summary>
    public static IEnumerable<CalendarResult> Read(Stream stream, CalendarLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Pull(stream, new(limits ?? CalendarLimits.Default));
    }

    /// <summary>The same for a stream that is read asynchronously.</summary>
    public static async IAsyncEnumerable<CalendarResult> Stream(Stream stream, CalendarLimits? limits = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var session = new Session(limits ?? CalendarLimits.Default);
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

    /// <summary>The same for a text.</summary>
    public static IEnumerable<CalendarResult> Read(string text, CalendarLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits);
    }

    private static IEnumerable<CalendarResult> Pull(Stream stream, Session session)
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
        private readonly CalendarLimits _limits;
        private readonly CalendarScanner _scanner;
        private readonly Utf8Feed _feed;
        private long _read;
        private long _line = 1;

        public Session(CalendarLimits limits)
        {
            _limits = limits;
            _scanner = new(limits);
            _feed = new(new((line, number, cut) => _scanner.Push(line, _line = number, cut), limits.PartBytes));
        }

        public bool IsOver { get; private set; }

        public Queue<CalendarResult> Ready => _scanner.Ready;

        public void Push(ReadOnlySpan<byte> chunk)
        {
            var allowed = _limits.FileBytes - _read;
            var tooLarge = chunk.Length > allowed;
            if (tooLarge) chunk = chunk[..(int)allowed];
            _read += chunk.Length;
            _feed.Push(chunk);
            if (chunk.Length > 0 && !tooLarge && !_scanner.IsFull) return;
            IsOver = true;
            _feed.Finish();
            _scanner.Finish(_line);
            if (tooLarge) Ready.Enqueue(CalendarResult.Refused(FormatProblem.Refusal(_line, $"The file is larger than {_limits.FileBytes} bytes; the rest was not read.")));
        }
    }
}
