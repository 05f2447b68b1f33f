using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Jobs;

public static class JobsActions
{
    /// <summary>Has a job done in the space that is looked at, at this moment or sooner. It joins the open transaction: nobody is woken for what was not kept.</summary>
    /// <remarks>Without one it has its own: the space first and then the alarm, as everybody else takes them, or two who set the same alarm could wait for each other.</remarks>
    public static Task Wake(this Store store, string job, DateTime at, CancellationToken stop) => store.AllOrNothing(() =>
    {
        var (space, due) = (store.SpaceId, Kept(at));
        // Always written, so that who has just looked and is about to say "nothing more" waits for this transaction.
        return store.Database.ExecuteSqlAsync($"""
            INSERT INTO "Alarm" ("SpaceId", "Job", "DueAt") VALUES ({space}, {job}, {due})
            ON CONFLICT ("SpaceId", "Job") DO UPDATE SET "DueAt" = CASE WHEN "Alarm"."DueAt" < excluded."DueAt" THEN "Alarm"."DueAt" ELSE excluded."DueAt" END
            """, stop);
    }, stop);

    /// <summary>Those whose time has come, the longest waiting first.</summary>
    internal static Task<List<Alarm>> Ringing(this Store store, IReadOnlyCollection<string> jobs, DateTime now, int most, CancellationToken stop) =>
        store.Alarms.AsNoTracking().Where(a => a.DueAt <= now && jobs.Contains(a.Job)).OrderBy(a => a.DueAt).Take(most).ToListAsync(stop);

    /// <summary>Takes one on until then; false when another process was quicker.</summary>
    internal static async Task<bool> TakeOn(this Store store, Alarm alarm, DateTime until, CancellationToken stop) =>
        await store.Alarms.Where(a => a.SpaceId == alarm.SpaceId && a.Job == alarm.Job && a.DueAt == alarm.DueAt).ExecuteUpdateAsync(set => set.SetProperty(a => a.DueAt, until), stop) > 0;

    /// <summary>Sets it anew when it is done, or puts it away; unless somebody woke it meanwhile.</summary>
    internal static Task SetAnew(this Store store, Alarm alarm, DateTime taken, DateTime? next, CancellationToken stop)
    {
        var mine = store.Alarms.Where(a => a.SpaceId == alarm.SpaceId && a.Job == alarm.Job && a.DueAt == taken);
        return next is { } at ? mine.ExecuteUpdateAsync(set => set.SetProperty(a => a.DueAt, at), stop) : mine.ExecuteDeleteAsync(stop);
    }

    /// <summary>As both databases keep it.</summary>
    internal static DateTime Kept(DateTime moment) => new(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
