using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Passes chunks of a file on as ASCII-compatible bytes: drops the byte order mark of UTF-8, and turns UTF-16 and UTF-32
/// (by byte order mark, or UTF-16 by the NULs around its first letter) into UTF-8. Everything else passes unchanged.
/// </summary>
internal sealed class Utf8Feed(LineSplitter lines)
{
    private readonly byte[] _head = new byte[4];
    private int _headLength;
    private bool _decided;
    private Decoder? _decoder;
    private char[] _chars = [];
    private byte[] _bytes = [];

    public void Push(ReadOnlySpan<byte> chunk)
    {
        if (!_decided)
        {
            var taken = Math.Min(4 - _headLength, chunk.Length);
            chunk[..taken].CopyTo(_head.AsSpan(_headLength));
            _headLength += taken;
            chunk = chunk[taken..];
            if (_headLength < 4) return;
            Decide();
        }

        Pass(chunk, false);
    }

    public void Finish()
    {
        if (!_decided) Decide();
        Pass([], true);
        lines.Finish();
    }

    private void Decide()
    {
        _decided = true;
        var (encoding, mark) = Detect(_head.AsSpan(0, _headLength));
        _decoder = encoding?.GetDecoder();
        Pass(_head.AsSpan(mark, _headLength - mark), false);
    }

    /// <summary>The wide encoding that the first bytes show, null for an ASCII-compatible one, and the length of the mark to skip.</summary>
    internal static (Encoding? Wide, int Mark) Detect(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => (null, 0),
    };

    private void Pass(ReadOnlySpan<byte> bytes, bool last)
    {
        if (_decoder is null)
        {
            lines.Push(bytes);
            return;
        }

        var needed = _decoder.GetCharCount(bytes, last);
        if (_chars.Length < needed) _chars = new char[needed];
        var count = _decoder.GetChars(bytes, _chars, last);
        var size = Encoding.UTF8.GetMaxByteCount(count);
        if (_bytes.Length < size) _bytes = new byte[size];
        // A surrogate pair cut by the end of the chunk stays in the decoder, so no character is cut here.
        lines.Push(_bytes.AsSpan(0, Encoding.UTF8.GetBytes(_chars.AsSpan(0, count), _bytes)));
    }
}
