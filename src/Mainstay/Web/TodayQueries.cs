using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Web;

/// <summary>Everything that has something to say on Today, and who knows the owner's time.</summary>
public sealed class TodaySources(IEnumerable<ITodayCard> cards, IEnumerable<ITodayTime> time)
{
    /// <summary>All that is worth saying on a day, in order.</summary>
    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly day, CancellationToken stop)
    {
        var (items, seen) = (new List<TodayItem>(), cards.SeenBy(store).ToList());
        var kept = await store.WhatIsKept([.. seen.SelectMany(c => c.About).Distinct()], stop);
        foreach (var card in seen.Where(c => c.About.Count == 0 || c.About.Any(kept.Contains))) items.AddRange(await card.Worth(store, day, stop));
        return Today.InOrder(items);
    }

    /// <summary>The scarcest time anybody knows of; null without a limit.</summary>
    public async Task<int?> MinutesLeft(Store store, DateOnly day, CancellationToken stop)
    {
        int? least = null;
        foreach (var known in time)
            if (await known.MinutesLeft(store, day, stop) is { } left && !(least < left)) least = left;
        return least;
    }
}

public static class TodayQueries
{
    /// <summary>What another day than the owner's would say, as things stand; nothing is dealt.</summary>
    public static async Task<IReadOnlyList<TodayItem>> CardsOn(this Store store, TodaySources sources, DateOnly day, CancellationToken stop) =>
        Today.Choose(await sources.Worth(store, day, stop), [], await sources.MinutesLeft(store, day, stop));

    internal static async Task<List<DealtCard>> DealtOn(this Store store, DateOnly day, CancellationToken stop) => await Dealt.For(store)(store, day).ToListAsync(stop);

    private static readonly Question<Func<Store, DateOnly, IAsyncEnumerable<DealtCard>>> Dealt = new(() =>
        EF.CompileAsyncQuery<Store, DateOnly, DealtCard>((store, day) => store.Set<DealtCard>().AsNoTracking().Where(c => c.On == day).OrderBy(c => c.Id)));
}
