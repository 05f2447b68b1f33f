using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>A place in the list of touches: it goes on after it.</summary>
public sealed record TouchPlace(DateOnly On, Guid Id);

/// <summary>A touch and everybody who was part of it, but for those in the trash.</summary>
public sealed record TouchRecord(Touch Touch, IReadOnlyList<PersonLine> People);

public static class TouchListQueries
{
    /// <summary>An end of an id means one of so many, the latest.</summary>
    private const int MostLookedAt = 1_000;

    /// <summary>How many touches there were on each day that had any; without those of which everybody lies in the trash.</summary>
    public static async Task<IReadOnlyDictionary<DateOnly, int>> TouchesByDay(this Store store, DateOnly from, DateOnly until, CancellationToken stop)
    {
        var (people, there) = (store.People, store.TouchPeople);
        var days = await store.Touches.Where(t => t.On >= from && t.On <= until).GroupBy(t => t.On).Select(g => new { On = g.Key, Count = g.Count() }).ToDictionaryAsync(d => d.On, d => d.Count, stop);
        // Few lie in the trash: what they had is taken off, instead of asking of each touch who was there.
        var trashed = store.Trashed();
        var lost = await (from with in there
                          join person in trashed on with.PersonId equals person.Id
                          where with.On >= @from && with.On <= until && !there.Any(t => t.TouchId == with.TouchId && people.Any(p => p.Id == t.PersonId && p.TrashedAt == null))
                          select new { with.TouchId, with.On }).Distinct().GroupBy(t => t.On).Select(g => new { On = g.Key, Count = g.Count() }).ToListAsync(stop);
        foreach (var day in lost) days[day.On] -= day.Count;
        return days.Where(d => d.Value > 0).ToDictionary();
    }

    /// <summary>So many touches after a place of the list, the latest first; all of them or one person's. Those only with people in the trash lie there too.</summary>
    public static async Task<IReadOnlyList<TouchRecord>> TouchesAfter(this Store store, TouchPlace? place, Guid? person, int most, CancellationToken stop)
    {
        if (person is { } who) await store.ThrowUnlessThere([who], stop);
        var touches = person is { } id ? store.With(id, place) : store.All(place);
        return await store.Records(await touches.Take(most).ToListAsync(stop), stop);
    }

    public static async Task<TouchRecord> TouchRecordOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Records(await store.Touches.AsNoTracking().Where(t => t.Id == id).ToListAsync(stop), stop) is [{ People.Count: > 0 } touch] ? touch : throw new NotFound("Rhythm.TouchNotThere");

    /// <summary>The one touch with this id, or of the latest ones the one whose id ends so.</summary>
    public static async Task<Guid> TouchEndingWith(this Store store, string typed, CancellationToken stop)
    {
        if (Guid.TryParse(typed, out var id)) return id;
        var latest = await store.All(null).Take(MostLookedAt).ToListAsync(stop);
        return latest.FindAll(t => t.EndsSo(typed)) switch
        {
            [var one] => one.Id,
            [] => throw new NotFound("Rhythm.TouchNotThere"),
            _ => throw new Conflict("Rhythm.SeveralTouches", typed),
        };
    }

    private static IQueryable<Touch> All(this Store store, TouchPlace? place)
    {
        var (there, people, touches) = (store.TouchPeople, store.People, store.Touches.AsNoTracking());
        if (place is not null) touches = touches.Where(t => t.On < place.On || (t.On == place.On && t.Id.CompareTo(place.Id) < 0));
        return touches.Where(t => there.Any(p => p.TouchId == t.Id && people.Any(x => x.Id == p.PersonId))).OrderByDescending(t => t.On).ThenByDescending(t => t.Id);
    }

    private static IQueryable<Touch> With(this Store store, Guid person, TouchPlace? place)
    {
        var there = store.TouchPeople.Where(t => t.PersonId == person);
        if (place is not null) there = there.Where(t => t.On < place.On || (t.On == place.On && t.TouchId.CompareTo(place.Id) < 0));
        return from part in there
               join touch in store.Touches.AsNoTracking() on part.TouchId equals touch.Id
               orderby part.On descending, part.TouchId descending
               select touch;
    }

    private static async Task<IReadOnlyList<TouchRecord>> Records(this Store store, List<Touch> touches, CancellationToken stop)
    {
        var ids = touches.ConvertAll(t => t.Id);
        var people = await (from there in store.TouchPeople
                            join person in store.People on there.PersonId equals person.Id
                            where ids.Contains(there.TouchId)
                            orderby person.SortKey, person.Id
                            select new { there.TouchId, person.Id, person.Name }).ToListAsync(stop);
        var with = people.ToLookup(p => p.TouchId, p => new PersonLine(p.Id, p.Name));
        return touches.ConvertAll(t => new TouchRecord(t, [.. with[t.Id]]));
    }
}
