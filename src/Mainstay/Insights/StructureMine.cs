using Mainstay.Algorithms.Graphs;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>How the owner stands among those they have ties with (Burt 1992), as far as it is recorded who of them know each other.</summary>
/// <param name="Standing">The numbers.</param>
/// <param name="Links">How many of their ties are recorded to know each other.</param>
/// <param name="Unknown">Of how many of them it is not recorded whom they know: what looks open may be closed.</param>
/// <param name="LeadsBack">To whom most leads back, and which part of the constraint comes from them, 0 to 1.</param>
public sealed record StructureMine(Brokerage Standing, int Links, int Unknown, (StructurePerson Person, double Share) LeadsBack)
{
    /// <summary>With fewer ties than that, whether they know each other says little.</summary>
    private const int FewTies = 5;

    /// <summary>From here on most of what one tie leads to, another leads to as well.</summary>
    private const double Closed = .5, Open = .8;

    /// <summary>From here on the constraint comes rather from one person than from all.</summary>
    private const double Leans = .25, LeansOn = .2;

    /// <summary>Most of them lead back to each other.</summary>
    public bool IsClosed => Standing.Contacts >= FewTies && Standing.Efficiency < Closed;

    /// <summary>Much of it leads back to one person.</summary>
    public bool LeansOnOne => Standing.Contacts >= FewTies && Standing.Hierarchy >= Leans && LeadsBack.Share >= LeansOn;

    /// <summary>Each number in a sentence.</summary>
    public IReadOnlyList<Reason> InWords =>
    [
        new("Insights.StructureMineTies", Standing.Contacts, Links),
        new("Insights.StructureMineSize", Math.Round(Standing.EffectiveSize), Standing.Contacts),
        new(Standing.Efficiency switch { < Closed => "Insights.StructureMineClosed", < Open => "Insights.StructureMineHalf", _ => "Insights.StructureMineOpen" }),
        .. Standing.Hierarchy is null ? [] : new[] { LeansOnOne ? new Reason("Insights.StructureMineLeans", LeadsBack.Person.Name) : new("Insights.StructureMineEven") },
        .. Unknown > 0 ? new[] { new Reason("Insights.StructureMineUnknown", Unknown) } : [],
    ];

    /// <summary>The numbers themselves, each with what it means.</summary>
    public IReadOnlyList<Reason> Numbers =>
    [
        new("Insights.StructureConstraint", Math.Round(Standing.Constraint, 2)),
        new("Insights.StructureSize", Math.Round(Standing.EffectiveSize, 1)),
        new("Insights.StructureEfficiency", Math.Round(Standing.Efficiency, 2)),
        .. Standing.Hierarchy is { } hierarchy ? new[] { new Reason("Insights.StructureHierarchy", Math.Round(hierarchy, 2)) } : [],
    ];

    /// <summary>The owner is node 0, and those they have a tie with follow.</summary>
    internal static StructureMine? Of(StructureFacts facts)
    {
        int[] tied = [.. Enumerable.Range(0, facts.People.Count).Where(n => facts.People[n].Strength > 0)];
        if (tied.Length == 0) return null;
        var nodes = tied.Select((number, place) => (number, Node: place + 1)).ToDictionary(n => n.number, n => n.Node);
        Arc[] links = [.. facts.Links.Where(l => nodes.ContainsKey(l.First) && nodes.ContainsKey(l.Second)).Select(l => new Arc(nodes[l.First], nodes[l.Second], l.Strength))];
        var burt = new Burt(CompressedGraph.Undirected(tied.Length + 1, [.. nodes.Values.Select(node => new Arc(0, node, facts.People[tied[node - 1]].Strength)), .. links]));
        var (standing, most) = (burt.At(0)!.Value, burt.Contacts(0).MaxBy(c => (c.Constraint, -c.Contact)));
        var known = facts.Links.SelectMany(l => new[] { l.First, l.Second }).ToHashSet();
        return new(standing, links.Length, tied.Count(number => !known.Contains(number)), (facts.People[tied[most.Contact - 1]], most.Constraint / standing.Constraint));
    }
}
