using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>Gatherings in the owner's calendar: those they go to, and as a perhaps those they noticed.</summary>
internal sealed class GatheringsCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
        [.. (await store.Gatherings.AsNoTracking().Where(g => g.State != GatheringState.Not && g.LastDay >= from && g.FirstDay <= until).ToListAsync(stop)).Select(Event)];

    private static CalendarEvent Event(Gathering it) => new()
    {
        Uid = $"gathering-{it.Id}@mainstay",
        Start = it.StartsAt is { } starts ? CalendarTime.Utc(starts) : CalendarTime.Day(it.FirstDay),
        End = it.StartsAt is null ? CalendarTime.Day(it.LastDay.AddDays(1)) : it.EndsAt is { } ends ? CalendarTime.Utc(ends) : null,
        Summary = it.Name,
        Location = it.Place ?? "",
        Status = it.State == GatheringState.Noticed ? CalendarStatus.Tentative : CalendarStatus.Confirmed,
        Url = $"/gatherings/{it.Id}",
    };
}
