using Mainstay.Words;

namespace Mainstay.People;

/// <summary>The form of a part of a record, as it is shown.</summary>
/// <param name="Name">The part's name in addresses.</param>
/// <param name="Shapes">Its fields.</param>
/// <param name="Sheet">What stands in them.</param>
/// <param name="Was">The fingerprints of the record it begins with.</param>
public sealed record EditForm(string Name, IReadOnlyList<EditShape> Shapes, Sheet Sheet, string Was)
{
    public Problems Problems { get; init; } = [];

    /// <summary>Fields that somebody else changed too, to something else.</summary>
    public IReadOnlyList<EditClash> Clashes { get; init; } = [];

    /// <summary>Other fields that somebody else changed; those stay changed.</summary>
    public IReadOnlyList<Reason> Meanwhile { get; init; } = [];

    /// <summary>What is wrong and stands beside no field of the form.</summary>
    public IReadOnlyList<Reason> Loose => [.. Problems.Where(p => !Shapes.Any(s => p.Field == s.Name || p.Field.StartsWith(s.Name + ".", StringComparison.Ordinal))).Select(p => p.Sentence).Distinct()];

    /// <summary>Filled in with a record as it is, with room for one more in each list.</summary>
    public static EditForm Of<TRecord>(EditSection<TRecord> section, TRecord record) =>
        new EditForm(section.Name, Shape(section), section.Filled(record), section.Fingerprint(record)).WithRoom();

    /// <summary>As it was typed, to be looked at again.</summary>
    public static EditForm Again<TRecord>(EditSection<TRecord> section, Sheet sheet, string was, Problems problems) =>
        new EditForm(section.Name, Shape(section), sheet, was) { Problems = problems }.WithRoom();

    /// <summary>As it was typed, beside what somebody else made of the record. Sent again, it counts from there.</summary>
    public static EditForm Clashing<TRecord>(EditSection<TRecord> section, Sheet sheet, Reconciled<TRecord> outcome)
    {
        var rest = outcome.Meanwhile.ToList();
        foreach (var field in rest) field.Fill(sheet, outcome.Now); // else sending it again would undo it
        return new EditForm(section.Name, Shape(section), sheet, section.Fingerprint(outcome.Now))
        {
            Clashes = [.. outcome.Clashes.Select(f => new EditClash(f.Shape, f.Lines(outcome.Record), f.Lines(outcome.Now)))],
            Meanwhile = [.. rest.Select(f => f.Shape.Label)],
        }.WithRoom();
    }

    private EditForm WithRoom()
    {
        foreach (var list in Shapes.Where(s => s.Columns.Count > 0 && Sheet.Rows(s.Name).Count < s.Most))
            if (!Sheet.Rows(list.Name).Any(row => list.Columns.All(c => Sheet.Text(Sheet.Cell(list.Name, row, c.Name)) is null))) Sheet.AddRow(list.Name, list.Columns.Select(c => c.Name));
        return this;
    }

    private static IReadOnlyList<EditShape> Shape<TRecord>(EditSection<TRecord> section) => [.. section.Fields.Select(f => f.Shape)];
}

/// <summary>A field that two changed at once: what it would become, and what it has become.</summary>
public sealed record EditClash(EditShape Shape, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs);

/// <summary>What somebody sent of a form.</summary>
/// <param name="Sheet">What stands in its fields.</param>
/// <param name="Was">The fingerprints of what it began with.</param>
/// <param name="Theirs">Fields in which the other's version is to be taken.</param>
/// <param name="More">A list that needs one more row, before it is sent for good.</param>
public sealed record SentForm(Sheet Sheet, string Was, IReadOnlyList<string> Theirs, string? More)
{
    /// <summary>Reads the form. What cannot be read is among the problems.</summary>
    public Edit<TRecord> Read<TRecord>(EditSection<TRecord> section, TRecord now, TRecord nothing, Problems problems)
    {
        foreach (var field in section.Fields.Where(f => Theirs.Contains(f.Name))) field.Fill(Sheet, now);
        return new(section, section.Read(nothing, Sheet, problems), Reconciling.Fingerprints(Was));
    }
}
