using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
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
            var read = await GatheringFileSource.Read(stream, desk.Owner.Zone, desk.Today, stop);
            var words = typed.GetValue(only) ?? [];
            var events = read.Events.Where(e => words.Length == 0 || words.Any(w => e.Key == w || e.Name.Contains(w, StringComparison.CurrentCultureIgnoreCase))).ToList();
            Mistaken.ThrowIf(new Problems().When(events.Count == 0 && words.Length > 0, "only", "Gatherings.NoneOfFileCalled", string.Join(", ", words)));
            var looks = typed.GetValue(dry);
            if (looks) await Preview(desk, events, read, stop);
            else Told(desk, await desk.Store.FileGatherings(events, desk.Clock, stop), read);
            var wrong = looks ? read.Wrong(int.MaxValue) : read.Wrong(GatheringFile.MostTold, "Gatherings.FileMoreWrongDry");
            foreach (var remark in desk.Paper.AsJson ? read.Remarks : read.Remarks.Concat(wrong)) desk.Paper.Aside(remark.InWords());
            return Shell.Fine;
        }, stop));
        return command;
    }

    private static Stream Open(string file, Desk desk)
    {
        if (file == "-") return desk.Around.OpenIn();
        return File.Exists(file) ? File.OpenRead(file) : throw new NotFound("Storage.NoSuchFile", file);
    }

    private static async Task Preview(Desk desk, List<FileEvent> events, GatheringFile read, CancellationToken stop)
    {
        var known = (await desk.Store.FiledAlready(events, stop)).ToHashSet();
        if (desk.Paper.AsJson) desk.Paper.Write(GatheringFileAnswer.Of(events, known, read));
        else foreach (var one in events) desk.Paper.Line(Speech.Say(Sentence(one.IsCalledOff, known.Contains(one.Key)), one.Name, GatheringWords.Line(one.It)));
    }

    private static string Sentence(bool isCalledOff, bool isKnown) => (isCalledOff, isKnown) switch
    {
        (false, false) => "Gatherings.PrintOfFile",
        (false, true) => "Gatherings.PrintOfFileKnown",
        (true, false) => "Gatherings.PrintOfFileCalledOff",
        (true, true) => "Gatherings.PrintOfFileKnownCalledOff",
    };

    private static void Told(Desk desk, FiledGatherings filed, GatheringFile read)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(FiledGatheringsAnswer.Of(filed, read, desk.Owner.Zone));
        else if (filed.All.Count == 0) desk.Paper.Aside(Speech.Say("Gatherings.AllCalledOff"));
        else foreach (var one in filed.All) desk.Paper.Line(Speech.Say($"Gatherings.Print{one.Fate}", one.It.Ending(), one.It.Name, GatheringWords.Line(one.It, desk.Owner.Zone)));
        if (filed.Change is { } change) ChangesCli.HowToTakeBack(desk, change);
    }
}
