using System.Globalization;
using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>Until when something is promised, and its check-ins, in the owner's calendar; nothing on days on which it rests.</summary>
internal sealed class CommitmentsCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
    [
        .. from line in await store.AllCommitments(until, stop)
           where line.Course.IsOpen
           from happens in line.Course.CheckInsBetween(@from, until).Select(d => (What: d.ToString("'check-in'-yyyyMMdd", CultureInfo.InvariantCulture), On: d, Key: "Accountability.CalendarCheckIn"))
               .Append((What: "due", On: line.Course.PromiseOn(until).Due, Key: "Accountability.CalendarDue"))
           where happens.On >= @from && happens.On <= until && !line.Course.IsPausedOn(happens.On)
           select new CalendarEvent { Uid = $"commitment-{happens.What}-{line.It.Id}@mainstay", Start = CalendarTime.Day(happens.On), Summary = Speech.Say(happens.Key, CommitmentWords.Title(line.Course, happens.On)), Url = CommitmentWords.Href(line.It.Id) },
    ];
}
