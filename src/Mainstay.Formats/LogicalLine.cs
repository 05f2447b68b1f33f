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
    private long _number;
    private bool _blankSince;
    private Transfer _transfer;

    public bool IsOpen => _start >= 0;

    private ReadOnlySpan<byte> Bytes => buffer.Span[_start..];

    public void Open(ReadOnlySpan<byte> line, long number)
    {
        _start = _searched = buffer.Length;
        _colon = -1;
        _number = number;
        _blankSince = false;
        _transfer = Transfer.Plain;
        buffer.Append(line);
    }

    public CardItem Close()
    {
        FindTransfer();
        if (_transfer == Transfer.QuotedPrintable) DropDanglingBreak();
        var item = new CardItem(_start, buffer.Length - _start, _number, null);
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
            if (_blankSince && ContentLineHead.Begins(line)) return false;
            DropSoftBreak();
            return Take(line);
        }

        if (CardLine.IsIndented(line)) return Take(_transfer == Transfer.Base64 ? line.TrimStart(" \t"u8) : keepsFoldingSpace && _colon >= 0 ? line : line[1..]);
        if (_transfer == Transfer.Base64) return CardLine.IsBase64(line) && Take(line);
        if (!CardLine.EndsWithOddBackslashes(Bytes) || _colon < 0 || ContentLineHead.Begins(line)) return false;
        buffer.Append((byte)'n');
        return Take(line);
    }

    private bool Take(ReadOnlySpan<byte> line)
    {
        _blankSince = false;
        buffer.Append(line);
        return true;
    }

    private void FindTransfer()
    {
        if (_colon >= 0) return;
        var next = buffer.Span[_searched..].IndexOf((byte)':');
        _searched = buffer.Length;
        if (next < 0) return;
        _colon = ContentLineHead.End(Bytes);
        _transfer = CardLine.TransferOf(Bytes[.._colon], Bytes[(_colon + 1)..]);
    }

    private bool HasSoftBreak() => Bytes.TrimEnd(" \t"u8) is [.., (byte)'='];

    private void DropSoftBreak() => buffer.Truncate(_start + Bytes.TrimEnd(" \t"u8).Length - 1);

    // A soft break at the very end of a value, where nothing follows, carries nothing either.
    private void DropDanglingBreak()
    {
        if (HasSoftBreak()) buffer.Truncate(_start + Bytes.TrimEnd("= \t"u8).Length);
    }
}
