using Mainstay.Algorithms.Series;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

public static class RefreshActions
{
    /// <summary>Few enough that their touches fit in memory, whoever they are.</summary>
    private const int AtOnce = 500;

    /// <summary>Derives from the touches of these people what their ties keep of them, in the open transaction.</summary>
    public static async Task RefreshTies(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        foreach (var some in people.Distinct().Chunk(AtOnce)) await store.RefreshSome(some, stop);
        await store.Reindex<TouchesSearchSource>(people, stop);
    }

    private static async Task RefreshSome(this Store store, Guid[] people, CancellationToken stop)
    {
        var contacts = await store.ContactsOf(people, stop);
        var known = await store.Ties.Where(t => people.Contains(t.Id)).Select(t => t.Id).ToListAsync(stop);
        var ties = await store.TiesToChange([.. known.Union(contacts.Keys)], stop);
        var packed = new List<PackedContacts>(contacts.Count);
        foreach (var tie in ties)
        {
            var days = contacts.TryGetValue(tie.Id, out var touches) ? Strength.Days(touches) : [];
            Derive(tie, touches, days);
            if (days.Length > 0) packed.Add(new() { Id = tie.Id, Packed = ContactPacking.Pack(days) });
        }
        await store.SaveChangesAsync(stop);
        await store.PackedContacts.Where(p => people.Contains(p.Id)).ExecuteDeleteAsync(stop);
        await store.InsertMany(packed, stop);
        if (people.Length > 1) foreach (var tie in ties) store.Entry(tie).State = EntityState.Detached; // ten thousand of them would slow every later save
    }

    private static void Derive(Tie tie, List<Contact>? touches, ContactDay[] days)
    {
        tie.ContactDays = days.Length;
        tie.FirstTouchOn = days.Length == 0 ? null : DateOnly.FromDayNumber((int)days[0].Day);
        tie.LastTouchOn = days.Length == 0 ? null : DateOnly.FromDayNumber((int)days[^1].Day);
        // The richest of the last day: kinds are listed from rich to poor.
        tie.LastTouchKind = touches?.Where(t => t.On == tie.LastTouchOn).Min(t => t.Kind);
        tie.DueOn = DueList.DueOn(tie);
    }

    private static async Task<Dictionary<Guid, List<Contact>>> ContactsOf(this Store store, Guid[] people, CancellationToken stop)
    {
        var there = store.TouchPeople;
        // The day is read where it stands with the person: else SQLite prefers an index over all touches of the space.
        var touches = from t in there
                      join touch in store.Touches on t.TouchId equals touch.Id
                      where people.Contains(t.PersonId)
                      select new { t.PersonId, t.On, touch.Kind, touch.Direction, People = 1 + there.Count(o => o.TouchId == t.TouchId) };
        var contacts = new Dictionary<Guid, List<Contact>>(people.Length);
        await foreach (var t in touches.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!contacts.TryGetValue(t.PersonId, out var own)) contacts.Add(t.PersonId, own = []);
            own.Add(new(t.On, t.Kind, t.Direction, t.People));
        }
        return contacts;
    }
}
