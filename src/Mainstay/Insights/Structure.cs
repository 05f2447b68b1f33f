using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>How the owner's people hang together, and how the owner stands among them: on what is recorded, for what is not recorded is not known.</summary>
public sealed record Structure
{
    /// <summary>Fewer recorded links say nothing of the whole.</summary>
    public const int Enough = 10;

    /// <summary>So many are named in a list of suggestions.</summary>
    private const int MostSuggested = 5;

    /// <summary>How many people there are.</summary>
    public required int Everybody { get; init; }

    /// <summary>How many of them know at least one other, as far as it is recorded.</summary>
    public required int Linked { get; init; }

    /// <summary>How many pairs are recorded who know each other.</summary>
    public required int Links { get; init; }

    /// <summary>How the owner stands; null without a tie to anybody.</summary>
    public required StructureMine? Mine { get; init; }

    /// <summary>People who know each other better than others, the largest first.</summary>
    public required IReadOnlyList<StructureGroup> Groups { get; init; }

    /// <summary>The sides that findings name and that are no group of their own: whoever is spoken of can be seen.</summary>
    public required IReadOnlyList<StructureSide> Parts { get; init; }

    /// <summary>What follows, the most telling first.</summary>
    public required IReadOnlyList<StructureFinding> Findings { get; init; }

    /// <summary>Who connects the others, most of all first.</summary>
    public required IReadOnlyList<StructureConnector> Connectors { get; init; }

    /// <summary>Who might open a door, when one is needed.</summary>
    public required IReadOnlyList<StructureTie> WeakTies { get; init; }

    /// <summary>Old ties that went quiet and are worth a word.</summary>
    public required IReadOnlyList<StructureTie> DormantTies { get; init; }

    public bool IsEnough => Links >= Enough;

    /// <summary>"Based on 214 recorded links between 86 of your 120 people. What is not recorded is not known."</summary>
    public Reason Basis => Links == 0 ? new("Insights.StructureNoLinks", Everybody) : new("Insights.StructureBasis", Links, Linked, Everybody);

    public static Structure Of(StructureFacts facts, CancellationToken stop)
    {
        var graph = new StructureGraph(facts, stop);
        var names = new StructureNames(facts.People);
        var (mine, groups) = (StructureMine.Of(facts), StructureGroup.Of(graph, names));
        var breaks = facts.Links.Count < Enough ? [] : StructureBreak.Of(graph, names, stop);
        List<StructureFinding> findings = [.. StructureFindings.Of(facts, graph, names, mine, breaks)];
        var told = groups.Where(g => g.IsTold).Select(g => g.Name).ToHashSet();
        return new()
        {
            Everybody = facts.People.Count,
            Linked = graph.People.Count,
            Links = facts.Links.Count,
            Mine = mine,
            Groups = groups,
            Parts = [.. findings.SelectMany(f => f.Sides).Where(s => !told.Contains(s.Name)).DistinctBy(s => s.Name)],
            Findings = findings,
            Connectors = facts.Links.Count < Enough ? [] : [.. StructureConnector.Of(graph, groups, breaks)],
            WeakTies = [.. StructureTie.Weak(facts, graph).Take(MostSuggested)],
            DormantTies = [.. StructureTie.Dormant(facts).Take(MostSuggested)],
        };
    }
}
