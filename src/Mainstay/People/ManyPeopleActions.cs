using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

public static class ManyPeopleActions
{
    /// <summary>Makes many people what is said of them, in the open transaction; those in the trash too.</summary>
    public static async Task ChangePeople(this Store store, IReadOnlyDictionary<Guid, PersonDetails> changes, TimeProvider clock, CancellationToken stop)
    {
        foreach (var some in changes.Keys.Chunk(Store.MostParameters))
        {
            var people = await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => some.Contains(p.Id)).ToListAsync(stop);
            var rows = people.ConvertAll(p => PersonRows.Onto(p, changes[p.Id], clock.GetUtcNow().UtcDateTime));
            await store.SaveChangesAsync(stop);
            foreach (var person in people) store.Entry(person).State = EntityState.Detached;
            await RemoveDetails(store, some, stop);
            await store.AddDetails(rows, stop);
        }
    }

    /// <summary>Puts many into the trash or takes them out of it, in the open transaction.</summary>
    internal static async Task SetTrashed(this Store store, IReadOnlyCollection<Guid> people, bool isTrashed, TimeProvider clock, CancellationToken stop)
    {
        DateTime? at = isTrashed ? clock.GetUtcNow().UtcDateTime : null;
        foreach (var some in people.Chunk(Store.MostParameters))
            await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => some.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.TrashedAt, at), stop);
        await store.Revise(people, clock, stop);
    }

    /// <summary>Notes in the open transaction that details of these people were changed: two who edit at once are told, and whatever follows the rows hears of it.</summary>
    internal static async Task Revise(this Store store, IReadOnlyCollection<Guid> people, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var some in people.Chunk(Store.MostParameters))
            await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => some.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.ChangedAt, now).SetProperty(x => x.Revision, x => x.Revision + 1), stop);
        await store.Reindex<PeopleSearchSource>(people, stop);
    }

    internal static async Task AddDetails(this Store store, IReadOnlyCollection<PersonRows> people, CancellationToken stop)
    {
        await store.InsertMany(people.SelectMany(p => p.ContactPoints), stop);
        await store.InsertMany(people.SelectMany(p => p.Addresses), stop);
        await store.InsertMany(people.SelectMany(p => p.Dates), stop);
        await store.InsertMany(people.SelectMany(p => p.Tags), stop);
        await store.InsertMany(people.SelectMany(p => p.Roles), stop);
        await store.InsertMany(people.SelectMany(p => p.Relations), stop);
        await store.InsertMany(people.SelectMany(p => p.Fields), stop);
        await store.InsertMany(people.Select(p => p.Photo).OfType<Photo>(), stop);
    }

    private static async Task RemoveDetails(Store store, Guid[] ids, CancellationToken stop)
    {
        await store.ContactPoints.Where(d => ids.Contains(d.PersonId)).ExecuteDeleteAsync(stop);
        await store.Addresses.Where(d => ids.Contains(d.PersonId)).ExecuteDeleteAsync(stop);
        await store.ImportantDates.Where(d => ids.Contains(d.PersonId)).ExecuteDeleteAsync(stop);
        await store.Tags.Where(d => ids.Contains(d.PersonId)).ExecuteDeleteAsync(stop);
        await store.Roles.Where(d => ids.Contains(d.PersonId)).ExecuteDeleteAsync(stop);
        await store.Relations.Where(d => ids.Contains(d.PersonId)).ExecuteDeleteAsync(stop);
        await store.CustomFields.Where(d => ids.Contains(d.PersonId)).ExecuteDeleteAsync(stop);
        await store.Photos.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(stop);
        await store.Faces.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(stop);
    }
}
