namespace Mainstay.Formats;

/// <summary>
/// Puts physical lines together to events and zones. Pushed line by line; whatever is complete waits in
/// <see cref="Ready"/>. Components that are neither are passed over without being kept.
/// </summary>
internal sealed class CalendarScanner : IContentScanner<CalendarResult>
{
    private const int MaxDepth = 8;

    private readonly CalendarLimits _limits;
    private readonly ByteBuffer _buffer = new();
    private readonly LogicalLine _line;
    private readonly CalendarDecoder _decoder = new();
    private readonly Stack<string> _skipped = new();
    private CalendarFrame? _frame;
    private bool _inCalendar;
    private bool _cancels;
    private int _calendar = -1;
    private int _lines;
    private int _events;
    private int _zones;
    private int _problems;
    private int _length;
    private byte[] _indent = [];
    private long _strayLine;
    private long _strayCount;

    public CalendarScanner(CalendarLimits limits)
    {
        _limits = limits;
        _line = new(_buffer);
    }

    public Queue<CalendarResult> Ready { get; } = new();

    public CalendarResult Refused(FormatProblem problem) => CalendarResult.Refused(problem);

    /// <summary>There are more events than the limit allows; nothing more is read.</summary>
    public bool IsFull { get; private set; }

    public void Push(ReadOnlySpan<byte> line, long number, bool cut)
    {
        if (IsFull) return;
        if (line.Contains((byte)0))
        {
            line = line.ToArray().Where(value => value != 0).ToArray();
            if (_frame is { NulLine: 0 }) _frame.NulLine = number;
        }

        _length = line.Length;
        if (_indent.Length > 0 && line.StartsWith(_indent)) line = line[_indent.Length..];
        var trimmed = _line.IsOpen ? line : line.TrimStart(" \t"u8);
        if (CalendarMark.Name(trimmed, "BEGIN"u8) is { } begun) Begin(begun, number, line[..(line.Length - trimmed.Length)]);
        else if (CalendarMark.Name(trimmed, "END"u8) is { } ended) End(ended, number);
        else if (_skipped.Count == 0) Take(line, trimmed, number, cut);
    }

    public void Finish(long lastLine)
    {
        CloseLine();
        if (_frame is not null) CloseFrames(null);
        ReportStray();
        if (_calendar < 0) Enqueue(CalendarResult.Refused(FormatProblem.Refusal(lastLine, FormatFault.NoCalendar)) with { IsNoCalendar = true });
        else if (_inCalendar && !IsFull) Enqueue(CalendarResult.Refused(FormatProblem.Damage(lastLine, FormatFault.CalendarWithoutEnd)) with { IsCutOff = true });
    }

    private void Begin(string name, long number, ReadOnlySpan<byte> indent)
    {
        CloseLine();
        if (name is "VCALENDAR" or "VEVENT" or "VTIMEZONE")
        {
            _skipped.Clear();
            if (_frame is not null) CloseFrames(null);
            if (name == "VCALENDAR") OpenCalendar(number, indent);
            else Open(name, number);
        }
        else if (_skipped.Count > 0 || _frame is null || !IsWanted(name)) Skip(name);
        else _frame = Nested(name, number);
    }

    private bool IsWanted(string name) => _frame!.Parent is null
        && (_frame.Name == "VEVENT" ? name == "VALARM" : name is "STANDARD" or "DAYLIGHT") && _frame.Children.Count < _limits.PartLines;

    private CalendarFrame Nested(string name, long number)
    {
        var child = new CalendarFrame(name, number, _frame);
        _frame!.Children.Add(child);
        return child;
    }

    private void Skip(string name)
    {
        if (_skipped.Count < MaxDepth) _skipped.Push(name);
    }

    private void OpenCalendar(long number, ReadOnlySpan<byte> indent)
    {
        ReportStray();
        if (_inCalendar) Enqueue(CalendarResult.Refused(FormatProblem.Damage(number, FormatFault.CalendarInCalendar)));
        _inCalendar = true;
        _cancels = false;
        _calendar++;
        _indent = indent.ToArray();
    }

    private void Open(string name, long number)
    {
        if (!_inCalendar && _calendar < 0) _calendar = 0;
        if (name == "VEVENT" && ++_events > _limits.Events)
        {
            IsFull = true;
            // However many problems there are: the rest of the file is not read.
            Ready.Enqueue(CalendarResult.Refused(FormatProblem.Refusal(number, FormatFault.TooManyEvents, _limits.Events) with { IsEnd = true }));
            return;
        }

        if (name == "VTIMEZONE" && ++_zones > _limits.Zones)
        {
            if (_zones == _limits.Zones + 1) Enqueue(CalendarResult.Refused(FormatProblem.Refusal(number, FormatFault.TooManyZones, _limits.Zones)));
            Skip(name);
            return;
        }

        _lines = 0;
        _frame = new(name, number, null) { Calendar = Math.Max(_calendar, 0) };
    }

