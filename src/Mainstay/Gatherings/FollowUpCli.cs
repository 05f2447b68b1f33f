using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>Preparing, and what becomes of it, on the command line: parts of <c>mainstay gatherings</c> and <c>mainstay met</c>.</summary>
internal static class FollowUpCli
{
    public static Command Prepare(Shell shell)
    {
        var which = GatheringsCli.Which();
        var names = WhoCli.Completed<string[]>(shell, new("NAME") { Description = "Gatherings.HelpExpectWho", Arity = ArgumentArity.ZeroOrMore });
        var prepare = new Command("prepare", "Gatherings.HelpPrepare") { which, names };
        prepare.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = await desk.Store.FindGathering(typed.GetValue(which)!, desk.Today, stop);
            var people = new List<Guid>();
            foreach (var name in typed.GetValue(names) ?? []) people.Add(await desk.Store.IdIfKnown(name, stop) ?? throw new NotFound("Gatherings.NobodyButCandidate", name, ShellWord.Of(name), ShellWord.Of(it.Name)));
            if (people.Count > 0) await desk.Store.Expect(it.Id, people, stop);
            return await Prepared(desk, it, stop);
        }, stop));
        return prepare;
    }

    internal static async Task<int> Prepared(Desk desk, Gathering it, CancellationToken stop)
    {
        var prepared = await desk.Services.GetRequiredService<PreparationQueries>().For(desk.Store, it, desk.Today, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(PreparationAnswer.Of(prepared));
        else if (prepared.TalkTo.Count + prepared.Others.Count + prepared.Candidates.Count == 0) desk.Paper.Aside(Speech.Say("Gatherings.NobodyExpected"));
        else Print(desk, prepared);
        return Shell.Fine;
    }

    private static void Print(Desk desk, Preparation prepared)
    {
        foreach (var person in prepared.TalkTo.Concat(prepared.Others))
        {
            desk.Paper.Line(Speech.Say(person.IsChosen ? "Gatherings.PrintChosen" : "Gatherings.PrintTalkTo", person.Name));
            if (person.About is { } about) desk.Paper.Indented(2, about);
            foreach (var reason in person.Reasons) desk.Paper.Indented(2, reason.InWords());
        }
        foreach (var candidate in prepared.Candidates)
        {
            desk.Paper.Line(Speech.Say("Gatherings.PrintCandidate", candidate.Name));
            foreach (var reason in candidate.Why) desk.Paper.Indented(2, reason.InWords());
        }
    }

    public static Command Came(Shell shell)
    {
        var which = GatheringsCli.Which();
        var text = Shell.Words("TEXT", "Gatherings.HelpCameText", ArgumentArity.OneOrMore);
        var year = new Option<bool>("--year") { Description = "Gatherings.HelpYear" };
        var came = new Command("came", "Gatherings.HelpCame") { which, text, year };
        came.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = await desk.Store.FindGathering(typed.GetValue(which)!, desk.Today, stop);
            return GatheringsCli.Told(desk, await desk.Store.SayCame(it.Id, WhoCli.Name(typed, text), typed.GetValue(year), stop));
        }, stop));
        return came;
    }

    public static Command Triage(Shell shell)
    {
        var id = Id();
        var what = new Option<string?>("--as") { Description = "Gatherings.HelpTriageWhat", HelpName = "OUTCOME", Required = true }.AcceptOnly<Triage>();
        var triage = new Command("triage", "Gatherings.HelpTriage") { id, what };
        triage.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Found(desk, typed.GetValue(id)!, stop);
            return await Told(desk, await desk.Store.SetTriage(line.Encounter.Id, Enum.Parse<Triage>(typed.GetValue(what)!, true), stop), stop);
        }, stop));
        return triage;
    }

    public static Command Draft(Shell shell)
    {
        var id = Id();
        var step = new Option<string?>("--step") { Description = "Gatherings.HelpStep", HelpName = "TEXT" };
        var draft = new Command("draft", "Gatherings.HelpDraft") { id, step };
        draft.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Found(desk, typed.GetValue(id)!, stop);
            if (typed.GetValue(step) is { } next) await desk.Store.SayNextStep(line.Encounter.Id, next, stop);
            var text = await desk.Store.DraftFor(await desk.Store.EncounterOf(line.Encounter.Id, stop), desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new FollowUpDraftAnswer(text.Text, text.Subject, text.Mail));
            else desk.Paper.Line(text.Text.TrimEnd());
            return Shell.Fine;
        }, stop));
        return draft;
    }

    public static Command Wrote(Shell shell)
    {
        var id = Id();
        var layer = new Option<string?>("--layer") { Description = "Gatherings.HelpWroteLayer", HelpName = "LAYER" };
        var wrote = new Command("wrote", "Gatherings.HelpWrote") { id, layer };
        wrote.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var near = typed.GetValue(layer) is { } said ? LayersCli.Meant(said) : (Layer?)null;
            var which = (await Found(desk, typed.GetValue(id)!, stop)).Encounter.Id;
            var met = near is { } meant ? await desk.Store.SayWrote(which, meant, desk.Today, desk.Clock, stop) : await desk.Store.SayWrote(which, desk.Today, desk.Clock, stop);
            await Told(desk, met, stop);
            if (met.SecondOn is not null && !desk.Paper.AsJson) PrintRhythm(desk, met, await desk.Store.KeptTieOf(met.PersonId, stop));
            return Shell.Fine;
        }, stop));
        return wrote;
    }

    /// <summary>After the second word: that their rhythm counts, or how to give them one.</summary>
    private static void PrintRhythm(Desk desk, Encounter met, Tie? tie)
    {
        if (Layers.HasRhythm(tie)) desk.Paper.Line(Speech.Say("Gatherings.RhythmCounts"));
        else if (Layers.AsksHowOften(tie)) desk.Paper.Aside(Speech.Say("Gatherings.PrintHowOften", met.Ending(), LayersCli.HowOften()));
    }

    internal static Argument<string> Id() => new("ID") { Description = "Gatherings.HelpMetId" };

    internal static async Task<EncounterLine> Found(Desk desk, string end, CancellationToken stop) =>
        (await desk.Store.EncountersOf(stop)).Where(l => l.Encounter.EndsSo(end)).Take(2).ToList() is [var one] ? one : throw new NotFound("Gatherings.EncounterNotThere");

    internal static async Task<int> Told(Desk desk, Encounter met, CancellationToken stop)
    {
        var line = await desk.Store.EncounterOf(met.Id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(await desk.Store.AnswerOf(line, stop));
        else desk.Paper.Line(line.Encounter.Triage is { } triage ? Speech.Say("Gatherings.PrintTriage", met.Ending(), line.Name, Speech.Say($"Gatherings.Triage{triage}")) : Speech.Say("Gatherings.PrintMet", met.Ending(), line.Name));
        return Shell.Fine;
    }
}
