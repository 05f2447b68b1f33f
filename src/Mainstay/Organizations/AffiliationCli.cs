using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Organizations;

/// <summary>Where a person works, said when they are added or edited: <c>--organization</c>, <c>--title</c>, <c>--since</c>.</summary>
internal sealed class AffiliationCli : IPersonOptions
{
    private static readonly Option<string?> Organization = new("--organization") { Description = "Organizations.HelpWorks", HelpName = "ORG" };
    private static readonly Option<string?> Another = new("--another-organization") { Description = "Organizations.HelpWorksToo", HelpName = "ORG" };
    private static readonly Option<string?> Title = new("--title") { Description = "Organizations.HelpTitle", HelpName = "TITLE" };
    private static readonly Option<string?> Department = new("--department") { Description = "Organizations.HelpDepartment", HelpName = "DEPARTMENT" };
    private static readonly Option<string?> Since = new("--since") { Description = "Organizations.HelpSince", HelpName = "DATE" };
    private static readonly Option<string?> Until = new("--until") { Description = "Organizations.HelpUntil", HelpName = "DATE" };
    private static readonly Option<string[]> Remove = new("--remove-organization") { Description = "Organizations.HelpRemoveFrom", HelpName = "ORG" };

    /// <summary>Hangs the options on the commands of an earlier room.</summary>
    public static void ExtendCommands(RootCommand root)
    {
        var person = root.Subcommands.Single(c => c.Name == "person");
        foreach (var command in person.Subcommands.Where(c => c.Name is "add" or "edit"))
        {
            foreach (var option in (Option[])[Organization, Title, Department, Since, Until]) command.Add(option);
            if (command.Name != "edit") continue;
            command.Add(Another);
            command.Add(Remove);
        }
    }

    public async Task Apply(Desk desk, Guid person, CancellationToken stop)
    {
        Option[] options = [Organization, Another, Title, Department, Since, Until, Remove];
        if (!options.Any(IsGiven)) return;
        var another = IsGiven(Another) ? Typed(new(Texts.Filled(desk.Parsed.GetValue(Another)))) : null;
        Mistaken.ThrowIf(new Problems()
            .When(IsGiven(Organization) && IsGiven(Another), "affiliations", "Organizations.OnePlaceAtATime")
            .When(another is { Organization: null, Title: null }, "affiliations", "Organizations.PlaceMissing"));
        var now = (await desk.Store.AffiliationsOf([person], stop)).GetValueOrDefault(person) ?? [];
        var left = PersonChanges.Merge(now, [], desk.Parsed.GetValue(Remove) ?? [], a => PersonNames.Key(a.Organization ?? ""));
        if (another is not null && !left.Exists(a => IsSame(a, another))) left.Add(another);
        var changed = another is null ? left.WithOneAt(desk.Parsed.GetValue(Organization), Typed) : left;
        await desk.Store.SetAffiliations(person, changed, desk.Clock, stop);

        bool IsGiven(Option option) => desk.Parsed.GetResult(option) is not null;
        string? Given(Option<string?> option, string? value) => IsGiven(option) ? Texts.Filled(desk.Parsed.GetValue(option)) : value;
        AffiliationDetails Typed(AffiliationDetails a) => new(Given(Organization, a.Organization), Given(Title, a.Title), Given(Department, a.Department), Given(Since, a.Since), Given(Until, a.Until));
        static bool IsSame(AffiliationDetails a, AffiliationDetails b) => PersonNames.Key(a.Organization ?? "") == PersonNames.Key(b.Organization ?? "") && a with { Organization = null } == b with { Organization = null };
    }
}
