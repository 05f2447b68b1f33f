using Mainstay.Words;

namespace Mainstay.People;

/// <summary>A column of a list in a form.</summary>
/// <param name="Name">As the form calls it.</param>
/// <param name="Label">What stands over it.</param>
public sealed record EditColumn(string Name, Reason Label)
{
    public string Type { get; init; } = "text";

    public bool Wide { get; init; }

    /// <summary>What people often write here.</summary>
    public IReadOnlyList<Reason> Suggestions { get; init; } = [];
}

/// <summary>How a field looks in a form.</summary>
public sealed record EditShape(string Name, Reason Label)
{
    public Reason? Hint { get; init; }

    public int Lines { get; init; } = 1;

    public string Type { get; init; } = "text";

    /// <summary>A list has columns; a single field has none.</summary>
    public IReadOnlyList<EditColumn> Columns { get; init; } = [];

    /// <summary>A row may name somebody of one's own people, whose id stands in a hidden column.</summary>
    public bool Links { get; init; }

    /// <summary>How many rows a list takes.</summary>
    public int Most { get; init; } = PersonCheck.MostDetails;

    /// <summary>One of the world's time zones.</summary>
    public bool Zones { get; init; }
}

/// <summary>One thing of a record that is read from a form, compared, and taken from one record into another.</summary>
/// <typeparam name="TRecord">The record it belongs to.</typeparam>
public abstract class EditField<TRecord>(EditShape shape)
{
    public EditShape Shape => shape;

    public string Name => shape.Name;

    /// <summary>Fields of one group are one thing said in parts, like a name: two who change different ones of them still contradict each other.</summary>
    public string? Group { get; init; }

    /// <summary>What is compared.</summary>
    public abstract object? Value(TRecord record);

    /// <summary>What is shown where two versions stand side by side.</summary>
    public abstract IReadOnlyList<string> Lines(TRecord record);

    public abstract TRecord Take(TRecord to, TRecord from);

    public abstract void Fill(Sheet sheet, TRecord record);

    public abstract TRecord Read(TRecord onto, Sheet sheet, Problems problems);
}

/// <summary>A single field of text.</summary>
public sealed class EditText<TRecord>(EditShape shape, Func<TRecord, string?> get, Func<TRecord, string?, TRecord> set) : EditField<TRecord>(shape)
{
    public override object? Value(TRecord record) => get(record);

    public override IReadOnlyList<string> Lines(TRecord record) => get(record)?.Split('\n') ?? [];

    public override TRecord Take(TRecord to, TRecord from) => set(to, get(from));

    public override void Fill(Sheet sheet, TRecord record) => sheet[Name] = get(record) ?? "";

    public override TRecord Read(TRecord onto, Sheet sheet, Problems problems)
    {
        var text = sheet.Text(Name)?.ReplaceLineEndings("\n");
        problems.When(Shape.Lines == 1 && text?.Length > PersonCheck.LongestValue, Name, "People.TooLong", PersonCheck.LongestValue);
        return set(onto, text);
    }
}

/// <summary>How the rows of a list become values, and values rows.</summary>
/// <param name="Cells">The cells of a value, in the order of the columns; a linked list adds the id.</param>
/// <param name="Read">The value of a row; null when nothing is filled in. What is wrong is added under the cell's own name.</param>
/// <param name="Say">The value in words.</param>
public sealed record EditRows<T>(Func<T, IReadOnlyList<string?>> Cells, Func<EditRow, T?> Read, Func<T, string> Say) where T : class
{
    /// <summary>What makes two rows one, of which the first stays; every row is another where none is given.</summary>
    public Func<T, object>? Same { get; init; }
}

/// <summary>A row of a list as it is filled in.</summary>
public sealed class EditRow(Sheet sheet, string list, int row, Problems problems)
{
    public string? this[string column] => sheet.Text(Sheet.Cell(list, row, column));

    public void Wrong(string column, string key, params object?[] inputs) => problems.Add(Sheet.Cell(list, row, column), key, inputs);
}

/// <summary>A list of which each value is a row.</summary>
public sealed class EditList<TRecord, T>(EditShape shape, Func<TRecord, IReadOnlyList<T>> get, Func<TRecord, IReadOnlyList<T>, TRecord> set, EditRows<T> rows) : EditField<TRecord>(shape) where T : class
{
    public const string Link = "other";

    public override object? Value(TRecord record) => get(record);

    public override IReadOnlyList<string> Lines(TRecord record) => [.. get(record).Select(rows.Say)];

    public override TRecord Take(TRecord to, TRecord from) => set(to, get(from));

    public override void Fill(Sheet sheet, TRecord record)
    {
        sheet.Clear(Name);
        string[] names = [.. Shape.Columns.Select(c => c.Name), .. Shape.Links ? [Link] : Array.Empty<string>()];
        var all = get(record);
        for (var row = 0; row < all.Count; row++)
            foreach (var (name, cell) in names.Zip(rows.Cells(all[row]))) sheet[Sheet.Cell(Name, row, name)] = cell ?? "";
    }

    public override TRecord Read(TRecord onto, Sheet sheet, Problems problems)
    {
        var values = sheet.Rows(Name).Select(row => rows.Read(new(sheet, Name, row, problems))).OfType<T>().ToList();
        if (rows.Same is { } same) values = [.. values.DistinctBy(same)];
        problems.When(values.Count > PersonCheck.MostDetails, Name, "People.TooMany", PersonCheck.MostDetails);
        foreach (var row in sheet.Rows(Name))
            foreach (var column in Shape.Columns.Where(c => sheet[Sheet.Cell(Name, row, c.Name)].Length > PersonCheck.LongestValue))
                problems.Add(Sheet.Cell(Name, row, column.Name), "People.TooLong", PersonCheck.LongestValue);
        return set(onto, values);
    }
}
