using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>People who meet others only through one person.</summary>
/// <param name="Name">What most of them share.</param>
/// <param name="People">All of them, who knows most of them first.</param>
public sealed record StructureSide(Reason Name, IReadOnlyList<StructurePerson> People)
{
    /// <summary>So many are called by their names before the others are counted.</summary>
    private const int MostNamed = 3;

    /// <summary>"designers: Bo, Cy and 4 more"</summary>
    public Reason InFull => People.Count > MostNamed ? new("Insights.StructureSideMore", Name, string.Join(", ", People.Take(MostNamed).Select(p => p.Name)), People.Count - MostNamed) : new("Insights.StructureSide", Name, People.Select(p => p.Name));

    internal static StructureSide Of(IReadOnlyCollection<int> nodes, StructureGraph graph, StructureNames names, ISet<Reason> taken)
    {
        var around = graph.Around(nodes);
        StructurePerson[] people = [graph.People[around], .. nodes.Where(n => n != around).Select(n => graph.People[n])];
        return new(names.Of(people, people[0], taken), people);
    }
}

/// <summary>Where the network would fall apart: sides that meet only through one person, or only because two know each other.</summary>
/// <param name="Through">The one, or the two.</param>
/// <param name="Sides">The largest first; two or more.</param>
internal sealed record StructureBreak(IReadOnlyList<int> Through, IReadOnlyList<StructureSide> Sides)
{
    /// <summary>So many people at least make a side.</summary>
    public const int LeastPeople = 3;

    /// <summary>So many who hold parts together are looked at, and so many breaks are told.</summary>
    private const int MostLooked = 24, Most = 3;

    public static IReadOnlyList<StructureBreak> Of(StructureGraph graph, StructureNames names, CancellationToken stop)
    {
        var cuts = new List<Cut>();
        foreach (var node in graph.Bridges.Nodes.OrderByDescending(n => graph.Between[n]).ThenBy(n => n).Take(MostLooked))
        {
            stop.ThrowIfCancellationRequested();
            Cut cut = new([node], [.. graph.Without(node).Where(p => p.Count >= LeastPeople)]);
            if (cut.Sides.Count > 1) cuts.Add(cut);
        }
        return [.. Joined(cuts, graph).OrderByDescending(c => c.Weight).Take(Most).Select(c => c.Named(graph, names))];
    }

    /// <summary>Two who know each other and part the same two sides are told as one.</summary>
    private static IEnumerable<Cut> Joined(List<Cut> cuts, StructureGraph graph)
    {
        var links = graph.Bridges.Links.Select(l => (l.From, l.To)).ToHashSet();
        while (cuts.Count > 0)
        {
            var cut = cuts[0];
            cuts.RemoveAt(0);
            var other = cut.Sides.Count == 2 ? cuts.Find(c => c.Sides.Count == 2 && links.Contains((Math.Min(c.Node, cut.Node), Math.Max(c.Node, cut.Node)))) : null;
            if (other is not null) cuts.Remove(other);
            yield return other is null ? cut : cut.With(other);
        }
    }

    private sealed record Cut(IReadOnlyList<int> Through, IReadOnlyList<List<int>> Sides)
    {
        public int Node => Through[0];

        /// <summary>As many as stand on the second largest side: a break that parts nearly nobody from all is worth little.</summary>
        public int Weight => Sides[1].Count;

        public Cut With(Cut other) => new([Node, other.Node], [.. new[] { Sides.First(s => !s.Contains(other.Node)), other.Sides.First(s => !s.Contains(Node)) }.OrderByDescending(s => s.Count)]);

        public StructureBreak Named(StructureGraph graph, StructureNames names)
        {
            var taken = new HashSet<Reason>();
            return new(Through, [.. Sides.Select(s => StructureSide.Of(s, graph, names, taken))]);
        }
    }
}
