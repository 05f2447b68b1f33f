using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>Until when asks are answered, in the owner's calendar.</summary>
internal sealed class AsksCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
    [
        .. from line in await store.AllAsks(@from, stop)
           where line.Ask is { ClosedOn: null, State: AskState.Sent, IsConfidential: false } && line.Ask.AnswerBy >= @from && line.Ask.AnswerBy <= until
           select new CalendarEvent { Uid = $"ask-{line.Ask.Id}@mainstay", Start = CalendarTime.Day(line.Ask.AnswerBy), Summary = Speech.Say("Exchange.CalendarAsk", line.Name, line.Ask.What), Url = $"/asks/{line.Ask.Id}" },
    ];
}
