using Mainstay.Accounts;
using Mainstay.Outreach;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>Gatherings ahead that are about nothing the owner goes to: somewhere to meet people unlike those they know.</summary>
internal sealed class UnlikeGatheringsQueries(IEnumerable<IGatheringsGone> rooms) : IPlacesAhead
{
    private const int DaysAhead = 90, DaysBack = 365, Most = 1000;

    public async Task<IReadOnlyList<PlaceAhead>> UnlikePlaces(Store store, DateOnly today, CancellationToken stop)
    {
        var (from, until) = (today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var all = await store.Gatherings.AsNoTracking().Where(g => g.Topics != null && g.State != GatheringState.Not && g.LastDay >= from && g.FirstDay <= until).OrderByDescending(g => g.FirstDay).ThenBy(g => g.Id).Take(Most).ToListAsync(stop);
        List<string[]> attended = [.. all.Where(g => g.State is GatheringState.Been or GatheringState.Going).Select(About)];
        var isUnlike = PlaceAhead.Unlike(attended);
        var gone = new HashSet<Guid>();
        foreach (var room in rooms.SeenBy(store)) gone.UnionWith(await room.Gone(store, today, stop));
        return
        [
            .. from it in all
               let about = About(it)
               where it.State == GatheringState.Noticed && it.FirstDay >= today && !gone.Contains(it.Id) && isUnlike(about)
               select new PlaceAhead(it.Id, it.Name, $"/gatherings/{it.Id}", [new("Gatherings.UnlikeThose", about, attended.Count), GatheringWords.Days(it)]) { On = it.FirstDay },
        ];
    }

    private static string[] About(Gathering it) => it.Topics!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
