using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary>By when the owner means to write to whom they met, in their calendar, until they have.</summary>
internal sealed class EncountersCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
    [
        .. from line in await store.Lines(store.Encounters.Where(m => m.WroteOn == null && (m.Triage == null || m.Triage == Triage.FollowUp) && m.WriteBy >= @from && m.WriteBy <= until), stop)
           where line.Encounter.WroteOn is null
           orderby line.Encounter.WriteBy, line.Encounter.Id
           select new CalendarEvent { Uid = $"encounter-{line.Encounter.Id}@mainstay", Start = CalendarTime.Day(line.Encounter.WriteBy), Summary = Speech.Say("Gatherings.CardWrite", line.Name, line.At.Name), Url = $"/encounters/{line.Encounter.Id}" },
    ];
}
