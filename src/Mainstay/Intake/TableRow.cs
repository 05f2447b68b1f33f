using Mainstay.Formats;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>A row of a table, asked by column names. What nobody asked for is left over, and kept as the owner's own fields.</summary>
public sealed class TableRow(CsvHeader header, CsvRow row)
{
    private static readonly string[] Between = [":::", ",", ";", "|", "\n"];

    private readonly bool[] asked = new bool[header.Width];

    public long Line => row.Line;

    public bool IsBlank => row.IsBlank;

    /// <summary>It is the first row, which tells what the columns are, where there is such a one.</summary>
    public bool IsHeader { get; init; }

    /// <summary>The filled field of a column, from 0.</summary>
    public string? At(int column)
    {
        if (column < asked.Length) asked[column] = true;
        return Cell(column) is { Length: > 0 } text ? text : null;
    }

    /// <summary>The filled field under the first of these names that there is.</summary>
    public string? this[params ReadOnlySpan<string> names]
    {
        get
        {
            string? found = null;
            foreach (var name in names)
                foreach (var column in header.Columns(name))
                {
                    asked[column] = true;
                    if (found is null && Cell(column) is { Length: > 0 } text) found = text;
                }
            return found;
        }
    }

    /// <summary>Marks columns as seen that say nothing of a person.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var column in header.Columns(name)) asked[column] = true;
    }

    /// <summary>What is written in columns that nobody asked for, by their names.</summary>
    public List<Labelled> LeftOver() =>
        [.. Enumerable.Range(0, header.Width).Where(c => !asked[c] && Cell(c).Length > 0 && header.Row[c].Trim().Length > 0).Select(c => new Labelled(Cell(c), header.Row[c].Trim()))];

    /// <summary>What the column is called in which this stands, alone or as one of several; null where it stands in none that was asked for.</summary>
    public string? Heading(string text)
    {
        for (var column = 0; column < header.Width; column++)
            if (asked[column] && header.Row[column].Trim() is { Length: > 0 } name && Says(Cell(column), text.Trim())) return name;
        return null;
    }

    private static bool Says(string cell, string text) => cell == text || cell.Split(Between, StringSplitOptions.TrimEntries).Contains(text);

    /// <summary>Without the apostrophe that our own export put before what a spreadsheet would run.</summary>
    private string Cell(int column) => CsvShield.Unshield(row[column]).Trim();
}

/// <summary>One kind of table: how it is recognised by its header, and what its rows say.</summary>
public abstract class TableKind
{
    public abstract string Format { get; }

    public abstract string Source { get; }

    public virtual bool HasTouches => false;

    /// <summary>The first row is one like the others.</summary>
    public virtual bool ReadsHeader => false;

    public abstract bool Fits(CsvHeader header);

    /// <summary>What the rows say. Called again for every reading.</summary>
    public virtual IEnumerable<Incoming> Read(IEnumerable<TableRow> rows, ReadingContext context) => rows.Select(r => Read(r, context));

    /// <summary>The owner's own profiles, if the table gives them away.</summary>
    public virtual IEnumerable<string> OwnProfiles(IEnumerable<TableRow> rows) => [];

    protected virtual Incoming Read(TableRow row, ReadingContext context) => throw new NotSupportedException();

    /// <summary>Turns texts that should be dates into dates, and says which were none.</summary>
    protected static DateDetails? Date(string kind, string? text, Problems leftOut)
    {
        if (text is null) return null;
        if (PartialDate.TryParse(text, out var date, out var problem)) return new(kind, date.Year, date.Month, date.Day);
        if (problem is not null) leftOut.Add(new("dates", new("People.NotADate", text)) { Heading = PersonSections.Kind(kind) });
        return null;
    }

    /// <summary>The person of a row, or why there is none in it.</summary>
    protected Incoming Person(TableRow row, PersonDetails details, Problems leftOut)
    {
        details = NamedByAddress(details).Keepable(leftOut);
        if (PersonNames.Shown(details).Length == 0) return new Unusable(row.Line, new(row.IsBlank ? "Intake.RowEmpty" : "Intake.RowNamesNobody"));
        return new IncomingPerson(row.Line, details) { LeftOut = NotKept.Of(leftOut, PersonNames.Shown(details), p => (row.Line, ReadsHeader || p.Sentence.Inputs is not [string text, ..] ? null : row.Heading(text))) };
    }

    /// <summary>An address typed where the name belongs is an address too.</summary>
    protected static PersonDetails NamedByAddress(PersonDetails details)
    {
        var name = details.Name.Length > 0 ? details.Name : $"{details.GivenName}{details.FamilyName}";
        return details.Emails.Count == 0 && EmailAddress.Normalise(name) is not null ? details with { Name = name, GivenName = null, FamilyName = null, Emails = [new(name.Trim())] } : details;
    }
}
