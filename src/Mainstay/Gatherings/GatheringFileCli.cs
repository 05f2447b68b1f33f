using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>mainstay gatherings file FILE.ics</c>: gatherings out of a calendar file.</summary>
internal static class GatheringFileCli
{
    public static Command Command(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "Gatherings.HelpFileFile" };
        var only = new Option<string[]>("--only") { Description = "Gatherings.HelpFileOnly", HelpName = "TEXT" };
        var dry = new Option<bool>("--dry-run") { Description = "Gatherings.HelpFileDry" };
        var command = new Command("file", "Gatherings.HelpFile") { file, only, dry };
        command.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            await using var stream = Open(typed.GetValue(file)!, desk);
            var (all, isCut) = await GatheringFileSource.Read(stream, desk.Owner.Zone, desk.Today, stop);
            var words = typed.GetValue(only) ?? [];
            var events = all.Where(e => words.Length == 0 || words.Any(w => e.Key == w || e.It.Name.Contains(w, StringComparison.CurrentCultureIgnoreCase))).ToList();
            if (typed.GetValue(dry)) await Preview(desk, events, stop);
            else Told(desk, await desk.Store.FileGatherings(events, desk.Clock, stop));
            if (isCut) desk.Paper.Aside(Speech.Say("Gatherings.FileIsCut", FileEvent.Most));
            return Shell.Fine;
        }, stop));
        return command;
    }

    private static Stream Open(string file, Desk desk)
    {
        if (file == "-") return desk.Around.OpenIn();
        Mistaken.ThrowIf(new Problems().When(!File.Exists(file), "file", "Gatherings.FileNotThere", file));
        return File.OpenRead(file);
    }

    private static async Task Preview(Desk desk, List<FileEvent> events, CancellationToken stop)
    {
        var known = (await desk.Store.FiledAlready(events, stop)).ToHashSet();
        if (desk.Paper.AsJson) desk.Paper.Write(events.Select(e => GatheringOfFileAnswer.Of(e, known)));
        else foreach (var one in events) desk.Paper.Line(Speech.Say(known.Contains(one.Key) ? "Gatherings.PrintOfFileKnown" : "Gatherings.PrintOfFile", one.It.On, one.It.Name, one.It.Place ?? ""));
    }

    private static void Told(Desk desk, IReadOnlyList<FiledGathering> filed)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(filed.Select(f => FiledGatheringAnswer.Of(f, desk.Owner.Zone)));
        else if (filed.Count == 0) desk.Paper.Aside(Speech.Say("Gatherings.AllCalledOff"));
        else foreach (var one in filed) desk.Paper.Line(Speech.Say($"Gatherings.Print{one.Fate}", one.It.Ending(), one.It.Name, GatheringWords.Line(one.It, desk.Owner.Zone)));
    }
}
