using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Circles;

/// <summary>Today: somebody answered me in a circle, what I asked or offered there ends soon, somebody asks what I can help with.</summary>
[OwnersOnly]
public sealed class CircleCard : ITodayCard
{
    internal const string Kind = "circle";

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) => [.. (await store.CircleNews(today, stop)).Select(Card)];

    private static TodayItem Card(CircleNews news)
    {
        var href = PostWords.Href(CirclePlace.Of(news.Circle), news.Post);
        return new()
        {
            Kind = Kind,
            Subject = news.Post,
            Sentence = news.IsForHardTimes ? new("Circles.CardQuiet", news.Name) : new("Circles.Card" + news.What, PostWords.Author(news.Who ?? ""), news.Title, news.Name),
            Reasons = news.Topics.Count > 0 ? [new("Circles.CardTopics", news.Topics)] : news.Days is { } days ? [days == 0 ? new("Circles.EndsToday") : new("Circles.EndsIn", days)] : [],
            Href = href,
            Action = new("Circles.CardDo" + news.What),
            ActionHref = href,
            Priority = news.What switch { CircleNewsKind.Answered => 4.4, CircleNewsKind.Ends => 3.6, _ => 2.6 },
        };
    }
}
