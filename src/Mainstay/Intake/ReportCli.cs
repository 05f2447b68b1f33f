using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>An import's report for a person: what came in, what could not be used, who may be double, what to do next.</summary>
internal static class ReportCli
{
    private const int MostShown = 20;

    public static void Say(Paper paper, ImportReport report)
    {
        var isDry = report.Import is null;
        foreach (var file in report.Files.Where(f => f.Rows > 0 || f.Format != "zip")) Counts(paper, file, isDry);
        Several(paper, "Intake.ProblemsHead", [.. report.Files.SelectMany(f => f.Told.Select(p => (f.File, It: p))).OrderByDescending(p => p.It.IsEnd).Select(p => Line(p.File, p.It.Row, p.It.Column, p.It.Message.InWords()))], report.Files.Sum(f => f.MoreProblems));
        Several(paper, "Intake.DoubtsHead", [.. report.Files.SelectMany(f => f.Doubtful.Select(d => Line(f.File, d.Row, 1, $"{d.Name}: {d.Message.InWords()}")))], report.Files.Sum(f => f.MoreDoubtful));
        paper.Line();
        if (isDry) paper.Line(Speech.Say("Intake.NothingWritten"));
        else if (!report.Files.Any(f => f.Format == Import.WholeFormat)) paper.Line(Speech.Say("Intake.TakeBack", report.Import));
        if (!isDry && report.Files.Sum(f => f.Added + f.PeopleAdded) > 0) paper.Line(Speech.Say(report.Files.Any(f => f.HasTouches && f.Added > 0) ? "Intake.NextToday" : "Intake.NextLayers"));
    }

    private static void Counts(Paper paper, FileReport file, bool isDry)
    {
        paper.Line(Speech.Say("Intake.FileHead", file.File, new Reason($"Intake.Format_{file.Format}"), file.Rows));
        paper.Line("  " + Speech.Say(isDry ? "Intake.WouldCounts" : "Intake.Counts", file.Added, file.Updated, file.Unchanged, file.Skipped));
        if (file.TouchesAdded > 0) paper.Line("  " + Speech.Say("Intake.TouchesWith", file.TouchesAdded));
        if (file.PeopleAdded > 0) paper.Line("  " + Speech.Say("Intake.PeopleAside", file.PeopleAdded));
        if (isDry && file.NewOnes.Count > 0) paper.Line("  " + Speech.Say("Intake.SampleNew", string.Join(", ", file.NewOnes)));
        if (isDry && file.ChangedOnes.Count > 0) paper.Line("  " + Speech.Say("Intake.SampleChanged", string.Join(", ", file.ChangedOnes)));
    }

    private static void Several(Paper paper, string head, List<string> lines, int more)
    {
        if (lines.Count == 0) return;
        paper.Line();
        paper.Line(Speech.Say(head));
        foreach (var line in lines.Take(MostShown)) paper.Line("  " + line);
        if (lines.Count > MostShown) paper.Line("  " + Speech.Say("Intake.AndMore", lines.Count - MostShown));
        if (more > 0) paper.Line("  " + Speech.Say("Intake.AndUnlisted", more));
    }

    private static string Line(string file, long row, int column, string message) => column > 1
        ? Speech.Say("Intake.ReportColumn", file, row, column, message)
        : Speech.Say(row > 0 ? "Intake.ReportLine" : "Intake.ReportFile", file, row, message);
}
