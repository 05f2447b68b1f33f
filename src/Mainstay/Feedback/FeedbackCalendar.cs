using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary>Until when answers are awaited, in the owner's calendar.</summary>
internal sealed class FeedbackCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
    [
        .. from line in await store.FeedbackDueBetween(@from, until, stop)
           where line.It.IsAnonymous ? !line.It.IsOver(line.Counts, @from) : line.Counts.Waiting > 0
           select new CalendarEvent { Uid = $"feedback-{line.It.Id}@mainstay", Start = CalendarTime.Day(line.It.DueOn), Summary = Speech.Say("Feedback.CalendarDue", line.It.About), Url = FeedbackWords.Href(line.It.Id) },
    ];
}
