using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Collaborations;

/// <summary><c>mainstay collaborations</c>: what is done together with organizations.</summary>
internal static class CollaborationsCli
{
    public static Command Command(Shell shell)
    {
        var stage = new Option<string?>("--stage") { Description = "Collaborations.HelpStageOnly", HelpName = "STAGE" }.AcceptOnly<CollaborationStage>();
        var all = new Command("collaborations", "Collaborations.HelpAll") { stage, Show(shell), Add(shell), Edit(shell), Stage(shell), Next(shell), Done(shell), Person(shell), Remove(shell) };
        all.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var only = typed.GetValue(stage) is { } name ? Enum.Parse<CollaborationStage>(name, true) : (CollaborationStage?)null;
            var lines = (await desk.Store.AllCollaborations(stop)).Where(l => only is null || l.It.Stage == only).ToList();
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => CollaborationAnswer.Of(l, desk.Today)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say(only is null ? "Collaborations.NoneYet" : "Collaborations.NoneAtStage"));
            else foreach (var line in lines) Print(desk, line);
            return Shell.Fine;
        }, stop));
        return all;
    }

    private static Command Show(Shell shell)
    {
        var name = Named();
        var show = new Command("show", "Collaborations.HelpShow") { name };
        show.SetAction((typed, stop) => shell.At(typed, async desk => await One(desk, (await Meant(desk, name, stop)).It.Id, stop), stop));
        return show;
    }

    private static Command Add(Shell shell)
    {
        var (name, said) = (Shell.Words("NAME", "Collaborations.HelpName", ArgumentArity.OneOrMore), new CollaborationOptionsCli());
        var with = new Option<string>("--with") { Description = "Collaborations.HelpWith", HelpName = "ORG", Required = true };
        var add = new Command("add", "Collaborations.HelpAdd") { name, with };
        said.On(add);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var made = await desk.Store.AllOrNothing(async () =>
            {
                var details = said.Read(desk, new() { OrganizationId = await OrganizationsCli.ThereOrNew(desk, typed.GetValue(with)!, stop), Name = WhoCli.Name(typed, name) });
                return await desk.Store.AddCollaboration(details, desk.Today, desk.Clock, stop);
            }, stop);
            return await One(desk, made.Id, stop);
        }, stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var (name, said) = (Named(), new CollaborationOptionsCli());
        var called = new Option<string?>("--name") { Description = "Collaborations.HelpNewName", HelpName = "TEXT" };
        var with = new Option<string?>("--with") { Description = "Collaborations.HelpWith", HelpName = "ORG" };
        var edit = new Command("edit", "Collaborations.HelpEdit") { name, called, with };
        said.On(edit);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Meant(desk, name, stop);
            var change = await desk.Store.AllOrNothing(async () =>
            {
                var was = line.Details() with { Name = typed.GetValue(called) ?? line.It.Name };
                if (typed.GetValue(with) is { } other) was = was with { OrganizationId = await OrganizationsCli.ThereOrNew(desk, other, stop) };
                return await desk.Store.ChangeCollaboration(line.It.Id, said.Read(desk, was), desk.Today, desk.Clock, stop);
            }, stop);
            return await Changed(desk, line.It.Id, change, stop);
        }, stop));
        return edit;
    }

    private static Command Stage(Shell shell)
    {
        var to = new Option<string?>("--to") { Description = "Collaborations.HelpStage", HelpName = "STAGE", Required = true }.AcceptOnly<CollaborationStage>();
        var on = new Option<string?>("--on") { Description = "Collaborations.HelpSince", HelpName = "DATE" };
        var outcome = new Option<string?>("--outcome") { Description = "Collaborations.HelpOutcome", HelpName = "TEXT" };
        return Act(shell, "stage", "Collaborations.HelpMove", [to, on, outcome], (desk, id, stop) =>
            desk.Store.MoveCollaboration(id, new(Enum.Parse<CollaborationStage>(desk.Parsed.GetValue(to)!, true), Days.Of(desk.Parsed.GetValue(on), desk.Today), desk.Parsed.GetValue(outcome)), desk.Today, desk.Clock, stop));
    }

    private static Command Next(Shell shell)
    {
        var (step, by) = Step("Collaborations.HelpStep", "--step");
        return Act(shell, "next", "Collaborations.HelpSayNext", [step, by], (desk, id, stop) => desk.Store.SayNextStep(id, Said(desk, step, by), desk.Today, desk.Clock, stop));
    }

    private static Command Done(Shell shell)
    {
        var (step, by) = Step("Collaborations.HelpFollowing", "--next");
        return Act(shell, "done", "Collaborations.HelpDone", [step, by], (desk, id, stop) => desk.Store.StepDone(id, Said(desk, step, by), desk.Today, desk.Clock, stop));
    }

    private static Command Person(Shell shell)
    {
        var who = new Option<string>("--who") { Description = "Collaborations.HelpWho", HelpName = "NAME", Required = true };
        var side = new Option<string?>("--side") { Description = "Collaborations.HelpSide", HelpName = "SIDE" }.AcceptOnly<CollaborationSide>();
        var role = new Option<string?>("--role") { Description = "Collaborations.HelpRole", HelpName = "TEXT" };
        var remove = new Option<bool>("--remove") { Description = "Collaborations.HelpNoMore" };
        return Act(shell, "person", "Collaborations.HelpPerson", [who, side, role, remove], async (desk, id, stop) =>
        {
            var typed = desk.Parsed;
            var person = (await desk.Store.FindPerson(typed.GetValue(who)!, stop)).Id;
            if (typed.GetValue(remove)) return await desk.Store.RemoveCollaborator(id, person, desk.Clock, stop);
            var was = (await desk.Store.CollaborationOf(id, stop)).Details().People.FirstOrDefault(p => p.PersonId == person) ?? new(person);
            return await desk.Store.SayCollaborator(id, was with { Side = typed.GetValue(side) is { } said ? Enum.Parse<CollaborationSide>(said, true) : was.Side, Role = typed.GetValue(role) ?? was.Role }, desk.Clock, stop);
        });
    }

    private static Command Remove(Shell shell)
    {
        var name = Named();
        var remove = new Command("remove", "Collaborations.HelpRemove") { name };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var id = (await Meant(desk, name, stop)).It.Id;
            return ChangesCli.Gone(desk, id, await desk.Store.RemoveCollaboration(id, desk.Clock, stop), "Collaborations.SaidRemoved");
        }, stop));
        return remove;
    }

    private static Command Act(Shell shell, string verb, string about, IEnumerable<Option> options, Func<Desk, Guid, CancellationToken, Task<Guid>> act)
    {
        var name = Named();
        var command = new Command(verb, about) { name };
        foreach (var option in options) command.Add(option);
        command.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var id = (await Meant(desk, name, stop)).It.Id;
            return await Changed(desk, id, await act(desk, id, stop), stop);
        }, stop));
        return command;
    }

    private static Argument<string[]> Named() => Shell.Words("COLLABORATION", "Collaborations.HelpWhich", ArgumentArity.OneOrMore);

    private static (Option<string?> Step, Option<string?> By) Step(string about, string name) => (new(name) { Description = about, HelpName = "TEXT" }, new("--by") { Description = "Collaborations.HelpBy", HelpName = "DATE" });

    private static NextStep Said(Desk desk, Option<string?> step, Option<string?> by) => new(desk.Parsed.GetValue(step), Days.OrNone(desk.Parsed.GetValue(by), desk.Today));

    private static Task<CollaborationLine> Meant(Desk desk, Argument<string[]> name, CancellationToken stop) => desk.Store.FindCollaboration(WhoCli.Name(desk.Parsed, name), stop);

    private static async Task<int> Changed(Desk desk, Guid id, Guid change, CancellationToken stop)
    {
        var code = await One(desk, id, stop);
        ChangesCli.HowToTakeBack(desk, change);
        return code;
    }

    private static async Task<int> One(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.CollaborationOf(id, stop);
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(CollaborationAnswer.Of(line, desk.Today));
            return Shell.Fine;
        }
        Print(desk, line);
        foreach (var said in new[] { CollaborationWords.Goal(line.It), CollaborationWords.Gives(line.It), CollaborationWords.Gets(line.It), CollaborationWords.Done(line.It), CollaborationWords.Came(line.It) }.OfType<Reason>()) desk.Paper.Indented(8, said.InWords());
        foreach (var text in new[] { line.It.Link, line.It.Note }.OfType<string>()) desk.Paper.Indented(8, text);
        return Shell.Fine;
    }

    private static void Print(Desk desk, CollaborationLine line)
    {
        desk.Paper.Line($"{line.It.Ending()}  {Speech.Say("Collaborations.NameWith", line.It.Name, line.Organization)}");
        foreach (var said in CollaborationWords.Standing(line, desk.Today).Concat(CollaborationWords.People(line))) desk.Paper.Indented(8, said.InWords());
    }
}
