using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary><c>trash</c>: who lies there, <c>trash remove NAME</c> and <c>trash empty</c>.</summary>
internal static class TrashCli
{
    public static Command Command(Shell shell)
    {
        var (yes, yesToAll) = (Yes(), Yes());
        var who = Shell.Words("NAME-OR-ID", "People.HelpWhoForGood", ArgumentArity.OneOrMore);
        var remove = new Command("remove", "People.HelpRemoveForGood") { who, yes };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = await desk.Store.FindTrashed(WhoCli.Name(typed, who), stop);
            if (!Sure(desk, yes, "People.ForGoodOne", person.Name)) return Shell.Fine;
            await desk.Store.RemoveForGood(person.Id, desk.Services.GetServices<IPersonLeaves>(), stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new { person.Id, person.Name });
            else desk.Paper.Line(Speech.Say("People.RemovedForGood", person.Name));
            return Shell.Fine;
        }, stop));
        var empty = new Command("empty", "People.HelpEmptyTrash") { yesToAll };
        empty.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var count = (await desk.Store.InTrash(stop)).Count;
            if (count > 0 && !Sure(desk, yesToAll, "People.ForGoodAll", count)) return Shell.Fine;
            count = await desk.Store.EmptyWholeTrash(desk.Services.GetServices<IPersonLeaves>(), stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new { removed = count });
            else desk.Paper.Line(Speech.Say("People.Emptied", count));
            return Shell.Fine;
        }, stop));
        var trash = new Command("trash", "People.HelpInTrash") { remove, empty };
        trash.SetAction((typed, stop) => shell.At(typed, desk => PersonCli.ListTrash(desk, stop), stop));
        return trash;
    }

    private static Option<bool> Yes() => new("--yes") { Description = "People.HelpYes" };

    /// <summary>What cannot be undone asks first; where nobody can be asked, it wants to be told.</summary>
    private static bool Sure(Desk desk, Option<bool> yes, string question, object input)
    {
        if (desk.Parsed.GetValue(yes)) return true;
        Mistaken.ThrowIf(new Problems().When(!desk.Around.CanAsk || desk.Paper.AsJson, "yes", "People.SayYes"));
        desk.Paper.Line(Speech.Say(question, input) + " " + Speech.Say("People.PressY"));
        if (char.ToLowerInvariant(desk.Around.Key()) is 'y' or 'j') return true;
        desk.Paper.Line(Speech.Say("People.NothingRemoved"));
        return false;
    }
}
