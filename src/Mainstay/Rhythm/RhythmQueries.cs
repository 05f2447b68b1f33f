using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>A touch in somebody's timeline.</summary>
/// <param name="Touch">What was noted.</param>
/// <param name="With">The others who were part of it.</param>
public sealed record TouchLine(Touch Touch, IReadOnlyList<string> With);

/// <summary>A task in a list.</summary>
public sealed record TaskLine(PromisedTask Task, string? Person);

/// <summary>A day of somebody's that comes back every year.</summary>
public sealed record Occasion(Guid PersonId, string Name, string Kind, DateOnly On, int? Years);

public static class RhythmQueries
{
    /// <summary>A person's touches, the latest first.</summary>
    public static async Task<IReadOnlyList<TouchLine>> TouchesOf(this Store store, Guid person, CancellationToken stop, int skip = 0, int take = 50)
    {
        await store.ThrowUnlessThere([person], stop);
        var touches = await (from there in store.TouchPeople.Where(t => t.PersonId == person)
                             join touch in store.Touches.AsNoTracking() on there.TouchId equals touch.Id
                             orderby there.On descending, there.TouchId descending
                             select touch).Skip(skip).Take(take).ToListAsync(stop);
        var ids = touches.ConvertAll(t => t.Id);
        var others = await (from there in store.TouchPeople
                            join other in store.People on there.PersonId equals other.Id
                            where ids.Contains(there.TouchId) && there.PersonId != person
                            orderby other.SortKey, other.Id
                            select new { there.TouchId, other.Name }).ToListAsync(stop);
        var with = others.ToLookup(o => o.TouchId, o => o.Name);
        return touches.ConvertAll(t => new TouchLine(t, [.. with[t.Id]]));
    }

    public static async Task<NewTouch> TouchOf(this Store store, Guid id, CancellationToken stop)
    {
        var touch = await store.Touches.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("Rhythm.TouchNotThere");
        var people = await store.TouchPeople.Where(t => t.TouchId == id).OrderBy(t => t.Id).Select(t => t.PersonId).ToListAsync(stop);
        return new() { People = people, On = touch.On, Kind = touch.Kind, Direction = touch.Direction, Minutes = touch.Minutes, Note = touch.Note };
    }

    /// <summary>Tasks still to do, the most pressing first, those without a day last.</summary>
    public static Task<IReadOnlyList<TaskLine>> OpenTasks(this Store store, CancellationToken stop) => store.Lines(store.Tasks.Where(t => t.DoneOn == null), stop);

    /// <summary>Tasks still to do that are due on a day or were before.</summary>
    public static Task<IReadOnlyList<TaskLine>> TasksDue(this Store store, DateOnly day, CancellationToken stop) =>
        store.Lines(store.Tasks.Where(t => t.DoneOn == null && t.DueOn <= day), stop);

    /// <summary>What was promised to a person or by them, done or not.</summary>
    public static Task<IReadOnlyList<TaskLine>> TasksOf(this Store store, Guid person, CancellationToken stop) => store.Lines(store.Tasks.Where(t => t.PersonId == person), stop);

    /// <summary>The minutes that touches took in these days, the last one included.</summary>
    public static async Task<int> MinutesSpent(this Store store, DateOnly from, DateOnly to, CancellationToken stop)
    {
        var touches = await store.Touches.Where(t => t.On >= from && t.On <= to).GroupBy(t => new { t.Kind, t.Minutes }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return touches.Sum(t => (t.Key.Minutes ?? TimeBudget.MinutesOf(t.Key.Kind)) * t.Count);
    }

    /// <summary>Birthdays and anniversaries from a day on, that day and this many more.</summary>
    public static async Task<IReadOnlyList<Occasion>> OccasionsFrom(this Store store, DateOnly day, int ahead, CancellationToken stop)
    {
        var kept = Occasions.KeptWithin(day, ahead);
        var codes = kept.Select(k => 100 * k.Month + k.Day).ToList();
        var months = kept.Select(k => k.Month).Distinct().ToList();
        var dates = await (from date in store.ImportantDates
                           join person in store.People on date.PersonId equals person.Id
                           where months.Contains(date.Month!.Value) && codes.Contains(100 * date.Month.Value + date.Day!.Value) && (date.Kind == "birthday" || date.Kind == "anniversary")
                           select new { person.Id, person.Name, date.Kind, date.Year, date.Month, date.Day }).ToListAsync(stop);
        return
        [
            .. from date in dates
               let next = Occasions.Next(date.Month, date.Day, day)
               where next is not null && next <= day.AddDays(ahead)
               orderby next, date.Name, date.Id
               select new Occasion(date.Id, date.Name, date.Kind, next.Value, Occasions.Years(date.Year, next.Value)),
        ];
    }

    private static async Task<IReadOnlyList<TaskLine>> Lines(this Store store, IQueryable<PromisedTask> tasks, CancellationToken stop)
    {
        var people = store.People;
        var lines = await (from task in tasks.AsNoTracking()
                           join person in people on task.PersonId equals person.Id into named
                           from person in named.DefaultIfEmpty()
                           where task.PersonId == null || person != null // whose person lies in the trash, lies there too
                           select new { Task = task, Name = (string?)person.Name }).ToListAsync(stop);
        return [.. lines.Select(l => new TaskLine(l.Task, l.Name)).OrderBy(l => l.Task.DueOn ?? DateOnly.MaxValue).ThenBy(l => l.Task.CreatedAt).ThenBy(l => l.Task.Id)];
    }
}
