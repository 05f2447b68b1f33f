using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>mainstay gatherings</c>: events, from the first notice to whom the owner met.</summary>
internal static class GatheringsCli
{
    public static Command Command(Shell shell)
    {
        var past = new Option<bool>("--past") { Description = "Gatherings.HelpPast" };
        var gatherings = new Command("gatherings", "Gatherings.HelpGatherings") { past, Add(shell), Show(shell), Edit(shell), State(shell, "go", "Gatherings.HelpGo", GatheringState.Going), State(shell, "been", "Gatherings.HelpBeen", GatheringState.Been), State(shell, "not", "Gatherings.HelpNot", GatheringState.Not), FollowUpCli.Prepare(shell), CorrectCli.Choose(shell), FollowUpCli.Came(shell), GatheringFileCli.Command(shell), Remove(shell) };
        gatherings.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var lines = typed.GetValue(past) ? await desk.Store.GatheringsPast(desk.Today, stop) : await desk.Store.GatheringsAhead(desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(g => GatheringAnswer.Of(g, desk.Owner.Zone)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Gatherings.None"));
            else foreach (var it in lines) Print(desk, it);
            return Shell.Fine;
        }, stop));
        return gatherings;
    }

    private static Command Add(Shell shell)
    {
        var name = Shell.Words("NAME", "Gatherings.HelpName", ArgumentArity.OneOrMore);
        var fields = new GatheringOptionsCli(isNew: true);
        var add = new Command("add", "Gatherings.HelpAdd") { name };
        fields.AddTo(add);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var made = await desk.Store.AllOrNothing(async () => await desk.Store.AddGathering(await fields.Read(desk, new() { Name = WhoCli.Name(typed, name), On = desk.Today }, stop), desk.Clock, stop), stop);
            return Told(desk, made);
        }, stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var which = Which();
        var name = new Option<string?>("--name") { Description = "Gatherings.HelpName", HelpName = "NAME" };
        var fields = new GatheringOptionsCli(isNew: false);
        var edit = new Command("edit", "Gatherings.HelpEdit") { which, name };
        fields.AddTo(edit);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = await desk.Store.FindGathering(typed.GetValue(which)!, desk.Today, stop);
            var now = NewGathering.Of(was, desk.Owner.Zone);
            return Told(desk, await desk.Store.AllOrNothing(async () => await desk.Store.ChangeGathering(was.Id, await fields.Read(desk, now with { Name = typed.GetValue(name) ?? now.Name }, stop), stop), stop));
        }, stop));
        return edit;
    }

    private static Command Show(Shell shell)
    {
        var which = Which();
        var show = new Command("show", "Gatherings.HelpShow") { which };
        show.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = await desk.Store.FindGathering(typed.GetValue(which)!, desk.Today, stop);
            var met = await desk.Store.EncountersOf(stop, it.Id);
            if (desk.Paper.AsJson) desk.Paper.Write(new { gathering = GatheringAnswer.Of(it, desk.Owner.Zone), encounters = met.Select(EncounterAnswer.Of) });
            else
            {
                Print(desk, it);
                foreach (var (key, text) in ((string, string?)[])[("By", await desk.Store.HolderOf(it, stop)), ("Goal", it.Goal), ("Ask", it.OneAsk), ("Offer", it.OneOffer), ("Pitch", it.Pitch), ("Note", it.Note), ("Link", it.Link)])
                    if (text is not null) desk.Paper.Indented(2, Speech.Say($"Gatherings.Print{key}", text));
                foreach (var line in met) desk.Paper.Indented(2, Speech.Say(line.Encounter.About is null ? "Gatherings.PrintMet" : "Gatherings.PrintMetAbout", line.Encounter.Ending(), line.Name, line.Encounter.About));
            }
            return Shell.Fine;
        }, stop));
        return show;
    }

    private static Command State(Shell shell, string verb, string about, GatheringState state)
    {
        var which = Which();
        var command = new Command(verb, about) { which };
        command.SetAction((typed, stop) => shell.At(typed, async desk =>
            Told(desk, await desk.Store.SetState((await desk.Store.FindGathering(typed.GetValue(which)!, desk.Today, stop)).Id, state, stop)), stop));
        return command;
    }

    private static Command Remove(Shell shell)
    {
        var which = Which();
        var remove = new Command("remove", "Gatherings.HelpRemove") { which };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = await desk.Store.FindGathering(typed.GetValue(which)!, desk.Today, stop);
            return ChangesCli.Gone(desk, it.Id, await desk.Store.RemoveGathering(it.Id, desk.Clock, stop), "Gatherings.SaidGone");
        }, stop));
        return remove;
    }

    internal static Argument<string> Which() => new("GATHERING") { Description = "Gatherings.HelpWhich" };

    internal static int Told(Desk desk, Gathering it)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(GatheringAnswer.Of(it, desk.Owner.Zone));
        else Print(desk, it);
        return Shell.Fine;
    }

    private static void Print(Desk desk, Gathering it) => desk.Paper.Line(Speech.Say("Gatherings.PrintLine", it.Ending(), it.Name, GatheringWords.Line(it, desk.Owner.Zone), GatheringWords.State(it, desk.Today)));
}
