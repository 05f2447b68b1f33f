using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>A room that keeps rows which must go with a person, or be mended when one goes for good.</summary>
public interface IPersonLeaves
{
    /// <summary>Called in the transaction that removes these people for good, before they are removed.</summary>
    Task BeforeLeaving(Store store, IReadOnlyCollection<Guid> people, CancellationToken stop);
}

public static class PeopleActions
{
    public const int DaysInTrash = 30;

    /// <summary>Adds a person. When <paramref name="once"/> is given, it is their id; when somebody has it already, they are the answer and nothing is added.</summary>
    public static Task<Person> AddPerson(this Store store, PersonDetails details, TimeProvider clock, CancellationToken stop, Guid? once = null) => store.AllOrNothing(async () =>
    {
        if (once is { } id && await store.People.IgnoreQueryFilters([Store.TrashFilter]).FirstOrDefaultAsync(p => p.Id == id, stop) is { } already) return already;
        Mistaken.ThrowIf(await store.CheckAll(details, null, stop));
        var rows = PersonRows.Of(details, clock.GetUtcNow().UtcDateTime, once);
        store.Add(rows.Person);
        Append(store, rows);
        await store.SaveChangesAsync(stop);
        return rows.Person;
    }, stop);

    /// <summary>Makes a person what the details say. Refused when somebody changed them since <paramref name="revision"/>.</summary>
    public static async Task<Person> ChangePerson(this Store store, Guid id, PersonDetails details, TimeProvider clock, CancellationToken stop, long? revision = null)
    {
        Mistaken.ThrowIf(await store.CheckAll(details, id, stop));
        await using var writing = store.Database.CurrentTransaction is null ? await store.Database.BeginTransactionAsync(stop) : null;
        var person = await store.People.IgnoreQueryFilters([Store.TrashFilter]).FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFound("People.NotThere");
        if (revision is { } seen && seen != person.Revision) throw new Conflict("People.ChangedMeanwhile", person.Name);
        await store.Rewrite(person, details, clock, stop);
        if (writing is not null) await writing.CommitAsync(stop);
        return person;
    }

    /// <summary>Writes many new people at once, in the open transaction.</summary>
    public static async Task AddPeople(this Store store, IReadOnlyCollection<PersonRows> people, CancellationToken stop)
    {
        await store.InsertMany(people.Select(p => p.Person), stop);
        await store.AddDetails(people, stop);
    }

    /// <summary>Into the trash, from where they can be taken back for 30 days.</summary>
    public static Task TrashPerson(this Store store, Guid id, TimeProvider clock, CancellationToken stop) =>
        SetTrashed(store, id, clock.GetUtcNow().UtcDateTime, clock, stop);

    public static Task RestorePerson(this Store store, Guid id, TimeProvider clock, CancellationToken stop) =>
        SetTrashed(store, id, null, clock, stop);

    /// <summary>Removes for good those who have lain in the trash for longer than 30 days.</summary>
    public static async Task<int> EmptyTrash(this Store store, IEnumerable<IPersonLeaves> rooms, TimeProvider clock, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-DaysInTrash);
        var ids = await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.TrashedAt < before).Select(p => p.Id).ToListAsync(stop);
        if (ids.Count == 0) return 0;
        await using var writing = await store.WriteAlone(stop);
        await store.RemovePeople(ids, rooms, stop);
        await writing.CommitAsync(stop);
        return ids.Count;
    }

    /// <summary>Removes people for good, with all that belongs to them and with whoever turned out to be one of them, in the open transaction.</summary>
    public static async Task RemovePeople(this Store store, IReadOnlyCollection<Guid> people, IEnumerable<IPersonLeaves> rooms, CancellationToken stop)
    {
        var ids = await store.WithMerged(people, stop);
        foreach (var room in rooms) await room.BeforeLeaving(store, ids, stop);
        await store.Unindex(ids, stop);
        foreach (var some in ids.Chunk(Store.MostParameters)) await RemoveSome(store, some, stop);
    }

    private static async Task<IReadOnlyCollection<Guid>> WithMerged(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var (all, last) = (people.ToHashSet(), people.ToList());
        while (last.Count > 0)
        {
            var more = new List<Guid>();
            foreach (var some in last.Chunk(Store.MostParameters))
                more.AddRange(await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.MergedIntoId != null && some.Contains(p.MergedIntoId.Value)).Select(p => p.Id).ToListAsync(stop));
            last = more.FindAll(all.Add);
        }
        return all;
    }

    private static async Task RemoveSome(Store store, Guid[] ids, CancellationToken stop)
    {
        var all = store.People.IgnoreQueryFilters([Store.TrashFilter]);
        await all.Where(p => p.MetThroughId != null && ids.Contains(p.MetThroughId.Value)).ExecuteUpdateAsync(p => p.SetProperty(x => x.MetThroughId, (Guid?)null), stop);
        await store.Relations.Where(r => r.OtherId != null && ids.Contains(r.OtherId.Value)).ExecuteUpdateAsync(r => r.SetProperty(x => x.OtherId, (Guid?)null), stop);
        await all.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(stop);
    }

    private static async Task SetTrashed(Store store, Guid id, DateTime? at, TimeProvider clock, CancellationToken stop)
    {
        var person = await store.People.IgnoreQueryFilters([Store.TrashFilter]).FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFound("People.NotThere");
        if (person.MergedIntoId is not null) throw new Conflict("People.IsMerged", person.Name);
        if (person.TrashedAt is null == at is null) return;
        person.TrashedAt = at;
        person.ChangedAt = clock.GetUtcNow().UtcDateTime;
        person.Revision++;
        await store.SaveChangesAsync(stop);
    }

    /// <summary>What is wrong with the details themselves, and with the others they name: these must be people of this space.</summary>
    internal static async Task<Problems> CheckAll(this Store store, PersonDetails details, Guid? self, CancellationToken stop)
    {
        var problems = details.Check();
        problems.When(self is not null && details.MetThroughId == self, "metThrough", "People.MetThroughSelf");
        var others = details.Relations.Select(r => r.OtherId).OfType<Guid>().Distinct().ToList();
        if (details.MetThroughId is { } through) problems.When(await Strangers(store, [through], stop), "metThrough", "People.OtherNotThere");
        return problems.When(await Strangers(store, others, stop), "relations", "People.OtherNotThere");
    }

    private static async Task<bool> Strangers(Store store, List<Guid> ids, CancellationToken stop) =>
        ids.Count > 0 && await store.People.IgnoreQueryFilters([Store.TrashFilter]).CountAsync(p => ids.Contains(p.Id), stop) < ids.Count;

    private static void Append(Store store, PersonRows rows)
    {
        store.AddRange(rows.ContactPoints);
        store.AddRange(rows.Addresses);
        store.AddRange(rows.Dates);
        store.AddRange(rows.Tags);
        store.AddRange(rows.Roles);
        store.AddRange(rows.Relations);
        store.AddRange(rows.Fields);
        if (rows.Photo is not null) store.Add(rows.Photo);
    }
}
