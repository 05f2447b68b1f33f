using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Outreach;

/// <summary>Today: once a week, from its middle until something came of it or the week ends, somebody unlike those nearest to the owner.</summary>
internal sealed class SerendipityCard(SerendipityQueries serendipity) : ITodayCard
{
    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        if (await serendipity.OnToday(store, today, stop) is not { } it) return [];
        return
        [
            new()
            {
                Kind = SerendipityQueries.Kind,
                Subject = it.Subject,
                PersonId = it.PersonId,
                PersonName = it.IsPlace ? null : it.Name,
                Sentence = it.Sentence,
                Reasons = it.Reasons,
                Action = it.Action,
                ActionHref = it.ActionHref,
                Href = it.Href,
                Priority = 3.1,
            },
        ];
    }
}
