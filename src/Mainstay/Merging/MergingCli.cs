using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Merging;

/// <summary><c>people duplicates</c>, <c>person merge</c> and <c>person apart</c>.</summary>
internal static class MergingCli
{
    private const int Usual = 20;

    public static void ExtendCommands(RootCommand root, Shell shell)
    {
        root.Subcommands.Single(c => c.Name == "people").Add(List(shell));
        var person = root.Subcommands.Single(c => c.Name == "person");
        person.Add(Merge(shell));
        person.Add(Apart(shell));
    }

    private static Command List(Shell shell)
    {
        var limit = new Option<int?>("--limit") { Description = "Merging.HelpLimit", HelpName = "N" };
        var list = new Command("duplicates", "Merging.HelpDuplicates") { limit };
        list.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var found = DuplicatesAnswer.Of(await desk.Store.Duplicates(Math.Max(1, typed.GetValue(limit) ?? Usual), stop));
            if (desk.Paper.AsJson) desk.Paper.Write(found);
            else if (found.Total == 0) desk.Paper.Aside(Speech.Say("Merging.Nobody"));
            else foreach (var pair in found.Items) Print(desk, pair);
            if (!desk.Paper.AsJson && found.Items.Count < found.Total) desk.Paper.Aside(Speech.Say("Merging.MoreLater", found.Total - found.Items.Count));
            return Shell.Fine;
        }, stop));
        return list;
    }

    private static void Print(Desk desk, DuplicateAnswer pair)
    {
        desk.Paper.Line($"{pair.First.Name} ({pair.First.Id}) · {pair.Second.Name} ({pair.Second.Id})");
        desk.Paper.Line("  " + pair.Sentence);
        foreach (var reason in pair.Reasons) desk.Paper.Line("  " + reason);
    }

    private static Command Merge(Shell shell)
    {
        var name = WhoCli.Completed(shell, new Argument<string>("NAME") { Description = "Merging.HelpGone" });
        var into = WhoCli.Completed(shell, new Argument<string>("INTO") { Description = "Merging.HelpStays" });
        var take = new Option<string[]>("--take") { Description = "Merging.HelpTake", HelpName = "FIELD" };
        var merge = new Command("merge", $"Merging.HelpMerge {Former.DaysKept}") { name, into, take };
        merge.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (gone, keep) = (await desk.Store.FindPerson(typed.GetValue(name)!, stop), await desk.Store.FindPerson(typed.GetValue(into)!, stop));
            var change = await desk.Store.MergePeople(new(keep.Id, gone.Id, typed.GetValue(take) ?? []), desk.Today, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new { keep.Id, Change = change });
            else desk.Paper.Line($"{Speech.Say("Merging.MergedInto", gone.Name, keep.Name)} {Speech.Say("People.TakeBackWith", change)}");
            return Shell.Fine;
        }, stop));
        return merge;
    }

    private static Command Apart(Shell shell)
    {
        var name = WhoCli.Completed(shell, new Argument<string>("NAME") { Description = "Merging.HelpOne" });
        var other = WhoCli.Completed(shell, new Argument<string>("OTHER") { Description = "Merging.HelpOther" });
        var maybe = new Option<bool>("--maybe-one") { Description = "Merging.HelpMaybe" };
        var apart = new Command("apart", "Merging.HelpApart") { name, other, maybe };
        apart.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (one, two) = (await desk.Store.FindPerson(typed.GetValue(name)!, stop), await desk.Store.FindPerson(typed.GetValue(other)!, stop));
            if (typed.GetValue(maybe)) await desk.Store.UnsayApart(one.Id, two.Id, stop);
            else await desk.Store.SayApart(one.Id, two.Id, desk.Clock, stop);
            desk.Paper.Aside(Speech.Say(typed.GetValue(maybe) ? "Merging.SaidMaybe" : "Merging.SaidApart"));
            return Shell.Fine;
        }, stop));
        return apart;
    }
}
