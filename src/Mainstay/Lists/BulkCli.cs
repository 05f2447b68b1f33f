using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary><c>people edit</c> and <c>people undo</c>: one change of many people.</summary>
internal static class BulkCli
{
    private static readonly (EditKind Kind, Option Option)[] Edits =
    [
        (EditKind.AddLabel, One("--add-label", "Give them a label", "LABEL")),
        (EditKind.RemoveLabel, One("--remove-label", "Take a label away", "LABEL")),
        (EditKind.AddRole, One("--add-role", "Give them a role", "ROLE")),
        (EditKind.RemoveRole, One("--remove-role", "Take a role away that they hold", "ROLE")),
        (EditKind.Layer, One("--set-layer", "Put them into a layer: core, close, extended, wider or none", "LAYER")),
        (EditKind.Cadence, One("--set-cadence", "How often you mean to be in touch: a number of days, layer for the layer's own, or off", "DAYS|layer|off")),
        (EditKind.Trash, new Option<bool>("--trash") { Description = "Put them into the trash" }),
    ];

    private static readonly Option<bool> Everybody = new("--everybody") { Description = "Everybody is meant, when nothing narrows the list" };

    public static Command Edit(Shell shell)
    {
        var options = new ListOptionsCli();
        var edit = new Command("edit", "Change many people at once; it can be undone") { Everybody };
        foreach (var (_, option) in Edits) edit.Add(option);
        options.On(edit);
        edit.Validators.Add(typed =>
        {
            if (Edits.Count(e => typed.GetResult(e.Option) is { Implicit: false }) != 1) typed.AddError("Say one change: " + string.Join(", ", Edits.Select(e => e.Option.Name)) + ".");
        });
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (wanted, what) = (await options.Wanted(desk, stop), What(typed));
            Mistaken.ThrowIf(what.Check());
            Mistaken.ThrowIf(new Problems().When(wanted.IsEverybody && !typed.GetValue(Everybody), "", "Lists.SayEverybody"));
            return await Say(desk, await desk.Store.ChangeAll(await desk.Store.AllWanted(wanted, desk.Clock, desk.Today, stop), what, desk.Clock, stop), stop);
        }, stop));
        return edit;
    }

    public static Command Undo(Shell shell)
    {
        var id = new Argument<Guid>("ID") { Description = "The change, as people edit named it" };
        var undo = new Command("undo", $"Take back what people edit changed, for {BulkChange.DaysKept} days") { id };
        undo.SetAction((typed, stop) => shell.At(typed, async desk => await Say(desk, await desk.Store.UndoChange(typed.GetValue(id), desk.Clock, stop), stop), stop));
        return undo;
    }

    private static PeopleEdit What(ParseResult typed)
    {
        var (kind, option) = Array.Find(Edits, e => typed.GetResult(e.Option) is { Implicit: false });
        var value = option is Option<string?> text ? typed.GetValue(text) : null;
        return kind != EditKind.Cadence ? new(kind, value) : new(kind, value?.ToLowerInvariant() switch { "layer" => null, "off" => "0", var days => days });
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
