using Mainstay.Gatherings;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Calendars;

public static class AttendingQueries
{
    /// <summary>How the rhythm of going to gatherings stands on a day of the owner's; null when they set none.</summary>
    public static async Task<Attending?> AttendingOn(this Store store, DateOnly today, CancellationToken stop)
    {
        if (await store.AttendingPlans.AsNoTracking().FirstOrDefaultAsync(stop) is not { } plan) return null;
        var (first, last) = AttendingSpan.Of(plan.Per, today);
        var gone = store.Gatherings.AsNoTracking().Where(g => g.State == GatheringState.Been || g.State == GatheringState.Going);
        return new(plan, today, await gone.Where(g => g.FirstDay >= first && g.FirstDay <= last).OrderBy(g => g.FirstDay).ThenBy(g => g.Id).ToListAsync(stop))
        {
            LastOn = await gone.Where(g => g.State == GatheringState.Been && g.FirstDay <= today).MaxAsync(g => (DateOnly?)g.FirstDay, stop),
            GoesSomewhere = await gone.AnyAsync(g => g.State == GatheringState.Going && g.LastDay >= today, stop),
        };
    }

    /// <summary>Places the owner likes to go to.</summary>
    internal static async Task<IReadOnlyList<LikedPlace>> LikedPlaces(this Store store, CancellationToken stop) =>
        LikedPlace.Read(await store.AttendingPlans.AsNoTracking().Select(p => p.Places).FirstOrDefaultAsync(stop));
}
