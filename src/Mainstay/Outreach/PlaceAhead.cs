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

    /// <summary>Says of places whether they are about nothing that was attended; where nothing is known of either, they are not unlike.</summary>
    /// <param name="attended">What each of the places was about to which the owner went.</param>
    public static Func<IReadOnlyCollection<string>, bool> Unlike(IReadOnlyCollection<IReadOnlyCollection<string>> attended)
    {
        var known = attended.SelectMany(a => a).Select(t => Folding.Fold(t)).ToHashSet(StringComparer.Ordinal);
        return about => attended.Count >= FewestAttended && about.Count > 0 && !about.Any(t => known.Contains(Folding.Fold(t)));
    }
}

/// <summary>A room that knows where the owner might go.</summary>
public interface IPlacesAhead
{
    /// <summary>Of what the owner has neither joined nor turned down, that which is unlike where they go.</summary>
    Task<IReadOnlyList<PlaceAhead>> UnlikePlaces(Store store, DateOnly today, CancellationToken stop);
}
