using Mainstay.Algorithms.Support;
using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>In what supporters can be alike.</summary>
public enum Facet { Field, Role, Organization, Place, Seniority, HowMet }

/// <summary>What is known of a supporter, facet by facet; a facet of which nothing is known is missing.</summary>
public sealed record Profile(Guid PersonId, IReadOnlyDictionary<Facet, string> Facets)
{
    public Sphere Sphere { get; init; } = Sphere.Other;
}

/// <summary>How alike the supporters are in one facet.</summary>
public sealed record Sameness(Facet Facet, IReadOnlyList<(string Value, int Count)> Values, IReadOnlyList<Guid> People)
{
    /// <summary>Fewer say nothing; and from this part on, of one kind, one may speak of sameness.</summary>
    private const int Fewest = 5;

    private const double TooMuch = .6;

    public int Known => Values.Sum(v => v.Count);

    public string Value => Values[0].Value;

    /// <summary>How many have what most have.</summary>
    public int Most => Values[0].Count;

    /// <summary>As how many equally common kinds they count: the Hill number of order 2.</summary>
    public double Effective => Diversity.Of([.. Values.Select(v => v.Count)]).EffectiveNumber!.Value;

    public bool IsTooMuch => Known >= Fewest && Most >= TooMuch * Known;

    public Reason InWords => new("Coverage.DiversityLine", new Reason($"Coverage.Facet{Facet}"), Known, Values.Count, Math.Round(Effective, 1), Value, Most);

    /// <summary>All facets of which something is known of at least two, the most alike first.</summary>
    public static IReadOnlyList<Sameness> Among(IReadOnlyList<Profile> supporters) =>
    [
        .. Enum.GetValues<Facet>().Select(f => Of(f, supporters)).Where(s => s.Known >= 2).OrderByDescending(s => (double)s.Most / s.Known).ThenBy(s => s.Facet),
    ];

    private static Sameness Of(Facet facet, IReadOnlyList<Profile> supporters)
    {
        var known = supporters.Where(p => p.Facets.ContainsKey(facet)).GroupBy(p => Folding.Fold(p.Facets[facet])).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return new(facet, [.. known.Select(g => (g.First().Facets[facet], g.Count()))], known.Count == 0 ? [] : [.. known[0].Select(p => p.PersonId)]);
    }
}
