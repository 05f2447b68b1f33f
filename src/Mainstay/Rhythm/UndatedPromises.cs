namespace Mainstay.Rhythm;

/// <summary>A promise of the owner's that is open and has no day.</summary>
/// <param name="Id">Which.</param>
/// <param name="NotedOn">The owner's day on which it was noted.</param>
/// <param name="AskedOn">The days on which it was asked about.</param>
public sealed record UndatedPromise(Guid Id, DateOnly NotedOn, IReadOnlyCollection<DateOnly> AskedOn);

/// <summary>What has no day never comes due: it is asked about once, and of all at most one a day.</summary>
public static class UndatedPromises
{
    /// <summary>Asked about two weeks after it was noted; when other things go before, within the thirty days after that. Judgements.</summary>
    public const int DaysUntil = 14, DaysWithin = 30;

    /// <summary>The one that is asked about on a day: the one that was asked about already on that day; else the one that has waited longest. Null when there is none, or one was asked about that day and is answered.</summary>
    /// <param name="open">All that are open.</param>
    /// <param name="answered">Somebody was asked about one on this day that is none of these any more.</param>
    /// <param name="today">The owner's day.</param>
    public static UndatedPromise? ToAsk(IReadOnlyCollection<UndatedPromise> open, bool answered, DateOnly today) =>
        open.FirstOrDefault(p => p.AskedOn.Contains(today)) ?? (answered ? null : open.Where(p => p.IsToAsk(today)).OrderBy(p => p.NotedOn).ThenBy(p => p.Id).FirstOrDefault());

    private static bool IsToAsk(this UndatedPromise promise, DateOnly today) =>
        promise.AskedOn.Count == 0 && promise.NotedOn.AddDays(DaysUntil) <= today && today < promise.NotedOn.AddDays(DaysUntil + DaysWithin);
}
