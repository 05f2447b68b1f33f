using System.Globalization;
using Mainstay.Algorithms.Text;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>A touch in somebody's timeline.</summary>
/// <param name="Touch">What was noted.</param>
/// <param name="With">The others who were part of it.</param>
public sealed record TouchLine(Touch Touch, IReadOnlyList<string> With);

/// <summary>A place in a timeline, which goes on before it.</summary>
public sealed record TimelinePlace(DateOnly On, Guid Touch)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{On:yyyy-MM-dd}.{Touch}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static TimelinePlace? Read(string? text) =>
        text?.Split('.') is [var day, var touch] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParse(touch, out var id) ? new(on, id) : null;
}

/// <summary>A task in a list.</summary>
public sealed record TaskLine(PromisedTask Task, string? Person)
{
    /// <summary>It is to be remembered of them, and was promised to nobody: "Ana is moving to Lisbon in June: how is it going?"</summary>
    public bool IsAboutThem => Person is { } name && !Task.PromisedToMe && IsAbout(Task.Text, name);

    /// <summary>Whether a text begins with somebody's name, all of it or the first: "Ana's exam is on Monday".</summary>
    public static bool IsAbout(string text, string name)
    {
        if (text.Length == 0 || char.IsLower(text[0])) return false; // "mark the pages" is promised to Mark
        var (said, whole) = (Folding.Fold(text), Folding.Fold(name));
        return Begins(said, whole) || Begins(said, whole.Split(' ')[0]);
    }

    private static bool Begins(string text, string name) => name.Length > 0 && text.StartsWith(name, StringComparison.Ordinal) && (IsEnd(text, name.Length) || (text[name.Length] == 's' && IsEnd(text, name.Length + 1)));

    private static bool IsEnd(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);
}

/// <summary>A day of somebody's that comes back every year.</summary>
public sealed record Occasion(Guid PersonId, string Name, string Kind, DateOnly On, int? Years);

public static class RhythmQueries
{
    /// <summary>A person's touches, the latest first.</summary>
    public static async Task<IReadOnlyList<TouchLine>> TouchesOf(this Store store, Guid person, CancellationToken stop, int most = 50)
    {
        await store.ThrowUnlessThere([person], stop);
        return await store.TimelineOf(person, null, most, stop);
    }

    /// <summary>So many touches before a place in the timeline of somebody who is there; the latest without one.</summary>
    internal static async Task<IReadOnlyList<TouchLine>> TimelineOf(this Store store, Guid person, TimelinePlace? place, int most, CancellationToken stop)
    {
        place ??= new(DateOnly.MaxValue, Guid.Empty);
        var met = await Timeline.For(store)(store, person, place.On, place.Touch, most).ToListAsync(stop);
        var with = await store.OthersIn(met.Where(m => m.WithOthers).Select(m => m.Touch.Id), person, stop);
        return met.ConvertAll(m => new TouchLine(m.Touch, [.. with[m.Touch.Id]]));
    }

    private static readonly Question<Func<Store, Guid, DateOnly, Guid, int, IAsyncEnumerable<Met>>> Timeline = new(() => EF.CompileAsyncQuery((Store store, Guid person, DateOnly day, Guid last, int most) =>
        (from there in store.Set<TouchPerson>()
         where there.PersonId == person && (there.On < day || (there.On == day && there.TouchId.CompareTo(last) < 0))
         join touch in store.Set<Touch>().AsNoTracking() on there.TouchId equals touch.Id
         orderby there.On descending, there.TouchId descending
         select new Met(touch, store.Set<TouchPerson>().Any(other => other.TouchId == touch.Id && other.PersonId != person))).Take(most)));

    private sealed record Met(Touch Touch, bool WithOthers);

    private static async Task<ILookup<Guid, string>> OthersIn(this Store store, IEnumerable<Guid> touches, Guid person, CancellationToken stop)
    {
        var all = new List<(Guid Touch, string Name)>();
        foreach (var ids in touches.Chunk(Store.MostParameters))
        {
            var others = await (from there in store.TouchPeople
                                join other in store.People on there.PersonId equals other.Id
                                where ids.Contains(there.TouchId) && there.PersonId != person
                                orderby other.SortKey, other.Id
                                select new { there.TouchId, other.Name }).ToListAsync(stop);
            all.AddRange(others.Select(o => (o.TouchId, o.Name)));
        }
        return all.ToLookup(o => o.Touch, o => o.Name);
    }

