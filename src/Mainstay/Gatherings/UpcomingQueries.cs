using Mainstay.Memberships;
using Mainstay.Rhythm;
using Mainstay.Storage;

namespace Mainstay.Gatherings;

/// <summary>What comes in the next days.</summary>
public sealed record Upcoming(IReadOnlyList<Gathering> Gatherings, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<Occasion> Occasions, IReadOnlyList<MembershipLine> Renewals);

public static class UpcomingQueries
{
    /// <summary>Gatherings the owner does not stay away from, promises that are due, birthdays, renewals of memberships, also one that was missed: from a day on and so many days more.</summary>
    public static async Task<Upcoming> Upcoming(this Store store, DateOnly today, int days, CancellationToken stop)
    {
        var last = today.AddDays(days);
        return new(
            [.. (await store.GatheringsAhead(today, stop)).Where(g => g.FirstDay <= last && g.State != GatheringState.Not)],
            [.. (await store.OpenTasks(stop)).Where(t => t.Task.DueOn <= last)],
            await store.OccasionsFrom(today, days, stop),
            [.. (await store.AllMemberships(today, stop)).Where(l => l.It.NextOn(today) <= last)]);
    }
}
