using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Web;

public static class TodayActions
{
    private const int DaysKept = 30;

    /// <summary>The cards of the owner's today. New ones are dealt as long as the day has had fewer than seven; but not by who was let in, for it is the owner's day.</summary>
    public static async Task<IReadOnlyList<TodayItem>> DealToday(this Store store, TodaySources sources, DateOnly today, CancellationToken stop)
    {
        var worth = await sources.Worth(store, today, stop);
        var minutes = await sources.MinutesLeft(store, today, stop);
        if (!store.ShowsPrivate) return Today.Choose(worth, [], minutes);
        var dealt = await store.DealtOn(today, stop);
        if (Today.Choose(worth, dealt, minutes).Count > 0) dealt = await store.DealMore(worth, minutes, today, stop);
        return Today.Shown(worth, dealt);
    }

    /// <summary>Puts a card aside for the day.</summary>
    public static Task PutAside(this Store store, string kind, Guid subject, DateOnly today, CancellationToken stop) => store.SetDismissed(kind, subject, today, true, stop);

    /// <summary>Takes a card back that was put aside.</summary>
    public static Task TakeBack(this Store store, string kind, Guid subject, DateOnly today, CancellationToken stop) => store.SetDismissed(kind, subject, today, false, stop);

    /// <summary>Looks again at what was dealt, alone: two who ask at once are dealt the same seven.</summary>
    private static async Task<List<DealtCard>> DealMore(this Store store, IReadOnlyList<TodayItem> worth, int? minutes, DateOnly today, CancellationToken stop)
    {
        await using var writing = await store.WriteAlone(stop);
        var dealt = await store.DealtOn(today, stop);
        var cards = Today.Choose(worth, dealt, minutes)
            .Select(i => new DealtCard { On = today, Kind = i.Kind, Subject = i.Subject, PersonId = i.PersonId, Minutes = i.Minutes }).ToList();
        await store.DealtCards.Where(c => c.On < today.AddDays(-DaysKept)).ExecuteDeleteAsync(stop);
        await store.InsertMany(cards, stop);
        await writing.CommitAsync(stop);
        return [.. dealt, .. cards];
    }

    private static async Task SetDismissed(this Store store, string kind, Guid subject, DateOnly today, bool dismissed, CancellationToken stop)
    {
        var found = await store.DealtCards.Where(c => c.On == today && c.Kind == kind && c.Subject == subject).ExecuteUpdateAsync(c => c.SetProperty(x => x.Dismissed, dismissed), stop);
        if (found == 0) throw new NotFound("Web.CardNotThere");
    }
}
