using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Calendars;

/// <summary>Today: a gathering that the owner keeps was moved or called off by its calendar, or is no longer in it.</summary>
public sealed class AnnouncedCard : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(SubscribedCalendar)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var changes = (await store.NewsOfKept(today, stop)).DistinctBy(c => c.Gathering).ToList();
        if (changes.Count == 0) return [];
        var zone = await store.OwnersZone(stop);
        return [.. changes.Select(c => Card(c, zone))];
    }

    private static TodayItem Card(AnnouncedChange change, TimeZoneInfo zone) => new()
    {
        Kind = "announced",
        Subject = change.It.Id,
        Href = $"/gatherings/{change.Gathering}",
        Sentence = CalendarWords.News(change),
        Reasons = [.. CalendarWords.NewsReasons(change, zone)],
        Action = new("Calendars.DoSeen"),
        ActionHref = $"/announced/{change.It.Id}/seen",
        ActionForm = new Dictionary<string, string>(),
        Priority = 6.9,
    };
}
