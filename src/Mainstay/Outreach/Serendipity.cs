using Mainstay.Algorithms.Text;
using Mainstay.Coverage;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>Somebody who is unlike those nearest to the owner, and in what.</summary>
/// <param name="Who">The person, or the candidate who is none of the owner's people yet.</param>
/// <param name="Difference">How unlike, 0 to 1: over what is known of both, the share of the nearest who do not have it. A judgement, to choose by.</param>
/// <param name="Reasons">In what they differ, the most first.</param>
public sealed record Serendipity(Guid Who, double Difference, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Of fewer nobody can say what they are like; and whoever is known in one facet only is no surprise yet.</summary>
    internal const int FewestNear = 3, FewestFacets = 2;

    private const int MostReasons = 2;

    private static readonly Facet[] Facets = [Facet.Field, Facet.Organization, Facet.Place, Facet.Seniority];

    /// <summary>Whether enough is known of those nearest to the owner for anybody to be unlike them.</summary>
    internal static bool CanCompare(IReadOnlyCollection<Profile> near) => Facets.Count(f => near.Count(n => n.Facets.ContainsKey(f)) >= FewestNear) >= FewestFacets;

    /// <summary>The most unlike of these; of equals, the one that stands first. Null when there is nobody to compare.</summary>
    /// <param name="near">Those nearest to the owner.</param>
    /// <param name="others">Those it may be, in the order of the week.</param>
    public static Serendipity? Among(IReadOnlyCollection<Profile> near, IEnumerable<Profile> others) =>
        near.Count < FewestNear ? null : others.Select(o => Of(o, near)).OfType<Serendipity>().OrderByDescending(s => s.Difference).FirstOrDefault();

    private static Serendipity? Of(Profile other, IReadOnlyCollection<Profile> near)
    {
        var differences = (
            from facet in Facets
            where other.Facets.ContainsKey(facet)
            let known = near.Where(n => n.Facets.ContainsKey(facet)).ToList()
            where known.Count >= FewestNear
            let alike = known.Count(n => Folding.Fold(n.Facets[facet]) == Folding.Fold(other.Facets[facet]))
            select (Facet: facet, Value: other.Facets[facet], Alike: alike, Known: known.Count, Share: 1 - (double)alike / known.Count)).ToList();
        if (differences.Count < FewestFacets) return null;
        return new(other.PersonId, differences.Average(d => d.Share),
            [.. differences.OrderByDescending(d => d.Share).Take(MostReasons).Select(d => new Reason(d.Alike == 0 ? "Outreach.UnlikeAll" : "Outreach.UnlikeMost", new Reason($"Coverage.Facet{d.Facet}"), d.Value, d.Known, d.Alike))]);
    }
}
