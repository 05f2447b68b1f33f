using System.ComponentModel;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>How the owner stands, as programs are told of it.</summary>
public sealed record StructureMineAnswer(
    [property: Description("How much your people lead back to each other (Burt 1992): 1 over the number of your ties when nobody of them knows another, near 1 when all know each other. More than 1 in some small networks.")] double Constraint,
    [property: Description("How many of your ties lead somewhere the others do not.")] double EffectiveSize,
    [property: Description("The effective size as a part of your ties, at most 1.")] double Efficiency,
    [property: Description("How much of the constraint comes from one person: 0 when from all alike, 1 when from one alone; null with one tie.")] double? Hierarchy,
    [property: Description("What that means.")] string InWords)
{
    private const int Digits = 4;

    public static StructureMineAnswer Of(StructureMine mine) => new(Round(mine.Standing.Constraint), Round(mine.Standing.EffectiveSize), Round(mine.Standing.Efficiency),
        mine.Standing.Hierarchy is { } hierarchy ? Round(hierarchy) : null, string.Join(' ', mine.InWords.Select(r => r.InWords())));

    internal static double Round(double number) => Math.Round(number, Digits);
}

/// <summary>People who know each other better than others, as programs are told of them.</summary>
public sealed record StructureGroupAnswer([property: Description("What most of them share; else around whom they are.")] string Name, [property: Description("Who knows most of them comes first.")] IReadOnlyList<PersonLine> People)
{
    public static StructureGroupAnswer Of(StructureGroup group) => Of(group.Name, group.People);

    public static StructureGroupAnswer Of(StructureSide side) => Of(side.Name, side.People);

    private static StructureGroupAnswer Of(Reason name, IReadOnlyList<StructurePerson> people) => new(name.InWords(), [.. people.Select(p => new PersonLine(p.Id, p.Name))]);
}

/// <summary>Something the structure shows, as programs are told of it.</summary>
public sealed record StructureFindingAnswer(StructureFindingKind Kind, string Sentence, [property: Description("Who it is about.")] IReadOnlyList<Guid> People, IReadOnlyList<string> Reasons,
    [property: Description("What can be done about it.")] string Action, [property: Description("Where, in the browser.")] string Href)
{
    public static StructureFindingAnswer Of(StructureFinding finding) => new(finding.Kind, finding.Sentence.InWords(), finding.People, [.. finding.Reasons.Select(r => r.InWords())], finding.Action.InWords(), finding.Href);
}

/// <summary>Somebody who connects the others, as programs are told of them.</summary>
public sealed record StructureConnectorAnswer(
    Guid Id, string Name,
    [property: Description("On how much of the shortest ways between two others they lie, 0 to 1, strong ties being short. An estimate in a large network.")] double Betweenness,
    [property: Description("How much those they know lead back to each other.")] double Constraint,
    string Sentence, IReadOnlyList<string> Reasons)
{
    public static StructureConnectorAnswer Of(StructureConnector connector) => new(connector.Person.Id, connector.Person.Name, StructureMineAnswer.Round(connector.Betweenness), StructureMineAnswer.Round(connector.Standing.Constraint),
        connector.Sentence.InWords(), [.. connector.Reasons.Select(r => r.InWords())]);
}

/// <summary>Somebody who is worth a word, as programs are told of them.</summary>
public sealed record StructureTieAnswer(Guid Id, string Name, [property: Description("By what they are put in order, 0 to 1: a judgement, not a measurement.")] double Score, IReadOnlyList<string> Reasons, [property: Description("Where it is done, in the browser.")] string Href)
{
    public static StructureTieAnswer Of(StructureTie tie) => new(tie.Person.Id, tie.Person.Name, StructureMineAnswer.Round(tie.Score), [.. tie.Reasons.Select(r => r.InWords())], tie.Href);
}

/// <summary>How the owner's people hang together, as programs are told of it.</summary>
public sealed record StructureAnswer(
    [property: Description("How many pairs are recorded who know each other; what is not recorded is not known.")] int Links,
    [property: Description("How many people there are.")] int People,
    [property: Description("How many of them are recorded to know another.")] int Linked,
    string Sentence,
    [property: Description("Null without a tie to anybody.")] StructureMineAnswer? Mine,
    [property: Description("The largest first.")] IReadOnlyList<StructureGroupAnswer> Groups,
    [property: Description("Sides that the findings name and that are no group of their own.")] IReadOnlyList<StructureGroupAnswer> Parts,
    IReadOnlyList<StructureFindingAnswer> Findings,
    [property: Description("Who connects most, first; nobody when too little is recorded.")] IReadOnlyList<StructureConnectorAnswer> Connectors,
    [property: Description("Loose ties that may open a door; only when there is an open need of the kind opportunities.")] IReadOnlyList<StructureTieAnswer> WeakTies,
    [property: Description("Old ties that went quiet and are worth a word.")] IReadOnlyList<StructureTieAnswer> DormantTies)
{
    public static StructureAnswer Of(Structure structure) => new(structure.Links, structure.Everybody, structure.Linked, structure.Basis.InWords(), structure.Mine is { } mine ? StructureMineAnswer.Of(mine) : null,
        [.. structure.Groups.Select(StructureGroupAnswer.Of)], [.. structure.Parts.Select(StructureGroupAnswer.Of)], [.. structure.Findings.Select(StructureFindingAnswer.Of)], [.. structure.Connectors.Select(StructureConnectorAnswer.Of)],
        [.. structure.WeakTies.Select(StructureTieAnswer.Of)], [.. structure.DormantTies.Select(StructureTieAnswer.Of)]);
}
