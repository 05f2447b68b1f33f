using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>How lists of people are narrowed and sorted on the command line: by the names that addresses have, too.</summary>
internal sealed class ListOptionsCli
{
    private static readonly Dictionary<Facet, (string Description, string Value)> Facets = new()
    {
        [Facet.Role] = ("Lists.HelpRole", "ROLE"),
        [Facet.Layer] = ("Lists.HelpLayer", "LAYER"),
        [Facet.Topic] = ("Lists.HelpTopic", "TOPIC"),
        [Facet.Label] = ("Lists.HelpLabel", "LABEL"),
        [Facet.Organization] = ("Lists.HelpOrganization", "ORG"),
        [Facet.Place] = ("Lists.HelpPlace", "PLACE"),
        [Facet.Touched] = ("Lists.HelpTouched", "WHEN"),
        [Facet.Due] = ("Lists.HelpDue", "WHEN"),
        [Facet.Language] = ("Lists.HelpLanguage", "LANGUAGE"),
    };

    private readonly Argument<string[]> query = Shell.Words("QUERY", "Lists.HelpQuery", ArgumentArity.ZeroOrMore);
    private readonly Dictionary<Facet, Option<string[]>> facets = Facets.ToDictionary(f => f.Key, f => new Option<string[]>("--" + f.Key.Name()) { Description = f.Value.Description, HelpName = f.Value.Value });
    private readonly Option<string?> sort = new("--sort") { Description = "Lists.HelpSort", HelpName = "ORDER" };
    private readonly Option<string?> view = new("--view") { Description = "Lists.HelpView", HelpName = "NAME" };

    /// <summary>Puts them on a command.</summary>
    public void On(Command command)
    {
        command.Add(query);
        foreach (var option in facets.Values) command.Add(option);
        command.Add(sort);
        command.Add(view);
    }

    public async Task<PeopleWanted> Wanted(Desk desk, CancellationToken stop)
    {
        var (typed, problems) = (desk.Parsed, new Problems());
        var said = PeopleWanted.Read(
        [
            new("q", string.Join(' ', typed.GetValue(query) ?? [])),
            .. facets.SelectMany(f => (typed.GetValue(f.Value) ?? []).Select(v => new KeyValuePair<string, string?>(f.Key.Name(), v))),
            new("sort", typed.GetValue(sort)),
        ], problems);
        Mistaken.ThrowIf(problems);
        return typed.GetValue(view) is { } name ? (await desk.Store.ViewCalled(name, stop)).People.OverriddenBy(said) : said;
    }
}
