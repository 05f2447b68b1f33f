using Mainstay.Memberships;
using Mainstay.Storage;

namespace Mainstay.Outreach;

/// <summary>Communities the owner considers that are of a kind they are in none of.</summary>
internal sealed class CommunitiesAheadQueries : IPlacesAhead
{
    public async Task<IReadOnlyList<PlaceAhead>> UnlikePlaces(Store store, DateOnly today, CancellationToken stop)
    {
        var all = await store.AllMemberships(today, stop);
        List<string[]> mine = [.. all.Where(l => l.It.Stage == MembershipStage.Joined).Select(l => new[] { l.It.Kind.ToString() })];
        var isUnlike = PlaceAhead.Unlike(mine);
        return
        [
            .. from line in all
               where line.It.Stage == MembershipStage.Considered && isUnlike([line.It.Kind.ToString()])
               select new PlaceAhead(line.It.Id, line.Organization, MembershipWords.Href(line.It.Id), [new("Outreach.UnlikeCommunities", MembershipWords.Kind(line.It.Kind), mine.Count), MembershipWords.State(line.It)]),
        ];
    }
}
