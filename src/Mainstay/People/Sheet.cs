using System.Globalization;

namespace Mainstay.People;

/// <summary>A form as it is filled in: single fields by name, and rows of lists by <c>list.row.column</c>.</summary>
public sealed class Sheet
{
    /// <summary>More rows than anybody fills in; what is beyond is not read.</summary>
    public const int MostRows = 2_000;

    private readonly Dictionary<string, string> cells;
    private readonly Dictionary<string, SortedSet<int>> rows = [];

    public Sheet(IEnumerable<KeyValuePair<string, string>> typed)
    {
        cells = typed.ToDictionary(t => t.Key, t => t.Value);
        foreach (var name in cells.Keys) Note(name);
    }

    public string this[string name]
    {
        get => cells.GetValueOrDefault(name) ?? "";
        set
        {
            cells[name] = value;
            Note(name);
        }
    }

    /// <summary>What stands in a field, without blanks around it; null when there is nothing.</summary>
    public string? Text(string name) => this[name].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The rows of a list, by their numbers.</summary>
    public IReadOnlyCollection<int> Rows(string list) => rows.GetValueOrDefault(list) ?? [];

    public static string Cell(string list, int row, string column) => string.Create(CultureInfo.InvariantCulture, $"{list}.{row}.{column}");

    /// <summary>One more row at the end of a list, to be filled in.</summary>
    public void AddRow(string list, IEnumerable<string> columns)
    {
        var row = rows.TryGetValue(list, out var known) && known.Count > 0 ? known.Max + 1 : 0;
        foreach (var column in columns) this[Cell(list, row, column)] = "";
    }

    public void RemoveRow(string list, int row)
    {
        var place = Cell(list, row, "");
        foreach (var name in cells.Keys.Where(n => n.StartsWith(place, StringComparison.Ordinal)).ToList()) cells.Remove(name);
        if (rows.TryGetValue(list, out var known)) known.Remove(row);
    }

    public void Clear(string list)
    {
        foreach (var row in Rows(list).ToList()) RemoveRow(list, row);
    }

    private void Note(string name)
    {
        var parts = name.Split('.');
        if (parts.Length != 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return;
        var known = rows.TryGetValue(parts[0], out var there) ? there : rows[parts[0]] = [];
        if (known.Count < MostRows) known.Add(row);
    }
}
