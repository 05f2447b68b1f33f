using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>What the values of facets are called.</summary>
public static class FacetWords
{
    /// <param name="facet">Which facet.</param>
    /// <param name="value">As it is chosen.</param>
    /// <param name="name">As the owner writes it.</param>
    public static Reason Of(Facet facet, string value, string name) => (facet, value) switch
    {
        (Facet.Layer, Facets.None) => new("Rhythm.ChooseNoLayer"),
        (Facet.Layer, _) => new("Rhythm.Choose" + char.ToUpperInvariant(value[0]) + value[1..]),
        (_, Facets.None) => new($"Lists.Without{facet}"),
        (Facet.Touched or Facet.Due, _) => new($"Lists.{facet}_{value}"),
        // Who wrote a known role in another language has it read in theirs, too.
        (Facet.Role, _) => PersonWords.Role(PersonNames.Key(name) == value ? name : value),
        _ => new("People.Plain", name),
    };

    /// <summary>All that may be chosen: each as it is written, with what it means where that is another word.</summary>
    public static IReadOnlyList<Reason> Choices(Facet facet) => [.. facet.Values().Select(v => Choice(v, Of(facet, v, v)))];

    private static Reason Choice(string value, Reason meaning) =>
        value.Equals(meaning.InWords(), StringComparison.OrdinalIgnoreCase) ? new("People.Plain", value) : new("Lists.Choice", value, meaning);
}
