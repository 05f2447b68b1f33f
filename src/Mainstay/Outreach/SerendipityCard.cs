using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Outreach;

/// <summary>Today: once a week, in its middle, somebody unlike those nearest to the owner.</summary>
internal sealed class SerendipityCard(SerendipityQueries serendipity) : ITodayCard
{
    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        if (today.DayOfWeek != DayOfWeek.Wednesday || await serendipity.OfTheWeek(store, today, stop) is not { } someone) return [];
        return
        [
            new()
            {
                Kind = "serendipity",
                Subject = someone.It.PersonId,
                PersonId = someone.It.PersonId,
                PersonName = someone.Name,
                Sentence = new("Outreach.CardSomeoneNew", someone.Name),
                Reasons = [.. someone.It.Reasons, new("Outreach.OnceAWeek")],
                Action = new("Outreach.DoSomeoneNew"),
                ActionHref = $"/drafts/new?person={someone.It.PersonId}&template=reconnect",
                Priority = 3.1,
            },
        ];
    }
}
