using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Rhythm;

public static class TouchActions
{
    private const int ManyTouches = 50_000;

    /// <summary>Notes one touch, with one person or several. Any touch starts their rhythm anew.</summary>
    public static Task<Touch> Record(this Store store, NewTouch touch, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        await store.Check(touch, today, stop);
        if (touch.Id is { } once && await store.Touches.FirstOrDefaultAsync(t => t.Id == once, stop) is { } already) return already;
        var (row, people) = Rows(touch, clock.GetUtcNow().UtcDateTime);
        store.Add(row);
        store.AddRange(people);
        await store.SaveChangesAsync(stop);
        await store.RefreshTies(touch.People, stop);
        await store.Refit(today, stop);
        return row;
    }, stop);

    /// <summary>Notes very many touches, as imports do; the answer is their ids. Everybody named must be there.</summary>
    public static Task<IReadOnlyList<Guid>> RecordMany(this Store store, IEnumerable<NewTouch> touches, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        var (ids, people) = (new List<Guid>(), new HashSet<Guid>());
        foreach (var some in touches.Chunk(ManyTouches))
        {
            foreach (var touch in some) Mistaken.ThrowIf(touch.Check(today));
            var rows = Array.ConvertAll(some, t => Rows(t, clock.GetUtcNow().UtcDateTime));
            // Sorted as their indexes are, so that a million rows do not touch a million pages.
            await store.InsertMany(rows.Select(r => r.Touch).OrderBy(t => t.On), stop);
            await store.InsertMany(rows.SelectMany(r => r.People).OrderBy(p => p.PersonId).ThenBy(p => p.On), stop);
            ids.AddRange(rows.Select(r => r.Touch.Id));
            people.UnionWith(some.SelectMany(t => t.People));
        }
        await store.RefreshTies(people, stop);
        await store.Refit(today, stop);
        return (IReadOnlyList<Guid>)ids;
    }, stop);

    /// <summary>Makes a touch what is said now.</summary>
    public static Task<Touch> ChangeTouch(this Store store, Guid id, NewTouch touch, DateOnly today, CancellationToken stop) => store.Alone(async () =>
    {
        await store.Check(touch, today, stop);
        var row = await store.Touches.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("Rhythm.TouchNotThere");
        var (before, people) = (await store.TouchPeople.Where(t => t.TouchId == id).Select(t => t.PersonId).ToListAsync(stop), store.People);
        (row.On, row.Kind, row.Direction, row.Minutes, row.Note) = (touch.On, touch.Kind, touch.Direction, touch.Minutes, Filled(touch.Note));
        // Whoever lies in the trash was not seen by who changed it, and comes back with it.
        await store.TouchPeople.Where(t => t.TouchId == id && people.Any(p => p.Id == t.PersonId)).ExecuteDeleteAsync(stop);
        await store.TouchPeople.Where(t => t.TouchId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.On, touch.On), stop);
        store.AddRange(PeopleOf(touch, id));
        await store.SaveChangesAsync(stop);
        await store.RefreshTies([.. before.Union(touch.People)], stop);
        return row;
    }, stop);

    /// <summary>Removes a touch; the answer is what it was, so that it can be recorded again.</summary>
    public static async Task<NewTouch> RemoveTouch(this Store store, Guid id, CancellationToken stop)
    {
        var touch = await store.TouchOf(id, stop);
        await store.RemoveTouches([id], stop);
        return touch;
    }

    /// <summary>Removes a touch. The answer is by what it is taken back.</summary>
    public static Task<Guid> LetGoOfTouch(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        await store.TouchRecordOf(id, stop);
        var touch = await store.Touches.SingleAsync(t => t.Id == id, stop);
        var people = await store.TouchPeople.Where(t => t.TouchId == id).ToListAsync(stop);
        var change = await store.LetGo(new(touch) { Along = [.. people.Select(p => ((IOwned)p, (Guid?)p.PersonId))] }, clock, stop);
        await store.RefreshTies([.. people.Select(p => p.PersonId)], stop);
        return change;
    }, stop);

    /// <summary>Removes many touches, as the undo of an import does.</summary>
    public static Task<int> RemoveTouches(this Store store, IReadOnlyCollection<Guid> ids, CancellationToken stop) => store.Alone(async () =>
    {
        var (people, removed) = (new HashSet<Guid>(), 0);
        foreach (var some in ids.Chunk(Store.MostParameters))
        {
            people.UnionWith(await store.TouchPeople.Where(t => some.Contains(t.TouchId)).Select(t => t.PersonId).Distinct().ToListAsync(stop));
            removed += await store.Touches.Where(t => some.Contains(t.Id)).ExecuteDeleteAsync(stop);
        }
        await store.RefreshTies(people, stop);
        return removed;
    }, stop);

    /// <summary>Does something while nobody else writes to this space: in the open transaction, or in one of its own.</summary>
    internal static async Task<T> Alone<T>(this Store store, Func<Task<T>> work, CancellationToken stop)
    {
        if (store.Database.CurrentTransaction is not null) return await work();
        await using var writing = await store.WriteAlone(stop);
        var answer = await work();
        await writing.CommitAsync(stop);
        return answer;
    }

    internal static async Task ThrowUnlessThere(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var ids = people.Distinct().ToArray();
        if (await store.People.CountAsync(p => ids.Contains(p.Id), stop) != ids.Length) throw new NotFound("Rhythm.PersonNotThere");
    }

    private static async Task Check(this Store store, NewTouch touch, DateOnly today, CancellationToken stop)
    {
        Mistaken.ThrowIf(touch.Check(today));
        await store.ThrowUnlessThere(touch.People, stop);
    }

    private static (Touch Touch, IReadOnlyList<TouchPerson> People) Rows(NewTouch touch, DateTime now)
    {
        var row = new Touch { Id = touch.Id ?? Guid.CreateVersion7(), On = touch.On, Kind = touch.Kind, Direction = touch.Direction, Minutes = touch.Minutes, Note = Filled(touch.Note), CreatedAt = now };
        return (row, PeopleOf(touch, row.Id));
    }

    /// <summary>Takes the removal of a touch back, unless nobody of it is left.</summary>
    internal sealed class Back : RemovalActions.Back<Touch>
    {
        protected override Task Return(Store store, string along, CancellationToken stop)
        {
            store.Add(Read<TouchPerson>(along));
            return Task.CompletedTask;
        }

        protected override async Task NameAgain(Store store, Touch touch, IReadOnlyList<Guid> left, CancellationToken stop)
        {
            await store.SaveChangesAsync(stop);
            var people = await store.TouchPeople.Where(t => t.TouchId == touch.Id).Select(t => t.PersonId).ToListAsync(stop);
            if (people.Count == 0) throw new NotFound("Rhythm.PersonNotThere");
            await store.RefreshTies(people, stop);
        }
    }

    private static IReadOnlyList<TouchPerson> PeopleOf(NewTouch touch, Guid id) =>
        touch.People is [var one] ? [new() { TouchId = id, PersonId = one, On = touch.On }]
        : [.. touch.People.Distinct().Select(p => new TouchPerson { TouchId = id, PersonId = p, On = touch.On })];
}
