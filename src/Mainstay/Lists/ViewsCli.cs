using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary><c>people views</c>: lists kept under a name.</summary>
internal static class ViewsCli
{
    public static Command Command(Shell shell)
    {
        var views = new Command("views", "Lists.HelpViews") { Add(shell), Edit(shell), Remove(shell), Restore(shell) };
        views.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.AllViews(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(ViewAnswer.Of));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Lists.NoViews"));
            else foreach (var view in all) desk.Paper.Line(Speech.Say("Lists.ViewLine", view.Name, Shown(view)));
            return Shell.Fine;
        }, stop));
        return views;
    }

    private static Command Add(Shell shell)
    {
        var (name, options) = (Name("Lists.HelpViewNew"), new ListOptionsCli());
        var add = new Command("add", "Lists.HelpViewAdd") { name };
        options.On(add);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
            Say(desk, "Lists.ViewSaved", await desk.Store.SaveView(typed.GetValue(name)!, await options.Wanted(desk, stop), desk.Clock, stop)), stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var (name, options) = (Name("Lists.HelpViewWhich"), new ListOptionsCli());
        var rename = new Option<string?>("--rename") { Description = "Lists.HelpViewRename", HelpName = "NAME" };
        var edit = new Command("edit", "Lists.HelpViewEdit") { name, rename };
        options.On(edit);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var view = await desk.Store.ViewCalled(typed.GetValue(name)!, stop);
            var wanted = await options.Wanted(desk, stop);
            if (!wanted.IsEverybody || wanted.SortText is not null) view = await desk.Store.ChangeView(view.Id, wanted, stop);
            if (typed.GetValue(rename) is { } other) view = await desk.Store.RenameView(view.Id, other, stop);
            return Say(desk, "Lists.ViewChanged", view);
        }, stop));
        return edit;
    }

    private static Command Remove(Shell shell)
    {
        var name = Name("Lists.HelpViewWhich");
        var remove = new Command("remove", $"Lists.HelpViewRemove {SavedView.DaysKept}") { name };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
            Say(desk, "Lists.ViewRemoved", await desk.Store.DeleteView((await desk.Store.ViewCalled(typed.GetValue(name)!, stop)).Id, desk.Clock, stop)), stop));
        return remove;
    }

    private static Command Restore(Shell shell)
    {
        var id = new Argument<Guid>("ID") { Description = "Lists.HelpViewId" };
        var restore = new Command("restore", "Lists.HelpViewRestore") { id };
        restore.SetAction((typed, stop) => shell.At(typed, async desk => Say(desk, "Lists.ViewSaved", await desk.Store.RestoreView(typed.GetValue(id), stop)), stop));
        return restore;
    }

    private static Argument<string> Name(string description) => new("NAME") { Description = description };

    private static int Say(Desk desk, string sentence, SavedView view)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(ViewAnswer.Of(view));
        else desk.Paper.Line(Speech.Say(sentence, view.Name, view.Id));
        return Shell.Fine;
    }

    private static string Shown(SavedView view) => view.Wanted.Length == 0 ? Speech.Say("Lists.Everybody") : string.Join(' ', view.People.Pairs().Select(p => $"{p.Key}={p.Value}"));
}
