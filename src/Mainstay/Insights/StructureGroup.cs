using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>People who know each other better than others.</summary>
/// <param name="Number">As they are numbered in the view of the network.</param>
/// <param name="Name">What most of them share: "designers".</param>
/// <param name="People">All of them, who knows most of them first.</param>
public sealed record StructureGroup(int Number, Reason Name, IReadOnlyList<StructurePerson> People)
{
    /// <summary>So many at least are told of: two who know each other are a pair.</summary>
    public bool IsTold => People.Count >= StructureBreak.LeastPeople;

    internal static IReadOnlyList<StructureGroup> Of(StructureGraph graph, StructureNames names)
    {
        var taken = new HashSet<Reason>();
        return [.. Enumerable.Range(0, graph.People.Count).Where(n => graph.People[n].Group is not null).GroupBy(n => graph.People[n].Group!.Value).OrderBy(g => g.Key).Select(g => Of(g.Key, [.. g], graph, names, taken))];
    }

    private static StructureGroup Of(int number, int[] members, StructureGraph graph, StructureNames names, HashSet<Reason> taken)
    {
        var around = graph.Around(members);
        StructurePerson[] people = [.. members.Select(n => graph.People[n])];
        return new(number, names.Of(people, graph.People[around], taken), [graph.People[around], .. people.Where(p => p.Id != graph.People[around].Id).OrderBy(p => p.Name, StringComparer.Ordinal)]);
    }
}
