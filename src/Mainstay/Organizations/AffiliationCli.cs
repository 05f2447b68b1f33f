using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;

namespace Mainstay.Organizations;

/// <summary>Where a person works, said when they are added or edited: <c>--organization</c>, <c>--title</c>.</summary>
internal sealed class AffiliationCli : IPersonOptions
{
    private static readonly Option<string?> Organization = new("--organization") { Description = "Organizations.HelpWorks", HelpName = "ORG" };
    private static readonly Option<string?> Title = new("--title") { Description = "Organizations.HelpTitle", HelpName = "TITLE" };
    private static readonly Option<string?> Department = new("--department") { Description = "Organizations.HelpDepartment", HelpName = "DEPARTMENT" };
    private static readonly Option<string[]> Remove = new("--remove-organization") { Description = "Organizations.HelpRemoveFrom", HelpName = "ORG" };

    /// <summary>Hangs the options on the commands of an earlier room.</summary>
    public static void ExtendCommands(RootCommand root)
    {
        var person = root.Subcommands.Single(c => c.Name == "person");
        foreach (var command in person.Subcommands.Where(c => c.Name is "add" or "edit"))
        {
            command.Add(Organization);
            command.Add(Title);
            command.Add(Department);
            if (command.Name == "edit") command.Add(Remove);
        }
    }

    public async Task Apply(Desk desk, Guid person, CancellationToken stop)
    {
        Option[] options = [Organization, Title, Department, Remove];
        if (options.All(o => desk.Parsed.GetResult(o) is null)) return;
        var now = (await desk.Store.AffiliationsOf([person], stop)).GetValueOrDefault(person) ?? [];
        var left = PersonChanges.Merge(now, [], desk.Parsed.GetValue(Remove) ?? [], a => PersonNames.Key(a.Organization ?? ""));
        var changed = left.WithCurrent(a => a with { Organization = Given(Organization, a.Organization), Title = Given(Title, a.Title), Department = Given(Department, a.Department) });
        await desk.Store.SetAffiliations(person, changed, desk.Clock, stop);

        string? Given(Option<string?> option, string? value) => desk.Parsed.GetResult(option) is null ? value : desk.Parsed.GetValue(option);
    }
}
