using Mainstay.Rhythm;
using Mainstay.Storage;

namespace Mainstay.Gatherings;

/// <summary>What comes in the next days.</summary>
public sealed record Upcoming(IReadOnlyList<Gathering> Gatherings, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<Occasion> Occasions);

public static class UpcomingQueries
{
    /// <summary>Gatherings the owner does not stay away from, promises that are due, birthdays: from a day on and so many days more.</summary>
    public static async Task<Upcoming> Upcoming(this Store store, DateOnly today, int days, CancellationToken stop)
    {
        var last = today.AddDays(days);
        return new(
            [.. (await store.GatheringsAhead(today, stop)).Where(g => g.FirstDay <= last && g.State != GatheringState.Not)],
            [.. (await store.OpenTasks(stop)).Where(t => t.Task.DueOn <= last)],
            await store.OccasionsFrom(today, days, stop));
    }
}
