using Mainstay.Formats;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>Who is due when, birthdays and anniversaries, and promises, in the owner's calendar.</summary>
internal sealed class RhythmCalendar : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEvent>> Between(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
        [.. await Due(store, from, until, stop), .. await Birthdays(store, from, until, stop), .. await Promises(store, from, until, stop)];

    /// <summary>Whoever rests or was put off is there when that is over, if then is still within the days.</summary>
    private static async Task<IEnumerable<CalendarEvent>> Due(Store store, DateOnly from, DateOnly until, CancellationToken stop)
    {
        var people = store.People;
        var ties = await (from tie in store.Ties.AsNoTracking()
                          join person in people on tie.Id equals person.Id
                          where tie.DueOn != null && tie.DueOn <= until && tie.Verdict != Verdict.Over && !(tie.Paused && tie.PausedUntil == null)
                          select new { tie.Id, person.Name, tie.DueOn, tie.SnoozedUntil, Pause = tie.Paused ? tie.PausedUntil : null }).ToListAsync(stop);
        return from tie in ties
               let day = new[] { tie.DueOn!.Value, tie.SnoozedUntil ?? DateOnly.MinValue, tie.Pause ?? DateOnly.MinValue }.Max()
               where day >= @from && day <= until
               select Day($"due-{tie.Id}", day, Speech.Say("Rhythm.CalendarDue", tie.Name), $"/people/{tie.Id}");
    }

    private static async Task<IEnumerable<CalendarEvent>> Birthdays(Store store, DateOnly from, DateOnly until, CancellationToken stop)
    {
        var people = store.People;
        var dates = await (from date in store.ImportantDates
                           join person in people on date.PersonId equals person.Id
                           where date.Month != null && date.Day != null && (date.Kind == "birthday" || date.Kind == "anniversary")
                           select new { date.Id, date.PersonId, person.Name, date.Kind, date.Year, date.Month, date.Day }).ToListAsync(stop);
        return from date in dates
               from year in Enumerable.Range(@from.Year, until.Year - @from.Year + 1)
               let kept = Occasions.In(year, date.Month, date.Day)
               where kept >= @from && kept <= until
               select Day($"{date.Kind}-{date.Id}-{year}", kept.Value, Said(date.Kind, date.Name, Occasions.Years(date.Year, kept.Value)), $"/people/{date.PersonId}");
    }

    private static async Task<IEnumerable<CalendarEvent>> Promises(Store store, DateOnly from, DateOnly until, CancellationToken stop) =>
        from line in await store.OpenTasks(stop)
        where line.Task.DueOn >= @from && line.Task.DueOn <= until
        select Day($"task-{line.Task.Id}", line.Task.DueOn!.Value, TaskCard.Sentence(line).InWords(), line.Task.PersonId is { } person ? $"/people/{person}" : "/");

    private static string Said(string kind, string name, int? years)
    {
        var said = Speech.Say(kind == "birthday" ? "Rhythm.CalendarBirthday" : "Rhythm.CalendarAnniversary", name);
        return years is { } number ? $"{said} ({number})" : said;
    }

    private static CalendarEvent Day(string uid, DateOnly on, string summary, string path) => new() { Uid = uid + "@mainstay", Start = CalendarTime.Day(on), Summary = summary, Url = path };
}
