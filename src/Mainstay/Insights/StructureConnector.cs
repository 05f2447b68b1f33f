using Mainstay.Algorithms.Graphs;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>Somebody who connects the owner's people.</summary>
/// <param name="Person">Who.</param>
/// <param name="Betweenness">On how much of the shortest ways between two others they lie, 0 to 1; an estimate in a large network.</param>
/// <param name="Standing">How they stand among those they know.</param>
/// <param name="Sentence">What that means.</param>
public sealed record StructureConnector(StructurePerson Person, double Betweenness, Brokerage Standing, Reason Sentence)
{
    private const int Most = 10, MostNamed = 3;

    /// <summary>Whoever lies on fewer of the ways connects hardly anybody.</summary>
    private const double Least = .005;

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    internal static IEnumerable<StructureConnector> Of(StructureGraph graph, IReadOnlyList<StructureGroup> groups, IReadOnlyList<StructureBreak> breaks)
    {
        var names = groups.Where(g => g.IsTold).ToDictionary(g => g.Number, g => g.Name);
        return Enumerable.Range(0, graph.People.Count).Where(n => graph.Between[n] >= Least).OrderByDescending(n => graph.Between[n]).ThenBy(n => n).Take(Most)
            .Select(n => new StructureConnector(graph.People[n], graph.Between[n], graph.Standings[n]!.Value, SentenceOf(n, graph, names, breaks)) { Reasons = [.. ReasonsOf(n, graph)] });
    }

    private static Reason SentenceOf(int node, StructureGraph graph, Dictionary<int, Reason> names, IReadOnlyList<StructureBreak> breaks)
    {
        var name = graph.People[node].Name;
        if (breaks.FirstOrDefault(b => b.Through is [var only] && only == node) is { } broken) return new("Insights.StructureOnlyConnects", name, broken.Sides.Select(s => s.Name.Yours()));
        int[] known = [.. graph.Nearest(node).Select(n => graph.People[n].Group).OfType<int>().Distinct().Where(names.ContainsKey).Order()];
        return (known.Length, graph.Strangers(node)) switch
        {
            (> MostNamed, _) => new("Insights.StructureKnowsGroupsMore", name, known.Length, known.Take(MostNamed).Select(g => names[g].Yours())),
            (> 1, _) => new("Insights.StructureKnowsGroups", name, known.Select(g => names[g].Yours())),
            (_, var (one, other)) => new("Insights.StructureKnowsBoth", name, graph.People[one].Name, graph.People[other].Name),
            _ => new("Insights.StructureStandsBetween", name),
        };
    }

    private static IEnumerable<Reason> ReasonsOf(int node, StructureGraph graph)
    {
        yield return new("Insights.StructureKnowsSoMany", graph.Links.Degree(node));
        yield return graph.Sources == graph.People.Count ? new("Insights.StructureOnWays", Telling.InTen(graph.Between[node]))
            : new("Insights.StructureOnWaysAbout", Telling.InTen(graph.Between[node]), graph.Sources, graph.People.Count);
        var alone = graph.Nearest(node).Where(n => graph.Links.Degree(n) == 1).Select(n => graph.People[n].Name).ToList();
        if (alone.Count > 0) yield return alone.Count > MostNamed ? new("Insights.StructureKnowsAloneMore", string.Join(", ", alone.Take(MostNamed)), alone.Count - MostNamed) : new("Insights.StructureKnowsAlone", alone);
    }
}
