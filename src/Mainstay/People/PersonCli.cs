using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary><c>person NAME-OR-ID</c> and what can be done to one person.</summary>
internal static class PersonCli
{
    public static Command Command(Shell shell)
    {
        var who = WhoCli.Argument(shell, "People.HelpShow");
        var person = new Command("person", "People.HelpPerson")
        {
            who, Add(shell), Edit(shell), Trash(shell), Restore(shell), Trashed(shell),
        };
        person.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            await PersonRecordCli.Show(desk, (await desk.Store.FindPerson(WhoCli.Name(typed, who), stop)).Id, stop);
            return Shell.Fine;
        }, stop));
        return person;
    }

    private static Command Add(Shell shell)
    {
        var who = Shell.Words("NAME", "People.HelpAddName", ArgumentArity.OneOrMore);
        var options = new PersonOptionsCli();
        var add = new Command("add", "People.HelpAdd") { who };
        foreach (var option in options.ToSet) add.Add(option);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var details = await desk.Linked(options.Onto(new() { Name = WhoCli.Name(typed, who) }, typed), options, stop);
            var added = await desk.Store.AllOrNothing(async () => await desk.AlsoTyped(await desk.Store.AddPerson(details, desk.Clock, stop), stop), stop);
            return await desk.Said(added, "People.Added", stop);
        }, stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var who = WhoCli.Argument(shell, "People.HelpChange");
        var rename = new Option<string?>("--rename") { Description = "People.HelpRename", HelpName = "NAME" };
        var options = new PersonOptionsCli();
        var edit = new Command("edit", "People.HelpEdit") { who, rename };
        foreach (var option in options.ToSet.Concat(options.ToRemove)) edit.Add(option);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = await desk.Store.FindPerson(WhoCli.Name(typed, who), stop);
            var now = PersonNames.Renamed(await desk.Store.DetailsOf(person.Id, stop), typed.GetValue(rename));
            var details = await desk.Linked(options.Onto(now, typed), options, stop);
            var changed = await desk.Store.AllOrNothing(async () => await desk.AlsoTyped(await desk.Store.ChangePerson(person.Id, details, desk.Clock, stop, person.Revision), stop), stop);
            return await desk.Said(changed, "People.Changed", stop);
        }, stop));
        return edit;
    }

    private static Command Trash(Shell shell)
    {
        var who = WhoCli.Argument(shell, "People.HelpIntoTrash");
        var trash = new Command("trash", $"People.HelpTrash {PeopleActions.DaysInTrash}") { who };
        trash.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = await desk.Store.FindPerson(WhoCli.Name(typed, who), stop);
            await desk.Store.TrashPerson(person.Id, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new { person.Id, person.Name });
            else desk.Paper.Line(Speech.Say("People.Trashed", person.Name, PeopleActions.DaysInTrash, person.Id));
            return Shell.Fine;
        }, stop));
        return trash;
    }

    private static Command Restore(Shell shell)
    {
        var who = WhoCli.Argument(shell, "People.HelpOutOfTrash");
        var restore = new Command("restore", "People.HelpRestore") { who };
        restore.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = await desk.Store.FindTrashed(WhoCli.Name(typed, who), stop);
            await desk.Store.RestorePerson(person.Id, desk.Clock, stop);
            return await desk.Said(person, "People.Restored", stop);
        }, stop));
        return restore;
    }

    private static Command Trashed(Shell shell)
    {
        var trashed = new Command("trashed", "People.HelpTrashed");
        trashed.SetAction((typed, stop) => shell.At(typed, desk => ListTrash(desk, stop), stop));
        return trashed;
    }

    internal static async Task<int> ListTrash(Desk desk, CancellationToken stop)
    {
        var people = (await desk.Store.InTrash(stop)).Select(p => new TrashedPersonAnswer(p.Id, p.Name, desk.Owner.DayAt(p.TrashedAt!.Value), desk.Owner.DayAt(p.TrashedAt.Value.AddDays(PeopleActions.DaysInTrash)))).ToList();
        if (desk.Paper.AsJson) desk.Paper.Write(people);
        else if (people.Count == 0) desk.Paper.Aside(Speech.Say("People.TrashIsEmpty"));
        else foreach (var p in people) desk.Paper.Line(Speech.Say("People.InTrash", p.Id, p.Name, p.GoneOn));
        return Shell.Fine;
    }

    private static async Task<int> Said(this Desk desk, Person person, string sentence, CancellationToken stop)
    {
        if (desk.Paper.AsJson) await PersonRecordCli.Show(desk, person.Id, stop);
        else desk.Paper.Line(Speech.Say(sentence, person.Name, person.Id));
        return Shell.Fine;
    }

    private static async Task<Person> AlsoTyped(this Desk desk, Person person, CancellationToken stop)
    {
        foreach (var room in desk.Services.GetServices<IPersonOptions>()) await room.Apply(desk, person.Id, stop);
        return person;
    }

    /// <summary>Names of others become people where they are known here.</summary>
    private static async Task<PersonDetails> Linked(this Desk desk, PersonDetails person, PersonOptionsCli options, CancellationToken stop)
    {
        var relations = new List<RelationDetails>();
        foreach (var relation in person.Relations)
            relations.Add(relation.OtherId is null ? relation with { OtherId = await desk.Store.IdIfKnown(relation.Name, stop) } : relation);
        var linked = person with { Relations = relations };
        if (desk.Parsed.GetResult(options.MetThrough) is null) return linked;
        var through = desk.Parsed.GetValue(options.MetThrough);
        var id = string.IsNullOrWhiteSpace(through) ? null : await desk.Store.IdIfKnown(through, stop);
        return linked with { MetThroughId = id, MetThroughName = id is null ? through : null };
    }
}
