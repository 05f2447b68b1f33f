using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>Until when those who were asked about an introduction answer, and when it is time to write, in the owner's calendar.</summary>
internal sealed class IntroductionsCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
    [
        .. from line in await store.AllIntroductions(@from, stop)
           let next = Next(line)
           where next is not null && next.Value.On >= @from && next.Value.On <= until
           select new CalendarEvent { Uid = $"introduction-{line.It.Id}@mainstay", Start = CalendarTime.Day(next.Value.On), Summary = Speech.Say(next.Value.Key, line.Second), Url = $"/introductions/{line.It.Id}" },
    ];

    /// <summary>The one day that is waited for, as it stood on the day when it began.</summary>
    private static (DateOnly On, string Key)? Next(IntroductionLine line) => line.It switch
    {
        { ClosedOn: not null } or { WithdrawnOn: not null } or { WroteOn: not null } or { OutcomeOn: not null } => null,
        { OpenedOn: { } opened } => (opened.AddDays(IntroductionSteps.DaysToWrite), "Introductions.CalendarWrite"),
        { AskedOn: { } asked } => (asked.AddDays(IntroductionSteps.AnswerDays), "Introductions.CalendarAnswers"),
        { SentOn: not null, AcceptedOn: null } => (line.It.AnswerBy, "Introductions.CalendarConnector"),
        _ => null,
    };
}
