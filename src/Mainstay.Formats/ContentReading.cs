using System.Buffers;
using System.Runtime.CompilerServices;

namespace Mainstay.Formats;

/// <summary>What makes cards, or events, of physical lines that are pushed to it one by one.</summary>
internal interface IContentScanner<T>
{
    /// <summary>Whatever is complete.</summary>
    Queue<T> Ready { get; }

    /// <summary>There was enough: nothing more is taken.</summary>
    bool IsFull => false;

    void Push(ReadOnlySpan<byte> line, long number, bool cut);

    /// <summary>The file has ended with this line.</summary>
    void Finish(long lastLine);

    /// <summary>A refusal among the results.</summary>
    T Refused(FormatProblem problem);
}

/// <summary>
/// Reads a stream of content lines chunk by chunk into a scanner, up to a number of bytes. Memory is bounded by a chunk, a
/// line and what the scanner keeps; time is linear. Exceptions of the stream itself pass through.
/// </summary>
internal sealed class ContentReading<T>
{
    private const int ChunkSize = 64 * 1024;

    private readonly IContentScanner<T> _scanner;
    private readonly long _fileBytes;
    private readonly Utf8Feed _feed;
    private long _read;
    private long _line = 1;
    private bool _isOver;

    /// <param name="scanner">Takes the lines.</param>
    /// <param name="fileBytes">So many bytes are read at most; beyond that the file is refused, and what came before it stays.</param>
    /// <param name="lineBytes">So many bytes of a line are kept at most.</param>
    public ContentReading(IContentScanner<T> scanner, long fileBytes, int lineBytes)
    {
        (_scanner, _fileBytes) = (scanner, fileBytes);
        _feed = new(new((line, number, cut) => _scanner.Push(line, _line = number, cut), lineBytes));
    }

    public IEnumerable<T> Pull(Stream stream)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            while (!_isOver)
            {
                Push(chunk.AsSpan(0, stream.Read(chunk, 0, chunk.Length)));
                while (_scanner.Ready.TryDequeue(out var result)) yield return result;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    public async IAsyncEnumerable<T> Stream(Stream stream, [EnumeratorCancellation] CancellationToken stop)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            while (!_isOver)
            {
                Push(chunk.AsSpan(0, await stream.ReadAsync(chunk, stop)));
                while (_scanner.Ready.TryDequeue(out var result)) yield return result;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private void Push(ReadOnlySpan<byte> chunk)
    {
        var allowed = _fileBytes - _read;
        var tooLarge = chunk.Length > allowed;
        if (tooLarge) chunk = chunk[..(int)allowed];
        _read += chunk.Length;
        _feed.Push(chunk);
        if (chunk.Length > 0 && !tooLarge && !_scanner.IsFull) return;
        _isOver = true;
        _feed.Finish();
        _scanner.Finish(_line);
        if (tooLarge) _scanner.Ready.Enqueue(_scanner.Refused(FormatProblem.Refusal(_line, FormatFault.FileTooLarge, _fileBytes) with { IsEnd = true }));
    }
}
