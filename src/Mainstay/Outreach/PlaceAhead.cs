using Mainstay.Algorithms.Text;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>A gathering or a community that lies ahead and is unlike those the owner goes to.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Href">Where it is looked at.</param>
/// <param name="Reasons">In what it is unlike, first.</param>
public sealed record PlaceAhead(Guid Id, string Name, string Href, IReadOnlyList<Reason> Reasons)
{
    /// <summary>When it is; null when there is no day to it.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who went to fewer has no habit to step out of.</summary>
    private const int FewestAttended = 2;

    /// <summary>Whether something about this is unlike all that was attended; where nothing is known of either, it is not.</summary>
    public static bool IsUnlike(IReadOnlyCollection<string> about, IReadOnlyCollection<IReadOnlyCollection<string>> attended)
    {
        var known = about.Select(t => Folding.Fold(t)).ToHashSet(StringComparer.Ordinal);
        return known.Count > 0 && attended.Count >= FewestAttended && !attended.Any(a => a.Any(t => known.Contains(Folding.Fold(t))));
    }
}

/// <summary>A room that knows where the owner might go.</summary>
public interface IPlacesAhead
{
    /// <summary>Of what the owner has neither joined nor turned down, that which is unlike where they go.</summary>
    Task<IReadOnlyList<PlaceAhead>> UnlikePlaces(Store store, DateOnly today, CancellationToken stop);
}
