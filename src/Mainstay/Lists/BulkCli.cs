using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary><c>people edit</c> and <c>people undo</c>: one change of many people.</summary>
internal static class BulkCli
{
    /// <summary>The changes there are, each with the option that asks for it.</summary>
    private static (EditKind Kind, Option Option)[] Edits() =>
    [
        (EditKind.AddLabel, One("--add-label", "Lists.HelpAddLabel", "LABEL")),
        (EditKind.RemoveLabel, One("--remove-label", "Lists.HelpRemoveLabel", "LABEL")),
        (EditKind.AddRole, One("--add-role", "Lists.HelpAddRole", "ROLE")),
        (EditKind.RemoveRole, One("--remove-role", "Lists.HelpRemoveRole", "ROLE")),
        (EditKind.Layer, One("--set-layer", "Lists.HelpSetLayer", "LAYER")),
        (EditKind.Cadence, One("--set-cadence", "Lists.HelpSetCadence", "DAYS|WORD|layer|off")),
        (EditKind.Trash, new Option<bool>("--trash") { Description = "Lists.HelpTrashThem" }),
    ];

    public static Command Edit(Shell shell)
    {
        var (edits, options) = (Edits(), new ListOptionsCli());
        var everybody = new Option<bool>("--everybody") { Description = "Lists.HelpEverybody" };
        var edit = new Command("edit", "Lists.HelpEdit") { everybody };
        foreach (var (_, option) in edits) edit.Add(option);
        options.On(edit);
        edit.Validators.Add(typed =>
        {
            if (edits.Count(e => typed.GetResult(e.Option) is { Implicit: false }) != 1) typed.Mistake("Lists.OneChange", string.Join(", ", edits.Select(e => e.Option.Name)));
        });
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (wanted, what) = (await options.Wanted(desk, stop), What(typed, edits));
            Mistaken.ThrowIf(what.Check());
            Mistaken.ThrowIf(new Problems().When(wanted.IsEverybody && !typed.GetValue(everybody), "", "Lists.SayEverybody"));
            return await Say(desk, await desk.Store.ChangeAll(await desk.Store.AllWanted(wanted, desk.Clock, desk.Today, stop), what, desk.Clock, stop), stop);
        }, stop));
        return edit;
    }

    public static Command Undo(Shell shell)
    {
        var id = new Argument<Guid>("ID") { Description = "Lists.HelpUndoId" };
        var undo = new Command("undo", $"Lists.HelpUndo {BulkChange.DaysKept}") { id };
        undo.SetAction((typed, stop) => shell.At(typed, async desk => await Say(desk, await desk.Store.UndoChange(typed.GetValue(id), desk.Clock, stop), stop), stop));
        return undo;
    }

    private static PeopleEdit What(ParseResult typed, (EditKind Kind, Option Option)[] edits)
    {
        var (kind, option) = Array.Find(edits, e => typed.GetResult(e.Option) is { Implicit: false });
        var value = option is Option<string?> text ? typed.GetValue(text) : null;
        return new PeopleEdit(kind, kind == EditKind.AddRole && value is not null ? PersonWords.KeptRole(value) : value).Understood();
    }

    private static async Task<int> Say(Desk desk, BulkChange change, CancellationToken stop)
    {
        var stayed = await desk.Store.NamesOfStayed(change, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(BulkAnswer.Of(change, stayed));
        else if (change.UndoneAt is null)
        {
            desk.Paper.Line(change.Said.InWords());
            if (change.SaidOfOthers is { } others) desk.Paper.Line(others.InWords());
            if (change.People > 0) desk.Paper.Line(Speech.Say("Lists.UndoBy", change.Id));
        }
        else
        {
            desk.Paper.Line(Speech.Say("Lists.Undone", change.People - change.WhoStayed.Count));
            if (change.WhoStayed.Count > 0) desk.Paper.Line(Speech.Say("Lists.Stayed", change.WhoStayed.Count, stayed.Select(p => p.Name)));
        }
        return Shell.Fine;
    }

    private static Option<string?> One(string name, string description, string value) => new(name) { Description = description, HelpName = value };
}
