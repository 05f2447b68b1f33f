using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary>Where a person works, said when they are added or edited: <c>--organization</c>, <c>--title</c>, <c>--since</c>.</summary>
internal sealed class AffiliationCli : IPersonOptions
{
    private const string Organization = "--organization", Another = "--another-organization", Title = "--title", Department = "--department", Since = "--since", Until = "--until", Remove = "--remove-organization";

    /// <summary>Hangs the options on the commands of an earlier room, on each its own.</summary>
    public static void ExtendCommands(RootCommand root)
    {
        var person = root.Subcommands.Single(c => c.Name == "person");
        foreach (var command in person.Subcommands.Where(c => c.Name is "add" or "edit"))
        {
            command.Add(Text(Organization, "Organizations.HelpWorks", "ORG"));
            command.Add(Text(Title, "Organizations.HelpTitle", "TITLE"));
            command.Add(Text(Department, "Organizations.HelpDepartment", "DEPARTMENT"));
            command.Add(Text(Since, "Organizations.HelpSince", "DATE"));
            command.Add(Text(Until, "Organizations.HelpUntil", "DATE"));
            if (command.Name != "edit") continue;
            command.Add(Text(Another, "Organizations.HelpWorksToo", "ORG"));
            command.Add(new Option<string[]>(Remove) { Description = "Organizations.HelpRemoveFrom", HelpName = "ORG" });
        }
    }

    public async Task Apply(Desk desk, Guid person, CancellationToken stop)
    {
        string[] options = [Organization, Another, Title, Department, Since, Until, Remove];
        if (!options.Any(IsGiven)) return;
        var another = IsGiven(Another) ? Typed(new(Given(Another, null))) : null;
        var gone = Named(Remove) is Option<string[]> remove ? desk.Parsed.GetValue(remove) : null;
        Mistaken.ThrowIf(new Problems()
            .When(IsGiven(Organization) && IsGiven(Another), "affiliations", "Organizations.OnePlaceAtATime")
            .When(another is { Organization: null, Title: null }, "affiliations", "Organizations.PlaceMissing"));
        var now = (await desk.Store.AffiliationsOf([person], stop)).GetValueOrDefault(person) ?? [];
        var left = PersonChanges.Merge(now, [], gone ?? [], a => PersonNames.Key(a.Organization ?? ""));
        if (another is not null && !left.Exists(a => IsSame(a, another))) left.Add(another);
        var changed = another is null ? left.WithOneAt(Value(Organization), Typed) : left;
        await desk.Store.SetAffiliations(person, changed, desk.Clock, stop);

        Option? Named(string name) => desk.Parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Name == name); // the one of the command that was typed
        bool IsGiven(string name) => Named(name) is { } option && desk.Parsed.GetResult(option) is not null;
        string? Value(string name) => Named(name) is Option<string?> option ? desk.Parsed.GetValue(option) : null;
        string? Given(string name, string? value) => IsGiven(name) ? Texts.Filled(Value(name)) : value;
        AffiliationDetails Typed(AffiliationDetails a) => new(Given(Organization, a.Organization), Given(Title, a.Title), Given(Department, a.Department), Given(Since, a.Since), Given(Until, a.Until));
        static bool IsSame(AffiliationDetails a, AffiliationDetails b) => PersonNames.Key(a.Organization ?? "") == PersonNames.Key(b.Organization ?? "") && a with { Organization = null } == b with { Organization = null };
    }

    private static Option<string?> Text(string name, string about, string placeholder) => new(name) { Description = about, HelpName = placeholder };
}