    public static async Task<NewTouch> TouchOf(this Store store, Guid id, CancellationToken stop)
    {
        var touch = await store.Touches.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("Rhythm.TouchNotThere");
        var people = await store.TouchPeople.Where(t => t.TouchId == id).OrderBy(t => t.Id).Select(t => t.PersonId).ToListAsync(stop);
        return new() { People = people, On = touch.On, Kind = touch.Kind, Direction = touch.Direction, Minutes = touch.Minutes, Note = touch.Note };
    }

    /// <summary>Tasks still to do, the most pressing first, those without a day last.</summary>
    public static Task<IReadOnlyList<TaskLine>> OpenTasks(this Store store, CancellationToken stop) => store.Lines(store.Tasks.Where(t => t.DoneOn == null), stop);

    /// <summary>What the owner promised since a moment, has not done, and set no day for.</summary>
    internal static Task<IReadOnlyList<TaskLine>> UndatedTasks(this Store store, DateTime since, CancellationToken stop) =>
        store.Lines(store.Tasks.Where(t => t.DoneOn == null && t.DueOn == null && !t.PromisedToMe && t.CreatedAt >= since), stop);

    /// <summary>Tasks still to do that are due on a day or were before.</summary>
    public static async Task<IReadOnlyList<TaskLine>> TasksDue(this Store store, DateOnly day, CancellationToken stop) => InOrder(await DueTasks.For(store)(store, day).ToListAsync(stop));

    private static readonly Question<Func<Store, DateOnly, IAsyncEnumerable<TaskLine>>> DueTasks = new(() => EF.CompileAsyncQuery((Store store, DateOnly day) =>
        from task in store.Set<PromisedTask>().AsNoTracking()
        where task.DoneOn == null && task.DueOn <= day
        join person in store.Set<Person>() on task.PersonId equals person.Id into named
        from person in named.DefaultIfEmpty()
        where task.PersonId == null || person != null
        select new TaskLine(task, person.Name)));

    /// <summary>What was done since a day, the latest first.</summary>
    public static async Task<IReadOnlyList<TaskLine>> TasksDoneSince(this Store store, DateOnly day, CancellationToken stop) =>
        [.. (await store.Lines(store.Tasks.Where(t => t.DoneOn >= day), stop)).OrderByDescending(l => l.Task.DoneOn)];

    /// <summary>What was promised to a person or by them, done or not.</summary>
    public static async Task<IReadOnlyList<TaskLine>> TasksOf(this Store store, Guid person, CancellationToken stop) => InOrder(await TasksOfOne.For(store)(store, person).ToListAsync(stop));

    private static readonly Question<Func<Store, Guid, IAsyncEnumerable<TaskLine>>> TasksOfOne = new(() => EF.CompileAsyncQuery((Store store, Guid id) =>
        from task in store.Set<PromisedTask>().AsNoTracking()
        where task.PersonId == id
        join person in store.Set<Person>() on task.PersonId equals person.Id
        select new TaskLine(task, person.Name)));

    public static async Task<TaskLine> TaskLineOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Tasks.Where(t => t.Id == id), stop) is [var line] ? line : throw new NotFound("Rhythm.TaskNotThere");

    /// <summary>The one task with this id, or whose id ends so.</summary>
    public static async Task<Guid> TaskEndingWith(this Store store, string typed, CancellationToken stop)
    {
        var all = await store.Tasks.AsNoTracking().ToListAsync(stop);
        return all.FindAll(t => t.EndsSo(typed)) switch
        {
            [var one] => one.Id,
            [] => throw new NotFound("Rhythm.TaskNotThere"),
            _ => throw new Conflict("Rhythm.SeveralTasks", typed),
        };
    }

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
                           select new TaskLine(task, person.Name)).ToListAsync(stop);
        return InOrder(lines);
    }

    private static IReadOnlyList<TaskLine> InOrder(List<TaskLine> lines) => [.. lines.OrderBy(l => l.Task.DueOn ?? DateOnly.MaxValue).ThenBy(l => l.Task.CreatedAt).ThenBy(l => l.Task.Id)];
}
