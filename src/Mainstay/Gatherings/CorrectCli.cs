using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>mainstay met edit</c>: corrects an encounter. <c>mainstay gatherings choose</c>: whom to talk to.</summary>
internal static class CorrectCli
{
    public static Command Edit(Shell shell)
    {
        var id = FollowUpCli.Id();
        var who = Text("--who", "Gatherings.HelpMetWho", "NAME");
        var isNew = new Option<bool>("--new") { Description = "Gatherings.HelpNew" };
        var (about, promise, theirs) = (Text("--about", "Gatherings.HelpMetAbout"), Text("--promise", "Gatherings.HelpPromise"), Text("--promised-me", "Gatherings.HelpTheirs"));
        var (on, triage) = (Text("--on", "Gatherings.HelpMetOn", "DATE"), Text("--as", "Gatherings.HelpTriageWhat", "OUTCOME").AcceptOnly<Triage>());
        var edit = new Command("edit", "Gatherings.HelpMetEdit") { id, who, isNew, about, promise, theirs, on, triage };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await FollowUpCli.Found(desk, typed.GetValue(id)!, stop);
            var was = line.Encounter;
            string? Said(Option<string?> option, string? before) => typed.GetValue(option) is { } said ? Texts.Filled(said) : before;
            var name = typed.GetValue(who) is { } named ? Texts.Filled(named) : null;
            var change = await desk.Store.ChangeEncounter(was.Id, new()
            {
                GatheringId = was.GatheringId,
                PersonId = name is null ? was.PersonId : typed.GetValue(isNew) ? null : await MetCli.Known(desk, name, stop),
                Name = name,
                About = Said(about, was.About),
                Promised = Said(promise, was.Promised),
                PromisedToMe = Said(theirs, was.PromisedToMe),
                On = Days.Of(typed.GetValue(on), desk.Today),
            }, typed.GetValue(triage) is { } outcome ? Enum.Parse<Triage>(outcome, true) : was.Triage, desk.Today, desk.Clock, stop);
            await FollowUpCli.Told(desk, was, stop);
            if (name is not null) await MetCli.TellOfCandidate(desk, await desk.Store.EncounterOf(was.Id, stop), stop);
            ChangesCli.HowToTakeBack(desk, change);
            return Shell.Fine;
        }, stop));
        return edit;
    }

    public static Command Choose(Shell shell)
    {
        var which = GatheringsCli.Which();
        var who = WhoCli.Argument(shell, "Gatherings.HelpChooseWho");
        var about = Text("--about", "Gatherings.HelpChooseAbout");
        var not = new Option<bool>("--not") { Description = "Gatherings.HelpChooseNot" };
        var choose = new Command("choose", "Gatherings.HelpChoose") { which, who, about, not };
        choose.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = await desk.Store.FindGathering(typed.GetValue(which)!, desk.Today, stop);
            await desk.Store.Choose(it.Id, (await desk.Store.FindPerson(WhoCli.Name(typed, who), stop)).Id, !typed.GetValue(not), typed.GetValue(about), stop);
            return await FollowUpCli.Prepared(desk, it, stop);
        }, stop));
        return choose;
    }

    private static Option<string?> Text(string name, string about, string placeholder = "TEXT") => new(name) { Description = about, HelpName = placeholder };
}
