using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary><c>organizations</c> and <c>organization</c>: all of them, one, and what can be done to it.</summary>
internal static class OrganizationsCli
{
    public static Command All(Shell shell)
    {
        var query = Shell.Words("QUERY", "Organizations.HelpQuery", ArgumentArity.ZeroOrMore);
        var byPeople = new Option<bool>("--by-people") { Description = "Organizations.HelpByPeople" };
        var all = new Command("organizations", "Organizations.HelpAll") { query, byPeople };
        all.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var asked = new OrganizationsAsked { Query = string.Join(' ', typed.GetValue(query) ?? []), ByPeople = typed.GetValue(byPeople), Most = int.MaxValue };
            var lines = (await desk.Store.OrganizationList(asked, stop)).Lines;
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(ListedOrganizationAnswer.Of));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Organizations.NoneYet"));
            else foreach (var line in lines) desk.Paper.Line($"{line.Name}  {OrganizationPage.Counted(line.Now, line.Before)}");
            return Shell.Fine;
        }, stop));
        return all;
    }

    public static Command One(Shell shell)
    {
        var name = Shell.Words("NAME", "Organizations.HelpWhich", ArgumentArity.OneOrMore);
        var one = new Command("organization", "Organizations.HelpOne") { name, Add(shell), Edit(shell), Merge(shell), Remove(shell), ChangesCli.Undo(shell, "Organizations.HelpUndo", "Organizations.HelpChangeId") };
        one.SetAction((typed, stop) => shell.At(typed, async desk => await Show(desk, (await desk.Store.FindOrganization(WhoCli.Name(typed, name), stop)).Id, stop), stop));
        return one;
    }

    /// <summary>The organization that is named; one that nobody knows yet is added under this name.</summary>
    public static async Task<Guid> ThereOrNew(Desk desk, string name, CancellationToken stop)
    {
        try
        {
            return (await desk.Store.FindOrganization(name, stop)).Id;
        }
        catch (NotFound) when (!Guid.TryParse(name, out _))
        {
            return (await desk.Store.AddOrganization(new(name), desk.Clock, stop)).Id;
        }
    }

    private static Command Add(Shell shell)
    {
        var name = Shell.Words("NAME", "Organizations.HelpName", ArgumentArity.OneOrMore);
        var note = new Option<string?>("--note") { Description = "Organizations.HelpNote", HelpName = "TEXT" };
        var add = new Command("add", "Organizations.HelpAdd") { name, note };
        add.SetAction((typed, stop) => shell.At(typed, async desk => await Show(desk, (await desk.Store.AddOrganization(new(WhoCli.Name(typed, name), typed.GetValue(note)), desk.Clock, stop)).Id, stop), stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = "Organizations.HelpWhichShort" };
        var rename = new Option<string?>("--rename") { Description = "Organizations.HelpRename", HelpName = "NAME" };
        var note = new Option<string?>("--note") { Description = "Organizations.HelpNote", HelpName = "TEXT" };
        var edit = new Command("edit", "Organizations.HelpEdit") { name, rename, note };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var row = await desk.Store.FindOrganization(typed.GetValue(name)!, stop);
            var (section, now) = (OrganizationFields.Section, OrganizationActions.Details(row));
            var said = new OrganizationDetails(typed.GetValue(rename) ?? now.Name, typed.GetResult(note) is null ? now.Notes : typed.GetValue(note));
            await desk.Store.EditOrganization(row.Id, new(section, said, section.Fingerprints(now)), desk.Clock, stop);
            return await Show(desk, row.Id, stop);
        }, stop));
        return edit;
    }

    private static Command Merge(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = "Organizations.HelpGone" };
        var into = new Argument<string>("INTO") { Description = "Organizations.HelpStays" };
        var merge = new Command("merge", "Organizations.HelpMerge") { name, into };
        merge.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (gone, keep) = (await desk.Store.FindOrganization(typed.GetValue(name)!, stop), await desk.Store.FindOrganization(typed.GetValue(into)!, stop));
            return Said(desk, "Organizations.MergedInto", await desk.Store.MergeOrganizations(keep.Id, gone.Id, desk.Services.GetServices<IOrganizationRows>(), desk.Clock, stop), gone.Name, keep.Name);
        }, stop));
        return merge;
    }

    private static Command Remove(Shell shell)
    {
        var name = Shell.Words("NAME", "Organizations.HelpWhichShort", ArgumentArity.OneOrMore);
        var remove = new Command("remove", "Organizations.HelpRemove") { name };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var row = await desk.Store.FindOrganization(WhoCli.Name(typed, name), stop);
            return Said(desk, "Organizations.Removed", await desk.Store.RemoveOrganization(row.Id, desk.Services.GetServices<IOrganizationRows>(), desk.Clock, stop), row.Name);
        }, stop));
        return remove;
    }

    private static int Said(Desk desk, string sentence, Guid change, params object?[] inputs)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(new { Change = change });
        else desk.Paper.Line(Speech.Say(sentence, [.. inputs, change]));
        return Shell.Fine;
    }

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop)
    {
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(await desk.Store.OrganizationWithPeople(id, stop));
            return Shell.Fine;
        }
        var (row, there) = (await desk.Store.OrganizationOf(id, stop), await desk.Store.PeopleOfOrganization(id, 0, int.MaxValue, stop));
        desk.Paper.Line($"{row.Name}  {OrganizationPage.Counted(there.Now, there.Before)}");
        if (row.Notes is { } notes) desk.Paper.Line(notes);
        foreach (var person in there.People) desk.Paper.Line("  " + new AffiliationDetails(person.Name, person.Title, person.Department, person.Since, person.Until).InWords().InWords());
        return Shell.Fine;
    }
}
