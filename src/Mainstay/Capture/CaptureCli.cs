using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary><c>mainstay capture "coffee with Ana yesterday"</c></summary>
internal static class CaptureCli
{
    public static Command Command(Shell shell)
    {
        var line = Shell.Words("LINE", "Capture.HelpLine", ArgumentArity.OneOrMore);
        var dry = new Option<bool>("--dry-run") { Description = "Capture.HelpDryRun" };
        var who = new Option<string[]>("--is") { Description = "Capture.HelpIs", HelpName = "NAME=WHOM" };
        var on = new Option<string?>("--on") { Description = "Capture.HelpOn", HelpName = "DATE" };
        var capture = new Command("capture", "Capture.HelpCapture") { line, dry, who, on };
        capture.SetAction((parsed, stop) => shell.At(parsed, async desk =>
        {
            var choices = new List<WhoChosen>();
            foreach (var said in parsed.GetValue(who) ?? []) choices.Add(await desk.Store.Chosen(said, stop));
            var reading = (await desk.Store.ReadLine(string.Join(' ', parsed.GetValue(line)!), Days.Of(parsed.GetValue(on), desk.Today) ?? desk.Today, desk.Owner.Culture, stop)).With(choices);
            Mistaken.ThrowIf(reading.Problems);
            if (parsed.GetValue(dry)) return Show(desk, reading, null);
            ChoosingCli.HowToChoose(desk, reading);
            return Show(desk, reading, await desk.Store.Keep(reading, desk.Today, desk.Clock, stop));
        }, stop));
        return capture;
    }

    private static int Show(Desk desk, Reading reading, KeptLine? kept)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(CaptureAnswer.Of(reading, kept));
        else foreach (var sentence in reading.InWords()) desk.Paper.Line(sentence.InWords());
        if (!desk.Paper.AsJson && kept is null && reading is { IsEmpty: true, NoDays.Count: 0 }) desk.Paper.Line(Speech.Say("Capture.NothingRead"));
        if (kept is null) ChoosingCli.HowToChoose(desk, reading);
        else ChangesCli.HowToTakeBack(desk, kept.Change);
        return Shell.Fine;
    }
}
