using Spectre.Console;
using Spectre.Console.Rendering;

namespace Mainstay.Cli;

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands over it.</param>
/// <param name="Cells">From top to bottom.</param>
/// <param name="Weight">Of columns for which there is no room those with the least weight are left out.</param>
public sealed record FittedColumn(string Heading, IReadOnlyList<string> Cells, int Weight)
{
    /// <summary>A column narrower than this is hard to read; and a word longer than the other is broken rather than everything beside it left out.</summary>
    private const int Narrow = 12, LongWord = 24;

    /// <summary>On one line each.</summary>
    internal int Full { get; } = Cells.Append(Heading).Max(c => Width(c));

    /// <summary>On several lines, without a word being broken.</summary>
    internal int Least => Math.Min(Full, Math.Clamp(Cells.Append(Heading).SelectMany(c => c.Split(' ')).Max(w => Width(w)), Narrow, LongWord));

    internal bool IsEmpty => Cells.All(c => c.Length == 0);

    /// <summary>How many places it takes: some letters take two.</summary>
    private static int Width(string text) => new Segment(text).CellCount();
}

/// <summary>Tables that fit into a terminal: lines end between words, columns in which nothing stands are left out, and so are the least important ones where there is no room.</summary>
public static class FittedTable
{
    /// <param name="width">How many letters stand beside each other.</param>
    /// <param name="columns">From left to right; the first one always stays.</param>
    public static Table Fit(int width, IReadOnlyList<FittedColumn> columns)
    {
        var shown = columns.Where((c, at) => at == 0 || !c.IsEmpty).ToList();
        while (shown.Count > 1 && Needed(shown) > width) shown.Remove(shown.Skip(1).MinBy(c => c.Weight)!);
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        var room = width - Needed(shown);
        foreach (var column in shown)
        {
            var more = Math.Clamp(column.Full - column.Least, 0, Math.Max(0, room));
            room -= more;
            table.AddColumn(new TableColumn(new Text(column.Heading, new Style(decoration: Decoration.Bold))) { Width = Math.Max(1, Math.Min(column.Least + more, width - 1)), Padding = new Padding(0, 0, 1, 0) });
        }
        for (var row = 0; row < columns[0].Cells.Count; row++) table.AddRow(shown.Select(c => new Text(c.Cells[row])));
        return table;
    }

    /// <summary>What they need at the least, each with the space behind it.</summary>
    private static int Needed(IReadOnlyList<FittedColumn> columns) => columns.Sum(c => c.Least + 1);
}
