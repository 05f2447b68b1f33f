using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary>Renewals in the owner's calendar: the next one of each membership.</summary>
internal sealed class MembershipsCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
    [
        .. from line in await store.AllMemberships(@from, stop)
           let next = line.It.NextOn(@from)
           where next >= @from && next <= until
           select new CalendarEvent { Uid = $"membership-{line.It.Id}@mainstay", Start = CalendarTime.Day(next.Value), Summary = Speech.Say(line.It.RenewsItself ? "Memberships.CalendarRenewsItself" : "Memberships.CalendarRenews", line.Organization), Url = MembershipWords.Href(line.It.Id) },
    ];
}
