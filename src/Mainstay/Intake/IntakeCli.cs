using System.CommandLine;
using Mainstay.Archive;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary><c>import FILE…</c>, <c>import list</c>, <c>import undo ID</c>.</summary>
internal static class IntakeCli
{
    /// <summary>What can be said with <c>import FILE…</c>.</summary>
    private sealed class Options
    {
        public Argument<string[]> Files { get; } = new("FILE") { Description = "Intake.HelpFiles", Arity = ArgumentArity.OneOrMore };

        public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Intake.HelpDryRun" };

        public Option<bool> WithText { get; } = new("--with-text") { Description = "Intake.HelpWithText" };

        public Option<string[]> Columns { get; } = new("--column") { Description = "Intake.HelpColumn", HelpName = "HEADING=MEANING" };

        public Option<string[]> Same { get; } = new("--same") { Description = "Intake.HelpSame", HelpName = "KEY=KEY" };
    }

    public static Command Import(Shell shell)
    {
        var options = new Options();
        var import = new Command("import", "Intake.HelpImport") { options.Files, options.DryRun, options.WithText, options.Columns, options.Same };
        import.SetAction((parsed, stop) => shell.At(parsed, desk => Run(desk, options, stop), stop));
        var list = new Command("list", "Intake.HelpList");
        list.SetAction((parsed, stop) => shell.At(parsed, desk => List(desk, stop), stop));
        var id = new Argument<string>("ID") { Description = "Intake.HelpId" };
        var undo = new Command("undo", "Intake.HelpUndo") { id };
        undo.SetAction((parsed, stop) => shell.At(parsed, desk => Undo(desk, parsed.GetValue(id)!, stop), stop));
        import.Add(list);
        import.Add(undo);
        return import;
    }

    private static async Task<int> Run(Desk desk, Options options, CancellationToken stop)
    {
        var files = desk.Parsed.GetValue(options.Files)!.Select(f => new FileAtHand(f, Path.GetFileName(f))).ToList();
        var readings = FileSource.Open(files, ColumnsCli.Of(desk.Parsed.GetValue(options.Columns) ?? []));
        var isDry = desk.Parsed.GetValue(options.DryRun);
        var report = await ImportProgressCli.Show(desk, readings, progress =>
        {
            var wishes = new ImportWishes(desk.Today, desk.Owner.Zone, desk.Clock) { WithText = desk.Parsed.GetValue(options.WithText), Same = ColumnsCli.Pairs(desk.Parsed.GetValue(options.Same) ?? [], "same"), Progress = progress };
            return isDry ? desk.Store.LookInto(readings, Sections(desk), wishes, stop) : desk.Store.BringIn(readings, Sections(desk), wishes, stop);
        });
        if (desk.Paper.AsJson) desk.Paper.Write(ReportInWords.Of(report.Import, report.Files));
        else ReportCli.Say(desk.Paper, report);
        return Shell.Fine;
    }

    private static IEnumerable<IArchiveSection> Sections(Desk desk) => desk.Services.GetServices<IArchiveSection>();

    private static async Task<int> List(Desk desk, CancellationToken stop)
    {
        var imports = await desk.Store.AllImports(stop);
        if (desk.Paper.AsJson) desk.Paper.Write(imports.Select(ImportAnswer.Of));
        else if (imports.Count == 0) desk.Paper.Line(Speech.Say("Intake.NoImports"));
        else foreach (var i in imports) desk.Paper.Line(Speech.Say(i.UndoneAt is null ? "Intake.ListLine" : "Intake.ListLineUndone", i.Id, desk.Owner.DayAt(i.At), i.Files, i.Added, i.Updated));
        return Shell.Fine;
    }

    private static async Task<int> Undo(Desk desk, string typed, CancellationToken stop)
    {
        if (!Guid.TryParse(typed, out var id)) throw new Mistaken(new Problems { { "id", "Intake.NoSuchImport", typed } });
        var undone = await desk.Store.UndoImport(id, desk.Services.GetServices<IPersonLeaves>(), desk.Clock, stop);
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(UndoneAnswer.Of(undone));
            return Shell.Fine;
        }
        desk.Paper.Line(Speech.Say("Intake.Undone", undone.Removed, undone.Restored, undone.Touches));
        foreach (var staying in undone.Stays) desk.Paper.Line("  " + (staying.Name.Length > 0 ? $"{staying.Name} " : "") + staying.Why.InWords());
        return Shell.Fine;
    }
}
