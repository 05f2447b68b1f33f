using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Rounds;

/// <summary>Today: an offer waits for my answer, sign-up ends, how the first meeting went, nothing was heard of a pair of mine.</summary>
[OwnersOnly]
public sealed class RoundsCard(TimeProvider clock) : ITodayCard
{
    internal const string Kind = "round";

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) => [.. (await store.RoundNews(today, clock.GetUtcNow().UtcDateTime, stop)).Select(Card)];

    private static TodayItem Card(RoundNews news)
    {
        var href = RoundWords.Href(CirclePlace.Of(news.Circle), news.Round);
        return new()
        {
            Kind = Kind,
            Subject = news.Subject,
            Sentence = RoundWords.Sentence(news),
            Reasons = [.. RoundWords.Why(news)],
            Href = href,
            Action = new("Rounds.CardDo" + news.What),
            ActionHref = href,
            Priority = news.What switch { RoundNewsKind.Offer => 4.6, RoundNewsKind.Fit => 3.4, RoundNewsKind.Silent => 3.0, _ => 2.8 },
        };
    }
}
