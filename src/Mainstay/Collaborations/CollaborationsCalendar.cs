using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Collaborations;

/// <summary>Next steps, and until when collaborations go, in the owner's calendar.</summary>
internal sealed class CollaborationsCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
    [
        .. from line in await store.AllCollaborations(stop)
           where !line.It.IsOver
           from happens in Days(line)
           where happens.On >= @from && happens.On <= until
           select new CalendarEvent { Uid = $"collaboration-{happens.What}-{line.It.Id}@mainstay", Start = CalendarTime.Day(happens.On!.Value), Summary = happens.Summary.InWords(), Url = CollaborationWords.Href(line.It.Id) },
    ];

    private static IEnumerable<(string What, DateOnly? On, Reason Summary)> Days(CollaborationLine line) =>
        [("step", line.It.NextOn, new("Collaborations.CalendarStep", line.It.Name, line.Organization, line.It.NextStep)), ("end", line.It.EndsOn, new("Collaborations.CalendarEnd", line.It.Name, line.Organization))];
}
