namespace Mainstay.Formats;

/// <summary>One row of a table.</summary>
/// <param name="Line">The physical line, from 1, on which it begins.</param>
/// <param name="Fields">Its fields in order, quotes undone. A blank line is one empty field.</param>
public sealed record CsvRow(long Line, IReadOnlyList<string> Fields)
{
    /// <summary>The field in that column, from 0; empty when the row is shorter or the column is negative.</summary>
    public string this[int column] => column >= 0 && column < Fields.Count ? Fields[column] : "";

    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// The names of the columns, by the row that the caller found to be the header. Names are compared trimmed and without
/// case; a name may occur more than once.
/// </summary>
public sealed class CsvHeader
{
    private readonly Dictionary<string, List<int>> _columns = new(StringComparer.OrdinalIgnoreCase);

    public CsvHeader(CsvRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Row = row;
        for (var i = 0; i < row.Fields.Count; i++)
        {
            var name = row.Fields[i].Trim();
            if (!_columns.TryGetValue(name, out var columns)) _columns.Add(name, columns = []);
            columns.Add(i);
        }
    }

    public CsvRow Row { get; }

    public int Width => Row.Fields.Count;

    /// <summary>The first column of that name, from 0; -1 without one.</summary>
    public int Column(string name) => _columns.TryGetValue(name, out var columns) ? columns[0] : -1;

    /// <summary>All columns of that name.</summary>
    public IReadOnlyList<int> Columns(string name) => _columns.TryGetValue(name, out var columns) ? columns : [];

    public bool Has(string name) => _columns.ContainsKey(name);
}
