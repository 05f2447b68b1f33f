namespace Mainstay.Formats;

/// <summary>
/// The line that is being put together at the end of the card's buffer. Decides whether a physical line continues it:
/// folding (RFC 6350 §3.2), soft line breaks of quoted-printable, base64 without indentation, and the lines that some
/// phones break after a backslash. Every byte is looked at a constant number of times.
/// </summary>
internal sealed class LogicalLine(ByteBuffer buffer)
{
    private int _start = -1;
    private int _searched;
    private int _colon;
    private bool _quoted;
    private long _number;
    private int _column;
    private int _first;
    private bool _blankSince;
    private Transfer _transfer;

    public bool IsOpen => _start >= 0;

    private ReadOnlySpan<byte> Bytes => buffer.Span[_start..];

    /// <param name="line">What the line begins with.</param>
    /// <param name="number">The physical line.</param>
    /// <param name="column">Where in it this stands, from 1.</param>
    public void Open(ReadOnlySpan<byte> line, long number, int column)
    {
        _start = _searched = buffer.Length;
        _colon = -1;
        _quoted = false;
        (_number, _column, _first) = (number, column, line.Length);
        _blankSince = false;
        _transfer = Transfer.Plain;
        buffer.Append(line);
    }

    public CardItem Close()
    {
        FindTransfer();
        if (_transfer == Transfer.QuotedPrintable) DropDanglingBreak();
        var item = new CardItem(_start, buffer.Length - _start, _number, null) { Column = _column, First = _first };
        _start = -1;
        return item;
    }

    public void SeeBlank() => _blankSince = true;

    /// <summary>Appends the physical line if it belongs to this one.</summary>
    public bool Continue(ReadOnlySpan<byte> line, bool keepsFoldingSpace)
    {
        FindTransfer();
        if (_transfer == Transfer.QuotedPrintable && HasSoftBreak())
        {
            if (_blankSince && ContentLineHead.MayBegin(line)) return false;
            DropSoftBreak();
            return Take(line);
        }

        if (CardLine.IsIndented(line)) return Take(_transfer == Transfer.Base64 ? line.TrimStart(" \t"u8) : keepsFoldingSpace && _colon >= 0 ? line : line[1..]);
        if (_transfer == Transfer.Base64) return CardLine.IsBase64(line) && Take(line);
        if (!CardLine.EndsWithOddBackslashes(Bytes) || _colon < 0 || ContentLineHead.MayBegin(line)) return false;
        buffer.Append((byte)'n');
        return Take(line);
    }

    private bool Take(ReadOnlySpan<byte> line)
    {
        _blankSince = false;
        buffer.Append(line);
        return true;
    }

    // The head may itself be folded, and a colon in quotes does not end it.
    private void FindTransfer()
    {
        if (_colon >= 0) return;
        var bytes = buffer.Span;
        for (; _searched < bytes.Length && _colon < 0; _searched++)
        {
            var next = bytes[_searched..].IndexOfAny((byte)':', (byte)'"');
            _searched = next < 0 ? bytes.Length - 1 : _searched + next;
            if (next < 0) continue;
            if (bytes[_searched] == '"') _quoted = !_quoted;
            else if (!_quoted) _colon = _searched - _start;
        }

        if (_colon >= 0) _transfer = CardLine.TransferOf(Bytes[.._colon], Bytes[(_colon + 1)..]);
    }

    private bool HasSoftBreak() => Bytes.TrimEnd(" \t"u8) is [.., (byte)'='];

    private void DropSoftBreak() => buffer.Truncate(_start + Bytes.TrimEnd(" \t"u8).Length - 1);

    // A soft break at the very end of a value, where nothing follows, carries nothing either.
    private void DropDanglingBreak()
    {
        if (HasSoftBreak()) buffer.Truncate(_start + Bytes.TrimEnd("= \t"u8).Length);
    }
}
