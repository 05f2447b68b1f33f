using Mainstay.Formats;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Tables of text. Which program wrote one, its header says; where the header stands, its content.</summary>
internal static class TableSource
{
    private const int HeadRows = 50;

    /// <summary>The most particular first.</summary>
    private static readonly TableKind[] Kinds =
    [
        new LinkedInMessages(), new LinkedInInvitations(), new LinkedInConnections(), new GoogleTable(old: false), new GoogleTable(old: true),
        new ThunderbirdTable(), new OutlookTable(web: true), new OutlookTable(web: false), new TouchesTable(),
    ];

    public static Reading Of(string name, Func<Stream> open, Func<UnknownTable, TableColumns?>? columns = null)
    {
        var (kind, line) = Recognise(name, open, columns);
        return new(name, kind.Format, kind.Source, context => Read(kind, line, open, context))
        {
            HasTouches = kind.HasTouches,
            OwnProfiles = () => kind.OwnProfiles(Rows(line, open, new()).Where(r => !r.IsHeader)),
        };
    }

    private static (TableKind Kind, long HeaderLine) Recognise(string name, Func<Stream> open, Func<UnknownTable, TableColumns?>? columns)
    {
        using var stream = open();
        using var table = CsvTable.Open(stream);
        foreach (var row in table.Head(HeadRows))
        {
            var header = new CsvHeader(row);
            if (Array.Find(Kinds, k => k.Fits(header)) is { } kind) return Chosen(name, table, columns) ?? (kind, row.Line);
        }
        if (table.Refusal is { } refusal) throw new CannotBeDone("Intake.FileUnreadable", name, refusal.Line, refusal.Sentence());
        if (columns is not null && UnknownTable.Of(name, table.Head(HeadRows)) is { } unknown && columns(unknown) is { } chosen) return (new ColumnsTable(chosen), unknown.HeaderLine);
        throw new CannotBeDone("Intake.FileUnknown", name);
    }

    /// <summary>What the owner said of the columns counts for more than what the header looks like.</summary>
    private static (TableKind Kind, long HeaderLine)? Chosen(string name, CsvTable table, Func<UnknownTable, TableColumns?>? columns) =>
        columns is not null && UnknownTable.Of(name, table.Head(HeadRows)) is { } known && columns(known with { IsRecognised = true }) is { } chosen ? (new ColumnsTable(chosen), known.HeaderLine) : null;

    private static IEnumerable<Incoming> Read(TableKind kind, long line, Func<Stream> open, ReadingContext context)
    {
        var problems = new FoundWrong();
        foreach (var incoming in kind.Read(Rows(line, open, problems).Where(r => kind.ReadsHeader || !r.IsHeader), context)) yield return incoming;
        foreach (var wrong in Incoming.Of(problems.Listed).Distinct()) yield return wrong;
        if (problems.Unlisted is { } more) yield return more;
    }

    private static IEnumerable<TableRow> Rows(long headerLine, Func<Stream> open, FoundWrong problems)
    {
        using var stream = open();
        using var table = CsvTable.Open(stream);
        var header = new CsvHeader(table.Head(HeadRows).First(r => r.Line == headerLine));
        yield return new(header, header.Row) { IsHeader = true };
        foreach (var row in table.Rows(header)) yield return new(header, row);
        problems.Listed.AddRange(table.Problems);
        if (table.Unlisted > 0) problems.Unlisted = new(table.Unlisted, table.UnlistedRefusals);
    }

    private sealed class FoundWrong
    {
        public List<FormatProblem> Listed { get; } = [];

        public Unlisted? Unlisted { get; set; }
    }
}
