using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary>What the owner means to do with candidates, and when they want to think of one again, in their calendar.</summary>
internal sealed class CandidatesCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
        [.. (await store.AllCandidates(from, stop)).Where(l => DayOf(l.It) is { } day && day >= from && day <= until).Select(l => Event(l.It))];

    private static DateOnly? DayOf(Candidate it) => it.RestingSince is null ? it.NextOn : it.RestUntil;

    private static CalendarEvent Event(Candidate it) => new()
    {
        Uid = $"candidate-{it.Id}@mainstay",
        Start = CalendarTime.Day(DayOf(it)!.Value),
        Summary = it.RestingSince is not null ? Speech.Say("Outreach.CalendarThinkAgain", it.Name) : it.NextStep is { } step ? Speech.Say("Outreach.CardDoNextSaid", it.Name, step) : Speech.Say("Outreach.CardDoNext", it.Name),
        Url = CandidateWords.Href(it.Id),
    };
}
