using Mainstay.Gatherings;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>Today: the month, quarter or year runs out, and there is still time for a gathering.</summary>
public sealed class AttendingCard(WhichQueries which) : ITodayCard
{
    /// <summary>Below people and promises, above the review.</summary>
    private const double Priority = 2.1;

    public IReadOnlyList<Type> About { get; } = [typeof(AttendingPlan)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        if (await store.AttendingOn(today, stop) is not { IsWorthSaying: true } it) return [];
        var offers = it.Offers(await which.Which(store, today, stop));
        var subscribes = offers.Count > 0 || (await store.CalendarsHere(stop)).Count > 0;
        return [Card(it, offers, subscribes)];
    }

    private static TodayItem Card(Attending it, IReadOnlyList<Fit> offers, bool subscribes) => new()
    {
        Kind = "attending",
        Subject = it.Plan.Id,
        Href = WhichPage.Address,
        Sentence = AttendingWords.Sentence(it),
        Reasons = [.. it.Unsaid.Select(g => new Reason("Calendars.RhythmUnsaid", g.Name, g.FirstDay)), .. Offered(offers, subscribes)],
        Action = new(subscribes ? "Calendars.DoChoose" : "Calendars.DoSubscribe"),
        ActionHref = subscribes ? WhichPage.Address : CalendarsPage.Address,
        LaterHref = AttendingPage.Later,
        Priority = Priority,
    };

    private static IEnumerable<Reason> Offered(IReadOnlyList<Fit> offers, bool subscribes) =>
        offers.Count == 0 ? [new(subscribes ? "Calendars.RhythmNoOffer" : "Calendars.RhythmNoCalendar")]
        : offers.Select(f => new Reason("Calendars.RhythmOffer", f.It.It.Name, GatheringWords.Line(f.It.It), string.Join(' ', f.Reasons.Select(r => r.InWords()))));
}
