using Mainstay.Storage;

namespace Mainstay.Rhythm;

/// <summary>What the owner set, what this week took of it, and how their rhythms fit in.</summary>
public sealed record Budget(int? Minutes, int Spent, Stretch Stretch);

public static class BudgetQueries
{
    public static async Task<Budget> BudgetOn(this Store store, DateOnly today, CancellationToken stop)
    {
        var minutes = (await store.TempoOf(stop))?.WeeklyMinutes;
        return new(minutes, await store.MinutesSpent(TimeBudget.WeekOf(today), today, stop), TimeBudget.Fit(await store.Loads(stop), minutes));
    }
}
