using System.Text.Json;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

/// <summary>Changes many people at once, and takes it back.</summary>
public static class BulkActions
{
    /// <summary>Makes one change to all of these people, all of it or nothing. When <paramref name="once"/> is given, it is the change's id; a change that has it already is the answer.</summary>
    public static Task<BulkChange> ChangeAll(this Store store, IReadOnlyCollection<Guid> people, PeopleEdit edit, TimeProvider clock, CancellationToken stop, Guid? once = null) => store.AllOrNothing(async () =>
    {
        if (once is { } id && await store.BulkChanges.FirstOrDefaultAsync(c => c.Id == id, stop) is { } already) return already;
        edit = edit.Understood();
        Mistaken.ThrowIf(edit.Check());
        edit = edit with { Value = edit.Value?.Trim() };
        var there = await store.Those(people, stop);
        Mistaken.ThrowIf(new Problems().When(there.Count == 0, "", "Lists.NobodyChosen"));
        var were = new List<Was>();
        foreach (var some in there.Chunk(Store.MostParameters)) were.AddRange(await store.Do(some, edit, clock, stop));
        var change = new BulkChange { Id = once ?? Guid.CreateVersion7(), At = clock.GetUtcNow().UtcDateTime, Edit = ToJson(edit), Asked = there.Count, People = were.Count, Before = ToJson(were) };
        store.Add(change);
        await store.SaveChangesAsync(stop);
        return change;
    }, stop);

    /// <summary>Takes a change back. Whoever is not any more what it made of them stays as they are.</summary>
    public static Task<BulkChange> UndoChange(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var change = await store.BulkChanges.FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Lists.NoSuchChange");
        if (change.UndoneAt is not null) return change;
        var (were, undone) = (change.Were, new HashSet<Guid>());
        foreach (var some in were.Chunk(Store.MostParameters)) undone.UnionWith(await store.Undo(some.ToDictionary(w => w.Id), change.What, clock, stop));
        (change.UndoneAt, change.Stayed) = (clock.GetUtcNow().UtcDateTime, ToJson(were.Select(w => w.Id).Where(w => !undone.Contains(w))));
        await store.SaveChangesAsync(stop);
        return change;
    }, stop);

    /// <summary>Forgets changes that were made more than 30 days ago.</summary>
    public static Task ForgetOldChanges(this Store store, TimeProvider clock, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-BulkChange.DaysKept);
        return store.BulkChanges.Where(c => c.At < before).ExecuteDeleteAsync(stop);
    }

    private static Task<IEnumerable<Was>> Do(this Store store, Guid[] people, PeopleEdit edit, TimeProvider clock, CancellationToken stop) => edit.Kind switch
    {
        EditKind.AddLabel => store.GiveLabel(people, edit, clock, stop),
        EditKind.RemoveLabel => store.TakeLabel(people, edit, clock, stop),
        EditKind.AddRole => store.GiveRole(people, edit, clock, stop),
        EditKind.RemoveRole => store.TakeRole(people, edit, clock, stop),
        EditKind.Trash => store.TrashAll(people, clock, stop),
        _ => store.SetTies(people, edit, stop),
    };

    private static Task<IEnumerable<Guid>> Undo(this Store store, Dictionary<Guid, Was> were, PeopleEdit edit, TimeProvider clock, CancellationToken stop) => edit.Kind switch
    {
        EditKind.AddLabel or EditKind.RemoveLabel => store.UndoLabel(were, edit, clock, stop),
        EditKind.AddRole or EditKind.RemoveRole => store.UndoRole(were, edit, clock, stop),
        EditKind.Trash => store.UndoTrash([.. were.Keys], clock, stop),
        _ => store.UndoTies(were, edit, stop),
    };

    private static async Task<List<Guid>> Those(this Store store, IReadOnlyCollection<Guid> people, CancellationToken stop)
    {
        var there = new List<Guid>(people.Count);
        foreach (var some in people.Distinct().Order().Chunk(Store.MostParameters))
            there.AddRange(await store.People.Where(p => some.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop));
        return there;
    }

    private static string ToJson<T>(T value) => JsonSerializer.Serialize(value, Json.OneLine);
}
