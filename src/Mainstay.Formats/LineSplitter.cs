namespace Mainstay.Formats;

/// <summary>Takes one physical line without its end, and whether it was cut at the limit.</summary>
internal delegate void LineSink(ReadOnlySpan<byte> line, long number, bool cut);

/// <summary>
/// Cuts chunks of bytes into physical lines ended by LF, CR LF, CR CR LF (as some phones write) or a lone CR.
/// Linear in time; keeps at most one line, and of a line no more than <paramref name="limit"/> bytes.
/// </summary>
internal sealed class LineSplitter(LineSink sink, int limit)
{
    private readonly ByteBuffer _partial = new();
    private int _returns;
    private bool _cut;
    private long _number = 1;

    public void Push(ReadOnlySpan<byte> chunk)
    {
        while (chunk.Length > 0)
        {
            if (_returns > 0) chunk = EndAfterReturns(chunk);
            var end = chunk.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                Keep(chunk);
                return;
            }

            Emit(chunk[..end], chunk[end] == '\r');
            chunk = chunk[(end + 1)..];
        }
    }

    public void Finish()
    {
        _returns = 0;
        if (_partial.Length > 0 || _cut) Flush([]);
    }

    // CR CR LF is one end of a line; CR CR without LF is two.
    private ReadOnlySpan<byte> EndAfterReturns(ReadOnlySpan<byte> chunk)
    {
        while (chunk.Length > 0 && chunk[0] == '\r')
        {
            _returns++;
            chunk = chunk[1..];
        }

        if (chunk.Length == 0) return chunk;
        var pair = chunk[0] == '\n';
        _number += pair ? 0 : _returns - 1;
        _returns = 0;
        return pair ? chunk[1..] : chunk;
    }

    private void Emit(ReadOnlySpan<byte> tail, bool byReturn)
    {
        Flush(tail);
        _returns = byReturn ? 1 : 0;
    }

    private void Flush(ReadOnlySpan<byte> tail)
    {
        if (_partial.Length == 0 && !_cut && tail.Length <= limit)
        {
            sink(tail, _number++, false);
            return;
        }

        Keep(tail);
        sink(_partial.Span, _number++, _cut);
        _partial.Clear();
        _cut = false;
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        var room = limit - _partial.Length;
        _cut |= part.Length > room;
        _partial.Append(part.Length > room ? part[..Math.Max(room, 0)] : part);
    }
}
