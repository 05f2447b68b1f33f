using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>How lists of people are narrowed and sorted on the command line: by the names that addresses have, too.</summary>
internal sealed class ListOptionsCli
{
    private static readonly Dictionary<Facet, (string Description, string Value)> Facets = new()
    {
        [Facet.Role] = ("Who hold this role; - for those without any", "ROLE"),
        [Facet.Layer] = ("Who are in this layer: core, close, extended, wider, or - for none", "LAYER"),
        [Facet.Topic] = ("Who know about this; - for those without any topic", "TOPIC"),
        [Facet.Label] = ("Who have this label; - for those without any", "LABEL"),
        [Facet.Organization] = ("Who belong there; - for those who belong nowhere", "ORG"),
        [Facet.Place] = ("Who live in this town or country; - for those of whom it is not known", "PLACE"),
        [Facet.Touched] = ("When you were last in touch: month, quarter, year (within the last), longer, or never", "WHEN"),
        [Facet.Due] = ("When you mean to be in touch again: overdue, week, later, resting, or - for no rhythm", "WHEN"),
        [Facet.Language] = ("Who speak this; - for those of whom it is not known", "LANGUAGE"),
    };

    private readonly Argument<string[]> query = Shell.Words("QUERY", "Words to look for: a name, a company, a label, …", ArgumentArity.ZeroOrMore);
    private readonly Dictionary<Facet, Option<string[]>> facets = Facets.ToDictionary(f => f.Key, f => new Option<string[]>("--" + f.Key.Name()) { Description = f.Value.Description, HelpName = f.Value.Value });
    private readonly Option<string?> sort = new("--sort") { Description = "name, touched, strength, due, added, layer or best; a minus in front (--sort=-touched) turns it around", HelpName = "ORDER" };
    private readonly Option<string?> view = new("--view") { Description = "As this saved view has it; what else is said takes the place of its own", HelpName = "NAME" };

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
