using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reminders;

public static class RemindersQueries
{
    /// <summary>How the owner wants to be reminded; null while they never said.</summary>
    public static Task<ReminderPlan?> Plan(this Store store, CancellationToken stop) => store.ReminderPlans.AsNoTracking().FirstOrDefaultAsync(stop);

    /// <summary>Whether calendars can be fed by a link of the owner's.</summary>
    public static async Task<bool> HasFeed(this Store store, TimeProvider clock, CancellationToken stop) => await store.OpenUntil(FeedActions.Purpose, store.SpaceId, clock, stop) is not null;
}
