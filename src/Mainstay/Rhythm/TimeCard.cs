using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Rhythm;

/// <summary>What is left of the minutes that the owner means to give to people, from Monday on.</summary>
public sealed class TimeCard : ITodayTime
{
    public async Task<int?> MinutesLeft(Store store, DateOnly today, CancellationToken stop) =>
        (await store.TempoOf(stop))?.WeeklyMinutes is { } minutes ? minutes - await store.MinutesSpent(TimeBudget.WeekOf(today), today, stop) : null;
}
