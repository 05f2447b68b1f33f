namespace Mainstay.Formats;

/// <summary>
/// Puts physical lines together to cards. Pushed line by line; whatever is complete waits in <see cref="Ready"/>.
/// A BEGIN inside a card is a nested card when its END comes, and else shows that the outer card lacks its END.
/// </summary>
internal sealed class VCardScanner : IContentScanner<VCardResult>
{
    // After so many cards inside a card that no AGENT announced, the outer one surely lacks its END.
    private const int MaxUncued = 16;

    private readonly VCardLimits _limits;
    private readonly ByteBuffer _buffer = new();
    private readonly LogicalLine _line;
    private readonly CardDecoder _decoder = new();
    private CardFrame? _frame;
    private int _lines;
    private int _skippedDepth = -1;
    private bool _agentBefore;
    private int _length;
    private long _strayLine;
    private long _strayCount;
    private bool _sawCard;

    public VCardScanner(VCardLimits limits)
    {
        _limits = limits;
        _line = new(_buffer);
    }

    public Queue<VCardResult> Ready { get; } = new();

    public VCardResult Refused(FormatProblem problem) => VCardResult.Refused(problem);

    public void Push(ReadOnlySpan<byte> line, long number, bool cut)
    {
        if (line.Contains((byte)0))
        {
            line = line.ToArray().Where(value => value != 0).ToArray();
            if (_frame is { NulLine: 0 }) _frame.NulLine = number;
        }

        _length = line.Length;
        if (_frame is { Indent: { Length: > 0 } indent } && line.StartsWith(indent)) line = line[indent.Length..];
        if (_skippedDepth >= 0) Skip(line, number);
        else if (_frame is null) Outside(line, number, cut);
        else Inside(line, number, cut);
    }

    public void Finish(long lastLine)
    {
        if (_frame is not null) Unravel();
        ReportStray();
        if (!_sawCard) Ready.Enqueue(VCardResult.Refused(FormatProblem.Refusal(lastLine, FormatFault.NoCard)));
    }

    private void Outside(ReadOnlySpan<byte> line, long number, bool cut)
    {
        var trimmed = line.TrimStart(" \t"u8);
        if (CardLine.IsBegin(trimmed) || CardLine.IsInlineAgent(trimmed)) Open(number, cued: false, line[..(line.Length - trimmed.Length)]);
        else if (ContentLineHead.Begins(line) && !cut && !CardLine.IsEnd(trimmed)) OpenHeadless(line, number);
        else if (!CardLine.IsBlank(line)) Stray(number, 1);
    }

    private void Inside(ReadOnlySpan<byte> line, long number, bool cut)
    {
        if (!_line.IsOpen) line = line.TrimStart(" \t"u8);
        if (CardLine.IsBegin(line)) Nest(number, cued: false);
        else if (CardLine.IsEnd(line)) End();
        else if (CardLine.IsBlank(line) && !CardLine.IsIndented(line)) _line.SeeBlank();
        else if (cut || _buffer.Length + line.Length > _limits.CardBytes) Overflow(line, number);
        else if (_line.IsOpen && _line.Continue(line, _frame!.IsOld)) _agentBefore = false;
        else if (++_lines > _limits.CardLines) Overflow(line, number);
        else Add(line, number);
    }

    private void Add(ReadOnlySpan<byte> line, long number)
    {
        CloseLine();
        if (CardLine.IsInlineAgent(line))
        {
            var colon = ContentLineHead.End(line);
            _line.Open(line[..(colon + 1)], number, ColumnOf(line));
            Nest(number, cued: true);
            return;
        }

        _line.Open(line, number, ColumnOf(line));
        _agentBefore = CardLine.IsOpenAgent(line);
        if (CardLine.IsOldVersion(line)) _frame!.IsOld = true;
    }

    private void Open(long number, bool cued, ReadOnlySpan<byte> indent)
    {
        ReportStray();
        _sawCard = true;
        _frame = new(number, null, cued) { Indent = indent.ToArray() };
        _lines = 0;
    }

    private void OpenHeadless(ReadOnlySpan<byte> line, long number)
    {
        _frame = new(number, null, false) { Headless = true };
        _lines = 1;
        _line.Open(line, number, ColumnOf(line));
        if (CardLine.IsOldVersion(line)) _frame.IsOld = true;
    }

