using Mainstay.Words;

namespace Mainstay.Insights;

public enum StructureFindingKind { TooLittle, OnlyThrough, Apart, Alone, Closed, LeansOnOne }

/// <summary>Something the structure shows, in a sentence, and what can be done about it in one tap.</summary>
public sealed record StructureFinding(StructureFindingKind Kind, Reason Sentence)
{
    /// <summary>Who it is about.</summary>
    public IReadOnlyList<Guid> People { get; init; } = [];

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>The sides it speaks of by name.</summary>
    public IReadOnlyList<StructureSide> Sides { get; init; } = [];

    public required Reason Action { get; init; }

    public required string Href { get; init; }
}

internal static class StructureFindings
{
    private const int MostNamed = 3;

    private const string Introduce = "/introductions/new?two=on", Note = "/acquaintances", Paths = "/paths";

    public static IEnumerable<StructureFinding> Of(StructureFacts facts, StructureGraph graph, StructureNames names, StructureMine? mine, IReadOnlyList<StructureBreak> breaks)
    {
        if (facts.Links.Count < Structure.Enough) return [TooLittle(facts)];
        return [.. breaks.Select(b => OnlyThrough(b, graph)), .. Apart(graph, names), .. mine is null ? [] : Of(mine), .. Alone(facts, graph)];
    }

    private static StructureFinding TooLittle(StructureFacts facts) => new(StructureFindingKind.TooLittle, facts.Links.Count == 0 ? new("Insights.StructureNothingYet") : new("Insights.StructureTooLittle", facts.Links.Count))
    {
        Reasons = [new("Insights.StructureHowToNote"), new("Insights.StructureSigns"), new("Insights.StructureFromSoMany", Structure.Enough)],
        Action = new("Insights.StructureNote"),
        Href = Note,
    };

    private static StructureFinding OnlyThrough(StructureBreak broken, StructureGraph graph)
    {
        StructurePerson[] through = [.. broken.Through.Select(n => graph.People[n])];
        var sentence = (through, broken.Sides) switch
        {
            ([var one, var other], _) => new Reason("Insights.StructureOnlyBecause", broken.Sides[0].Name, broken.Sides[1].Name, one.Name, other.Name),
            (_, [var first, var second]) => new("Insights.StructureOnlyThrough", first.Name, second.Name, through[0].Name),
            _ => new("Insights.StructureSeveralThrough", broken.Sides.Select(s => s.Name.Yours()), through[0].Name),
        };
        return new(StructureFindingKind.OnlyThrough, sentence)
        {
            People = [.. through.Select(p => p.Id)],
            Sides = broken.Sides,
            Reasons = [.. broken.Sides.Select(s => s.InFull), new("Insights.StructureBesidesYou")],
            Action = new("Insights.StructureBringTogether"),
            Href = Together(broken.Sides),
        };
    }

    /// <summary>Begins with the nearest of each of the two largest sides; the owner may name others.</summary>
    private static string Together(IReadOnlyList<StructureSide> sides) => $"{Introduce}&through={Nearest(sides[0])}&to={Nearest(sides[1])}";

    private static Guid Nearest(StructureSide side) => side.People.MaxBy(p => p.Strength)!.Id;

    /// <summary>Parts between which nothing is recorded.</summary>
    private static IEnumerable<StructureFinding> Apart(StructureGraph graph, StructureNames names)
    {
        var taken = new HashSet<Reason>();
        var parts = Enumerable.Range(0, graph.People.Count).GroupBy(n => graph.Parts[n]).Where(p => p.Count() >= StructureBreak.LeastPeople)
            .OrderByDescending(p => p.Count()).ThenBy(p => p.Key).Select(p => p.ToList()).ToList();
        if (parts.Count < 2) yield break;
        var sides = parts.Take(MostNamed).Select(p => StructureSide.Of(p, graph, names, taken)).ToList();
        yield return new(StructureFindingKind.Apart, parts.Count == 2 ? new("Insights.StructureApart", sides.Sum(s => s.People.Count), sides[0].Name, sides[1].Name) : new("Insights.StructureApartMany", parts.Sum(p => p.Count), parts.Count))
        {
            People = [.. sides.Select(s => s.People[0].Id)],
            Sides = sides,
            Reasons = [.. sides.Select(s => s.InFull), new("Insights.StructureBesidesYou")],
            Action = new("Insights.StructureBringTogether"),
            Href = Together(sides),
        };
    }

    private static IEnumerable<StructureFinding> Of(StructureMine mine)
    {
        if (mine.IsClosed) yield return new(StructureFindingKind.Closed, new("Insights.StructureClosed"))
        {
            Reasons = mine.Numbers,
            Action = new("Insights.StructureLookFurther"),
            Href = Paths,
        };
        if (mine.LeansOnOne) yield return new(StructureFindingKind.LeansOnOne, new("Insights.StructureLeans", mine.LeadsBack.Person.Name))
        {
            People = [mine.LeadsBack.Person.Id],
            Reasons = mine.Numbers,
            Action = new("Insights.StructureSeeWhom", mine.LeadsBack.Person.Name),
            Href = $"{Note}?person={mine.LeadsBack.Person.Id}",
        };
    }

    /// <summary>Those near to the owner whom nobody else is recorded to know.</summary>
    private static IEnumerable<StructureFinding> Alone(StructureFacts facts, StructureGraph graph)
    {
        var alone = facts.People.Where((p, number) => p.IsNear && graph.Mutual(number) == 0).OrderByDescending(p => p.Strength).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id).ToList();
        if (alone.Count == 0) yield break;
        var named = alone.Take(MostNamed).Select(p => p.Name).ToList();
        yield return new(StructureFindingKind.Alone, alone.Count switch
        {
            1 => new("Insights.StructureAlone", named[0]),
            <= MostNamed => new("Insights.StructureAloneSeveral", named),
            _ => new("Insights.StructureAloneMore", string.Join(", ", named), alone.Count - MostNamed),
        })
        {
            People = [.. alone.Select(p => p.Id)],
            Reasons = [new("Insights.StructureAloneWhy")],
            Action = new("Insights.StructureNoteWho", named[0]),
            Href = $"/people/{alone[0].Id}#knows-head",
        };
    }
}
