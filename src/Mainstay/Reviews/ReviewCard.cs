using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Reviews;

/// <summary>Today: a quarter has passed since the owner last looked at what they need.</summary>
public sealed class ReviewCard : ITodayCard
{
    /// <summary>Below asks, above the map.</summary>
    private const double Priority = 1.6;

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var due = await store.ReviewDueOn(today, stop);
        return due.IsWorthSaying(today) ? [Card(due, store.SpaceId, today)] : [];
    }

    private static TodayItem Card(ReviewDue due, Guid space, DateOnly today) => new()
    {
        Kind = "review",
        Subject = space,
        Sentence = due.LastOn is { } last ? new("Reviews.CardAgain", Telling.Ago(today.DayNumber - last.DayNumber)) : new("Reviews.CardFirst", Telling.Ago(today.DayNumber - due.FirstOn!.Value.DayNumber)),
        Reasons = [new("Reviews.CardReason")],
        Action = new("Reviews.CardDo"),
        ActionHref = ReviewPage.Address,
        LaterHref = ReviewPage.Later,
        Priority = Priority,
    };
}