    private void Nest(long number, bool cued)
    {
        cued |= _agentBefore;
        CloseLine();
        if (_frame!.Headless || (!cued && (_frame.Uncued >= MaxUncued || _frame.Depth >= _limits.Nesting)))
        {
            if (_frame.Depth >= _limits.Nesting)
                Ready.Enqueue(VCardResult.Refused(FormatProblem.Damage(number, FormatFault.NestingTakenApart, _limits.Nesting)));
            Unravel();
            Open(number, false, []);
            return;
        }

        if (_frame.Depth >= _limits.Nesting)
        {
            Refuse(_frame.Depth + 1, FormatFault.CardTooDeep, _limits.Nesting);
            return;
        }

        if (!cued) _frame.Uncued++;
        var child = new CardFrame(number, _frame, cued);
        _frame.Items.Add(new(0, 0, number, child));
        _frame = child;
    }

    private void End()
    {
        CloseLine();
        _frame!.Ended = true;
        if (_frame.Parent is null) Emit(_frame, []);
        else _frame = _frame.Parent;
    }

    private void Overflow(ReadOnlySpan<byte> line, long number)
    {
        CloseLine();
        var root = Root();
        if (root.Headless || root.Uncued > 0)
        {
            Unravel();
            Outside(line, number, false);
            return;
        }

        if (_lines > _limits.CardLines) Refuse(_frame!.Depth, FormatFault.CardTooLong, _limits.CardLines);
        else Refuse(_frame!.Depth, FormatFault.CardTooLarge, _limits.CardBytes);
    }

    private void Refuse(int depth, FormatFault fault, int limit)
    {
        Ready.Enqueue(VCardResult.Refused(FormatProblem.Refusal(Root().Line, fault, limit)));
        _skippedDepth = depth;
        Reset();
    }

    private void Skip(ReadOnlySpan<byte> line, long number)
    {
        if (CardLine.IsEnd(line)) _skippedDepth--;
        else if (_agentBefore && CardLine.IsBegin(line) || CardLine.IsInlineAgent(line)) _skippedDepth++;
        else if (CardLine.IsBegin(line))
        {
            _skippedDepth = -1;
            Open(number, false, []);
        }

        if (!CardLine.IsBlank(line)) _agentBefore = CardLine.IsOpenAgent(line);
    }

    // The frames still open never got their END. What was nested in them without an AGENT becomes a card of its own.
    private void Unravel()
    {
        CloseLine();
        var root = Root();
        if (root.Headless)
        {
            Stray(root.Line, root.Items.Count);
            Reset();
            return;
        }

        Emit(root, Lift(root));
    }

    private static List<CardFrame> Lift(CardFrame frame)
    {
        var lifted = new List<CardFrame>();
        foreach (var child in frame.Items.Where(item => item.Child is not null).Select(item => item.Child!).ToList())
        {
            if (!child.Cued) lifted.Add(child);
            if (!child.Ended) lifted.AddRange(Lift(child));
        }

        frame.Items.RemoveAll(item => item.Child is { Cued: false });
        return lifted;
    }

    private void Emit(CardFrame frame, List<CardFrame> more)
    {
        if (frame.Headless) _sawCard = true;
        Ready.Enqueue(_decoder.Decode(_buffer.Span, frame));
        foreach (var other in more) Ready.Enqueue(_decoder.Decode(_buffer.Span, other));
        Reset();
    }

    private void Reset()
    {
        _frame = null;
        _agentBefore = false;
        _buffer.Clear();
    }

    private void CloseLine()
    {
        if (_line.IsOpen) _frame!.Items.Add(_line.Close());
        _agentBefore = false;
    }

    // What was cut off the physical line stood before it.
    private int ColumnOf(ReadOnlySpan<byte> line) => _length - line.Length + 1;

    private CardFrame Root()
    {
        var root = _frame!;
        while (root.Parent is not null) root = root.Parent;
        return root;
    }

    private void Stray(long number, int count)
    {
        if (_strayCount == 0) _strayLine = number;
        _strayCount += count;
    }

    private void ReportStray()
    {
        if (_strayCount > 0 && _sawCard)
            Ready.Enqueue(VCardResult.Refused(FormatProblem.Damage(_strayLine, FormatFault.LinesOutsideCards, _strayCount)));
        _strayCount = 0;
    }
}
