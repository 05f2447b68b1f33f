using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Reads a table of text (RFC 4180, and what programs make of it) row by row in constant memory. It finds encoding and
/// delimiter itself; which row is the header is for the caller to find, by <see cref="Head"/>. What is wrong is in
/// <see cref="Problems"/>, never an exception; exceptions of the stream pass through.
/// </summary>
/// <example><code>
/// using var table = CsvTable.Open(stream);
/// var header = new CsvHeader(table.Head(20).First(row => row.Fields.Contains("First Name")));
/// foreach (var row in table.Rows(header)) Use(row[header.Column("First Name")]);
/// </code></example>
public sealed class CsvTable : IDisposable
{
    private readonly CsvSource _source;
    private readonly CsvRows _rows;
    private readonly List<CsvRow> _head = [];

    private CsvTable(CsvSource source, CsvLimits limits)
    {
        _source = source;
        _rows = new(source, limits);
    }

    public Encoding Encoding => _source.Encoding;

    public char Delimiter => _source.Delimiter;

    /// <summary>What was wrong so far, in the order of the rows; complete when all rows were read.</summary>
    public IReadOnlyList<FormatProblem> Problems => _rows.Problems;

    /// <summary>How many damages and refusals there were so far beyond <see cref="CsvLimits.Problems"/>: they are in no list.</summary>
    public int Unlisted => _rows.Unlisted;

    /// <summary>How many of those are refusals: rows that were left out.</summary>
    public int UnlistedRefusals => _rows.UnlistedRefusals;

    /// <summary>Why the file, or the rest of it, was not read; null when it was.</summary>
    public FormatProblem? Refusal => _rows.Refusal;

    /// <param name="stream">Read from where it stands, forward only. It stays open.</param>
    /// <param name="limits">Null for the default ones.</param>
    public static CsvTable Open(Stream stream, CsvLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= CsvLimits.Default;
        return new(CsvSource.Open(stream, limits.FileBytes), limits);
    }

    /// <summary>The first rows, at most that many, without using them up: preamble, header and blank lines among them.</summary>
    public IReadOnlyList<CsvRow> Head(int count)
    {
        while (_head.Count < count && _rows.Next() is { } row) _head.Add(row);
        return _head.Count <= count ? _head : _head[..count];
    }

    /// <summary>All rows, from the first, each once.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        foreach (var row in _head) yield return row;
        while (_rows.Next() is { } row) yield return row;
    }

    /// <summary>The rows behind the header, blank lines left out; those wider or narrower than it are reported and still given.</summary>
    public IEnumerable<CsvRow> Rows(CsvHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        foreach (var row in Rows())
        {
            if (row.Line <= header.Row.Line || (row.Fields.Count == 1 && row.IsBlank)) continue;
            if (row.Fields.Count < header.Width)
                _rows.Report(FormatProblem.Note(row.Line, FormatFault.RowTooNarrow, row.Fields.Count, header.Width));
            else if (row.Fields.Skip(header.Width).Any(field => field.Length > 0))
                _rows.Report(FormatProblem.Damage(row.Line, FormatFault.RowTooWide, row.Fields.Count, header.Width));
            yield return row;
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _source.Text.Dispose();
    }
}
