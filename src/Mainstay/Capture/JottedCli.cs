using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary><c>mainstay jotted</c>: what was jotted down without a network and waits to be looked at.</summary>
internal static class JottedCli
{
    public static Command Command(Shell shell)
    {
        var jotted = new Command("jotted", "Capture.HelpJotted") { Keep(shell), Drop(shell) };
        jotted.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var lines = await desk.Store.WaitingJottings(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(await desk.Store.JottedAnswers(lines, desk.Today, desk.Owner.Culture, stop));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Capture.NothingJotted"));
            else await Print(desk, lines, stop);
            return Shell.Fine;
        }, stop));
        return jotted;
    }

    private static Command Keep(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Capture.HelpJottedId" };
        var who = new Option<string[]>("--is") { Description = "Capture.HelpIs", HelpName = "NAME=WHOM" };
        var better = new Option<string?>("--line") { Description = "Capture.HelpBetterLine", HelpName = "TEXT" };
        var keep = new Command("keep", "Capture.HelpJottedKeep") { id, who, better };
        keep.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var choices = new List<WhoChosen>();
            foreach (var choice in typed.GetValue(who) ?? []) choices.Add(await desk.Store.Chosen(choice, stop));
            var (line, said) = (await Found(desk, typed.GetValue(id)!, stop), new SaidOfJotting(typed.GetValue(better), choices, desk.Owner.Culture, desk.Today, desk.Clock));
            await HowToChoose(desk, line, said, stop);
            var settled = await desk.Store.Settle(line, said, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new SettledAnswer(settled.Kept?.Change, settled.Met?.Id));
            else desk.Paper.Line(Speech.Say("Capture.SaidKept"));
            if (settled.Kept is { } kept) ChangesCli.HowToTakeBack(desk, kept.Change);
            return Shell.Fine;
        }, stop));
        return keep;
    }

    private static Command Drop(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Capture.HelpJottedId" };
        var drop = new Command("drop", "Capture.HelpJottedDrop") { id };
        drop.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var which = (await Found(desk, typed.GetValue(id)!, stop)).Jotting.Id;
            return ChangesCli.Gone(desk, which, await desk.Store.DropJotting(which, desk.Clock, stop), "Capture.SaidDropped");
        }, stop));
        return drop;
    }

    /// <summary>Says who may be meant, before it is refused because nobody said who is.</summary>
    private static async Task HowToChoose(Desk desk, JottingLine line, SaidOfJotting said, CancellationToken stop)
    {
        if (!line.IsMet) ChoosingCli.HowToChoose(desk, (await desk.Store.Read(line, said.Line, said.Today, said.Culture, stop)).With(said.Who));
        else if (said.Who.Count == 0) ChoosingCli.HowToChoose(desk, line.Jotting.Who!, await desk.Store.MayBeMet(line, said.Today, stop));
    }

    private static async Task Print(Desk desk, List<JottingLine> lines, CancellationToken stop)
    {
        var names = lines.TrueForAll(l => l.IsMet) ? null : await desk.Store.EverybodysNames(stop);
        foreach (var line in lines) await Print(desk, line, names, stop);
    }

    /// <summary>What was jotted down, and how it is read.</summary>
    private static async Task Print(Desk desk, JottingLine line, NamesKnown? names, CancellationToken stop)
    {
        desk.Paper.Line($"{line.Jotting.Ending()}  {line.InWords(await desk.Store.DayOf(line.Jotting, desk.Today, stop))}");
        if (line.IsMet) return;
        var read = await desk.Store.HowRead(line, desk.Today, desk.Owner.Culture, stop, names);
        if (read.IsChanged) desk.Paper.Line($"      {Speech.Say("Capture.AsChanged")}");
        foreach (var reason in read.WhyNot) desk.Paper.Line($"      {Speech.Say("Capture.NotAsChanged", reason)}");
        foreach (var sentence in read.Reading.InWords()) desk.Paper.Line($"      {sentence.InWords()}");
    }

    private static async Task<JottingLine> Found(Desk desk, string typed, CancellationToken stop) =>
        (await desk.Store.WaitingJottings(stop)).FindAll(l => l.Jotting.EndsSo(typed)) is [var one] ? one : throw new NotFound("Capture.NoJottingCalled", typed);
}
