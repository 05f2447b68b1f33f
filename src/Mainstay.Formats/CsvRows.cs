using System.Text;
using CsvHelper;

namespace Mainstay.Formats;

/// <summary>The rows of a table one after the other, with their true line numbers, within the limits.</summary>
internal sealed class CsvRows : IDisposable
{
    // Every recovery reads the rest of the file again, so their number bounds the time.
    private const int MaxRecoveries = 100;

    private readonly CsvLimits _limits;
    private readonly CsvSource _source;
    private readonly char _delimiter;
    private readonly List<FormatProblem> _problems = [];
    private CsvReader _reader;
    private long _skipped;
    private long _line;
    private int _recoveries;
    private int _costly;
    private int _notes;
    private long _unlistedLine;
    private bool _broken;
    private (CsvRow Row, string? Raw)? _ahead;

    public CsvRows(CsvSource source, CsvLimits limits)
    {
        _limits = limits;
        _source = source;
        _delimiter = source.Delimiter;
        _skipped = source.SkippedLines;
        _reader = Open(source.Text);
        if (source.Refusal is { } refusal) Refuse(1, refusal);
    }

    public IReadOnlyList<FormatProblem> Problems => _problems;

    public int Unlisted => Math.Max(0, _costly - _limits.Problems);

    public int UnlistedRefusals { get; private set; }

    public FormatProblem? Refusal { get; private set; }

    public CsvRow? Next()
    {
        _ahead ??= Read();
        if (_ahead is not { } current) return End();
        if (current.Raw is null && !_source.IsCut)
        {
            _ahead = null;
            return current.Row;
        }

        _ahead = Read();
        if (_ahead is null && Refusal is null && _source.IsCut)
        {
            TakeBack(current.Row.Line); // the limit lies in this row, and half of it would be another one
            return End();
        }

        if (_ahead is not null || current.Raw is not { } raw || Refusal is not null || _recoveries >= MaxRecoveries || raw.AsSpan().Count('"') % 2 == 0) return current.Row;
        return Recover(current.Row.Line, raw);
    }

    // Notes are counted apart, so that they keep nothing out that cost something.
    public void Report(FormatProblem problem)
    {
        ref var told = ref (problem.Kind == ProblemKind.Note ? ref _notes : ref _costly);
        if (told < _limits.Problems) _problems.Add(problem);
        else Drop(problem, isFirst: told == _limits.Problems);
        told++;
    }

    public void Dispose() => _reader.Dispose();

    private void Drop(FormatProblem problem, bool isFirst)
    {
        if (isFirst) _problems.Add(FormatProblem.Note(problem.Line, FormatFault.MoreProblems));
        if (problem.Kind == ProblemKind.Note) return;
        _unlistedLine = problem.Line;
        if (problem.Kind == ProblemKind.Refusal) UnlistedRefusals++;
    }

    private CsvRow? End()
    {
        if (Refusal is null && _source.IsCut) Refuse(_line, FormatFault.FileTooLarge, _limits.FileBytes);
        return null;
    }

    private (CsvRow Row, string? Raw)? Read()
    {
        while (Refusal is null && Advance())
        {
            var line = _line = _skipped + _reader.LineNumber;
            if (_reader.FieldCount > _limits.Columns)
                Refuse(line, FormatFault.TooManyColumns, _reader.FieldCount, _limits.Columns);
            else if (Fields(line) is { } fields)
                return (new(line, fields), RawIfLong());
        }

        return null;
    }

    private bool Advance()
    {
        _broken = false;
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException)
        {
            Refuse(_skipped + _reader.LineNumber, FormatFault.RowTooLong, _limits.RowBytes);
            return false;
        }
    }

    private string[]? Fields(long line)
    {
        var fields = new string[_reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            if (_reader.GetRawSpan(i).Length > _limits.FieldBytes)
            {
                Report(FormatProblem.Refusal(line, FormatFault.FieldTooLong, i + 1, _limits.FieldBytes) with { Column = ColumnOf(i) });
                return null;
            }

            var field = _reader.GetString(i);
            fields[i] = field.Contains('\0', StringComparison.Ordinal) ? field.Replace("\0", "", StringComparison.Ordinal) : field;
        }

        if (_broken) Report(FormatProblem.Damage(line, FormatFault.MisplacedQuote) with { Column = ColumnOfQuote(Encoding.UTF8.GetString(_reader.RawRecord)) });
        return fields;
    }

    // Only a row over several lines can be one that a forgotten quote made.
    private string? RawIfLong() => _reader.RawRecord.ContainsAny((byte)'\n', (byte)'\r') ? Encoding.UTF8.GetString(_reader.RawRecord) : null;

    // The last row took in the rest of the file because its quote is never closed: it is its first line alone, and the
    // lines behind it are rows again.
    private CsvRow Recover(long line, string raw)
    {
        _recoveries++;
        TakeBack(line);
        Report(FormatProblem.Damage(line, FormatFault.UnclosedQuote) with { Column = ColumnOfQuote(raw) });
        var end = raw.AsSpan().IndexOfAny('\r', '\n');
        var behind = raw.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1;
        _reader.Dispose();
        _reader = Open(new StringReader(raw[behind..]));
        _skipped = line;
        return new(line, [.. raw[..end].Split(_delimiter).Select(field => field.Trim('"'))]);
    }

    // What was said of the row that was read last, when it turns out to be none.
    private void TakeBack(long line)
    {
        if (_problems.Count > 0 && _problems[^1].Line == line) _problems.RemoveAt(_problems.Count - 1);
        else if (_unlistedLine != line) return;
        _costly--;
    }

    private CsvReader Open(TextReader text) => CsvReader.Create(text, new CsvReaderOptions
    {
        Separator = _delimiter,
        HasHeader = false,
        SkipEmptyLines = false,
        TrackLineNumbers = true,
        MaxRecordSize = _limits.RowBytes,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = _ => _broken = true,
    }, leaveOpen: false);

    // However many problems there are: without it nobody would know that the rest was not read.
    private void Refuse(long line, FormatFault fault, params object[] inputs) => _problems.Add(Refusal = FormatProblem.Refusal(Math.Max(line, 1), fault, inputs) with { IsEnd = true });

    // Where a field begins, if all before it stand on the first line of the row.
    private int ColumnOf(int field)
    {
        var column = 1;
        for (var i = 0; i < field; i++)
        {
            var raw = _reader.GetRawSpan(i);
            if (raw.ContainsAny((byte)'\n', (byte)'\r')) return 1;
            column += Encoding.UTF8.GetCharCount(raw) + 1;
        }

        return column;
    }

    // Where the first quote stands that is wrong, if it stands on the first line of the row.
    private int ColumnOfQuote(ReadOnlySpan<char> raw)
    {
        var at = WrongQuote(raw);
        return at < 0 || raw[..at].ContainsAny('\n', '\r') ? 1 : at + 1;
    }

    // A quote opens a field only at its beginning, and closes it only at its end.
    private int WrongQuote(ReadOnlySpan<char> raw)
    {
        var (opened, begins) = (-1, true);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '"')
            {
                begins = opened < 0 && raw[i] == _delimiter;
                continue;
            }

            if (opened < 0 && !begins) return i;
            var next = i + 1 < raw.Length ? raw[i + 1] : _delimiter;
            if (opened < 0) opened = i;
            else if (next == '"') i++;
            else if (next == _delimiter || next is '\n' or '\r') opened = -1;
            else return i;
            begins = false;
        }

        return opened;
    }
}
