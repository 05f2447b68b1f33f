using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

/// <summary>Takes the touches of an import back, and the texts it brought.</summary>
internal sealed class UndoTouchesActions(Store store)
{
    /// <summary>Of a touch with many who were brought together with others since, no more ways are tried in which it may have been.</summary>
    private const int MostTries = 1_000;

    public int Removed { get; private set; }

    public List<Staying> Stays { get; } = [];

    public async Task TakeBack(IEnumerable<ImportChange> added, IEnumerable<ImportChange> changed, CancellationToken stop)
    {
        var (mine, merged) = (added.ToDictionary(c => c.Subject, c => c.After), await store.BroughtIn(stop));
        foreach (var change in changed) await TakeBackNote(change, merged, stop); // then they are as an earlier import left them
        var now = await TouchesNow([.. mine.Keys], stop);
        var same = now.Where(t => IsAsLeft(t.Value, mine[t.Key], merged)).Select(t => t.Key).ToHashSet();
        foreach (var edited in now.Where(t => !same.Contains(t.Key))) Stays.Add(new(edited.Key, "", new("Intake.TouchEdited", edited.Value.On)));
        Removed = await store.RemoveTouches(same, stop);
        foreach (var some in mine.Keys.Except(now.Keys).Concat(same).Chunk(Store.MostParameters))
            await store.TouchIdentities.Where(t => some.Contains(t.TouchId)).ExecuteDeleteAsync(stop);
    }

    private async Task<Dictionary<Guid, NewTouch>> TouchesNow(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var now = new Dictionary<Guid, NewTouch>();
        foreach (var some in ids.Chunk(Store.MostParameters))
        {
            var people = (await store.TouchPeople.Where(t => some.Contains(t.TouchId)).Select(t => new { t.TouchId, t.PersonId }).ToListAsync(stop)).ToLookup(t => t.TouchId, t => t.PersonId);
            foreach (var t in await store.Touches.AsNoTracking().Where(t => some.Contains(t.Id)).ToListAsync(stop))
                now[t.Id] = new() { People = [.. people[t.Id]], On = t.On, Kind = t.Kind, Direction = t.Direction, Minutes = t.Minutes, Note = t.Note };
        }
        return now;
    }

    /// <summary>Whether a touch is as the import left it. Those it was with may have been brought into others since: that is no change of it.</summary>
    private static bool IsAsLeft(NewTouch now, string after, ILookup<Guid, Guid> merged) =>
        Were(now.People, merged).Take(MostTries).Any(people => ArrivingTouchActions.State(now with { People = people }) == after);

    /// <summary>Who may have taken part: those who do now, and each of them as any who was brought into them.</summary>
    private static IEnumerable<List<Guid>> Were(IEnumerable<Guid> now, ILookup<Guid, Guid> merged) =>
        now.Aggregate(Enumerable.Repeat(new List<Guid>(), 1), (all, one) => from people in all from who in merged[one].Prepend(one) select (List<Guid>)[.. people, who]);

    private async Task TakeBackNote(ImportChange change, ILookup<Guid, Guid> merged, CancellationToken stop)
    {
        if (!(await TouchesNow([change.Subject], stop)).TryGetValue(change.Subject, out var now)) return;
        if (!IsAsLeft(now, change.After, merged)) Stays.Add(new(change.Subject, "", new("Intake.TouchEdited", now.On)));
        else
        {
            (await store.Touches.FirstAsync(t => t.Id == change.Subject, stop)).Note = string.IsNullOrEmpty(change.Before) ? null : change.Before;
            await store.SaveChangesAsync(stop);
        }
    }
}
