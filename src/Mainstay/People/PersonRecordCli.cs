using Mainstay.Cli;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.People;

/// <summary>One person's record, as a letter or as JSON.</summary>
internal static class PersonRecordCli
{
    public static async Task Show(Desk desk, Guid id, CancellationToken stop)
    {
        var record = await desk.Store.RecordOf(id, desk.Services, desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(PersonRecordAnswer.Of(record));
        else Write(desk, record);
    }

    private static void Write(Desk desk, PersonRecord record)
    {
        var paper = desk.Paper;
        paper.Console.Write(new Text(record.Person.Name, new Style(decoration: Decoration.Bold)));
        paper.Line();
        if (record.Beside(desk.Clock.GetUtcNow(), desk.Today) is { Length: > 0 } beside) paper.Line(beside);
        if (record.Letter.Count > 0) paper.Line();
        foreach (var sentence in record.Letter) paper.Line(sentence.InWords());
        var sections = PersonSections.Of(record.Details).Concat(record.Parts.Where(p => p.Heading is not null && p.Lines.Count > 0).Select(p => (Heading: p.Heading!, p.Lines)));
        foreach (var (heading, lines) in sections) Section(paper, heading, lines);
        paper.Line();
        paper.Console.Write(new Text(record.Person.Id.ToString(), new Style(decoration: Decoration.Dim)));
        paper.Line();
    }

    private static void Section(Paper paper, Reason heading, IReadOnlyList<Reason> lines)
    {
        paper.Line();
        paper.Console.Write(new Text(heading.InWords(), new Style(decoration: Decoration.Bold)));
        paper.Line();
        foreach (var line in lines) paper.Console.Write(new Padder(new Text(line.InWords()), new Padding(2, 0, 0, 0)));
    }
}
