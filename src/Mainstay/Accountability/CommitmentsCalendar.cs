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
           let title = CommitmentWords.Title(line.Course, until)
           from happens in line.Course.CheckInsBetween(@from, until).Select(d => (What: d.ToString("'check-in'-yyyyMMdd", CultureInfo.InvariantCulture), On: d, Summary: new Reason("Accountability.CalendarCheckIn", title)))
               .Append(("due", line.Course.PromiseOn(until).Due, new("Accountability.CalendarDue", title)))
           where happens.On >= @from && happens.On <= until && !line.Course.IsPausedOn(happens.On)
           select new CalendarEvent { Uid = $"commitment-{happens.What}-{line.It.Id}@mainstay", Start = CalendarTime.Day(happens.On), Summary = happens.Summary.InWords(), Url = CommitmentWords.Href(line.It.Id) },
    ];
}
