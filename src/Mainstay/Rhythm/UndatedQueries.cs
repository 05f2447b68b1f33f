using Mainstay.Accounts;
using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

internal static class UndatedQueries
{
    /// <summary>The promise without a day that is asked about today, and the day on which it was noted; null when there is none.</summary>
    public static async Task<(TaskLine Line, DateOnly NotedOn)?> PromiseToAskAbout(this Store store, DateOnly today, CancellationToken stop)
    {
        var open = (await store.UndatedTasks(today.AddDays(-UndatedPromises.DaysUntil - UndatedPromises.DaysWithin - 1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), stop)).ToList();
        if (open.Count == 0) return null;
        var (clock, dealt) = (new CalendarZone(await store.OwnersZone(stop)), await store.DealtCards.Where(c => c.Kind == TaskCard.Kind).Select(c => new { c.Subject, c.On }).ToListAsync(stop));
        var asked = dealt.ToLookup(c => c.Subject, c => c.On);
        var promises = open.ConvertAll(l => new UndatedPromise(l.Task.Id, DateOnly.FromDateTime(clock.ToClock(l.Task.CreatedAt)), [.. asked[l.Task.Id]]));
        var todays = dealt.Where(c => c.On == today).Select(c => c.Subject).ToList();
        var due = await store.Tasks.Where(t => todays.Contains(t.Id) && t.DueOn <= today).Select(t => t.Id).ToListAsync(stop);
        var answered = todays.Except(due).Except(promises.Select(p => p.Id)).Any();
        return UndatedPromises.ToAsk(promises, answered, today) is { } promise ? (open.Find(l => l.Task.Id == promise.Id)!, promise.NotedOn) : null;
    }
}