    private void End(string name, long number)
    {
        CloseLine();
        if (_skipped.Contains(name))
        {
            while (_skipped.Pop() != name) { }
            return;
        }

        if (name == "VCALENDAR")
        {
            _skipped.Clear();
            if (_frame is not null) CloseFrames(null);
            _inCalendar = false;
            _cancels = false;
        }
        else if (_skipped.Count == 0 && _frame is not null && IsOpen(name)) CloseFrames(name);
        else if (_skipped.Count == 0) Enqueue(CalendarResult.Refused(FormatProblem.Damage(number, FormatFault.EndWithoutBegin)));
    }

    private bool IsOpen(string name)
    {
        for (var frame = _frame; frame is not null; frame = frame.Parent)
            if (frame.Name == name) return true;
        return false;
    }

    // Ends the frames up to the one of that name; without a name all of them, for want of their own END.
    private void CloseFrames(string? name)
    {
        while (_frame is { } frame)
        {
            frame.Ended = frame.Name == name;
            _frame = frame.Parent;
            if (_frame is null) Emit(frame);
            if (frame.Ended) return;
        }
    }

    private void Emit(CalendarFrame frame)
    {
        Enqueue(_decoder.Decode(_buffer.Span, frame, _cancels));
        _buffer.Clear();
    }

    private void Take(ReadOnlySpan<byte> line, ReadOnlySpan<byte> trimmed, long number, bool cut)
    {
        if (CardLine.IsBlank(line) && !CardLine.IsIndented(line)) _line.SeeBlank();
        else if (_frame is null && !_inCalendar) Stray(number);
        else if (cut || _buffer.Length + line.Length > _limits.PartBytes) Overflow(number, isTooLong: false);
        else if (_line.IsOpen && _line.Continue(line, false)) { }
        else if (++_lines > _limits.PartLines && _frame is not null) Overflow(number, isTooLong: true);
        else
        {
            CloseLine();
            if (!CardLine.IsBlank(trimmed)) Open(trimmed.TrimStart(" \t"u8), number);
        }
    }

    // What was cut off the physical line stood before it.
    private void Open(ReadOnlySpan<byte> line, long number) => _line.Open(line, number, _length - line.Length + 1);

    private void Overflow(long number, bool isTooLong)
    {
        CloseLine();
        var root = _frame;
        while (root?.Parent is not null) root = root.Parent;
        var fault = root?.Name switch
        {
            null => FormatFault.LineTooLarge,
            "VEVENT" => isTooLong ? FormatFault.EventTooLong : FormatFault.EventTooLarge,
            _ => isTooLong ? FormatFault.ZoneTooLong : FormatFault.ZoneTooLarge,
        };
        Enqueue(CalendarResult.Refused(FormatProblem.Refusal(root?.Line ?? number, fault, isTooLong ? _limits.PartLines : _limits.PartBytes)));
        if (root is not null) Skip(root.Name);
        _frame = null;
        _buffer.Clear();
    }

    // A line of the calendar itself is used at once; those of an event wait until it is complete.
    private void CloseLine()
    {
        if (!_line.IsOpen) return;
        var item = _line.Close();
        if (_frame is not null)
        {
            _frame.Items.Add(item);
            return;
        }

        var (result, cancels) = _decoder.Property(_buffer.Span, item, Math.Max(_calendar, 0));
        _cancels |= cancels;
        if (result is not null) Enqueue(result);
        _buffer.Clear();
    }

    private void Enqueue(CalendarResult result)
    {
        var left = _limits.Problems - _problems;
        _problems += result.Problems.Count;
        if (result.Problems.Count > left && left >= 0)
            result = result with { Problems = [.. result.Problems.Take(left), FormatProblem.Note(result.Line, FormatFault.MoreProblems)] };
        else if (left < 0) result = result with { Problems = [] };
        if (result.Problems.Count > 0 || result.Event is not null || result.Zone is not null || result.Name is not null || result.IsCutOff || result.IsNoCalendar) Ready.Enqueue(result);
    }

    private void Stray(long number)
    {
        if (_strayCount++ == 0) _strayLine = number;
    }

    private void ReportStray()
    {
        if (_strayCount > 0 && _calendar >= 0)
            Enqueue(CalendarResult.Refused(FormatProblem.Damage(_strayLine, FormatFault.LinesOutsideCalendars, _strayCount)));
        _strayCount = 0;
    }
}
