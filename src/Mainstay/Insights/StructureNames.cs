using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>Calls people by what most of them share and others do not: "designers", "people at Acme", else "the group around Ana".</summary>
/// <param name="everybody">Against whom it is told apart.</param>
internal sealed class StructureNames(IReadOnlyList<StructurePerson> everybody)
{
    /// <summary>Half of them share it, and so much more of them than of the others.</summary>
    private const double Most = .5, More = .2;

    /// <summary>What people are to the owner and where they work says more than a topic, and that more than a town.</summary>
    private const double OfKind = .05;

    private readonly int count = everybody.Count;
    private readonly Dictionary<(StructureTraitKind, string), int> all = Counted(everybody);

    /// <param name="people">Whom to name.</param>
    /// <param name="around">Who of them knows most of them.</param>
    /// <param name="taken">Names that others have already; the new one is added.</param>
    public Reason Of(IReadOnlyCollection<StructurePerson> people, StructurePerson around, ISet<Reason> taken)
    {
        foreach (var ((kind, _), name) in Shared(people))
            if (taken.Add(name)) return name;
        var group = new Reason("Insights.StructureAround", around.Name);
        taken.Add(group);
        return group;
    }

    private IEnumerable<KeyValuePair<(StructureTraitKind Kind, string Key), Reason>> Shared(IReadOnlyCollection<StructurePerson> people) =>
        from held in Counted(people)
        let here = (double)held.Value / people.Count
        let elsewhere = count == people.Count ? 0 : (double)(all[held.Key] - held.Value) / (count - people.Count)
        where held.Value > 1 && here >= Most && here - elsewhere >= More
        orderby here - elsewhere - OfKind * (int)held.Key.Item1 descending, held.Key.Item2
        select KeyValuePair.Create(held.Key, Named(people.SelectMany(p => p.Traits).First(t => Key(t) == held.Key)));

    private static Dictionary<(StructureTraitKind, string), int> Counted(IEnumerable<StructurePerson> people) => people.SelectMany(p => p.Traits.Select(Key).Distinct()).CountBy(t => t).ToDictionary();

    private static (StructureTraitKind, string) Key(StructureTrait trait) => (trait.Kind, trait.Name.ToUpperInvariant());

    private static Reason Named(StructureTrait trait) => trait.Kind switch
    {
        StructureTraitKind.Role => Speech.Knows($"Insights.StructureRole_{trait.Name.ToLowerInvariant()}") ? new($"Insights.StructureRole_{trait.Name.ToLowerInvariant()}") : new("Insights.StructureOfRole", new StructureRole(trait.Name)),
        StructureTraitKind.Organization => new("Insights.StructureAt", trait.Name),
        StructureTraitKind.Topic => new("Insights.StructureAbout", trait.Name),
        _ => new("Insights.StructureIn", trait.Name),
    };
}

internal static class StructureYours
{
    /// <summary>"your designers", where a sentence lists several.</summary>
    public static Reason Yours(this Reason name) => new("Insights.StructureYour", name);
}

/// <summary>What somebody is to the owner, in the owner's own words: one of them, or <c>several</c>.</summary>
internal sealed record StructureRole(string Name) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) => format == "several" ? Plural(Name) : Name;

    /// <summary>"designers", as English has it of most words; a role of other letters stays as it is written.</summary>
    private static string Plural(string role) => role switch
    {
        [.., >= 'a' and <= 'z', 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => role + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => role[..^1] + "ies",
        [.., >= 'a' and <= 'z'] => role + "s",
        _ => role,
    };
}
