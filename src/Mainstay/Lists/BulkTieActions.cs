using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

/// <summary>Layers, cadences and the trash for many people, so that it can be taken back. In the open transaction.</summary>
internal static class BulkTieActions
{
    public static async Task<IEnumerable<Was>> SetTies(this Store store, Guid[] people, PeopleEdit edit, CancellationToken stop)
    {
        var ties = await store.Ties.AsNoTracking().Where(t => people.Contains(t.Id)).Select(t => new { t.Id, t.Layer, t.CadenceDays }).ToDictionaryAsync(t => t.Id, stop);
        var were = people.Select(p => ties.GetValueOrDefault(p) is { } tie ? new Was(p) { Layer = tie.Layer, CadenceDays = tie.CadenceDays } : new Was(p))
            .Where(w => edit.Kind == EditKind.Layer ? w.Layer != edit.Layer : w.CadenceDays != edit.CadenceDays).ToList();
        await store.ChangeTies([.. were.Select(w => w.Id)], tie =>
        {
            if (edit.Kind == EditKind.Layer) tie.Layer = edit.Layer;
            else tie.CadenceDays = edit.CadenceDays;
        }, stop);
        return were;
    }

    public static async Task<IEnumerable<Guid>> UndoTies(this Store store, Dictionary<Guid, Was> were, PeopleEdit edit, CancellationToken stop)
    {
        var people = were.Keys.ToArray();
        var merged = store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.MergedIntoId != null);
        var unchanged = store.Ties.Where(t => people.Contains(t.Id) && !merged.Any(p => p.Id == t.Id));
        var (layer, days) = (edit.Layer, edit.CadenceDays);
        unchanged = edit.Kind == EditKind.Layer ? unchanged.Where(t => t.Layer == layer) : unchanged.Where(t => t.CadenceDays == days);
        var undone = await unchanged.Select(t => t.Id).ToArrayAsync(stop);
        await store.ChangeTies(undone, tie =>
        {
            if (edit.Kind == EditKind.Layer) tie.Layer = were[tie.Id].Layer;
            else tie.CadenceDays = were[tie.Id].CadenceDays;
        }, stop);
        return undone;
    }

    public static async Task<IEnumerable<Was>> TrashAll(this Store store, Guid[] people, TimeProvider clock, CancellationToken stop)
    {
        await store.SetTrashed(people, true, clock, stop);
        return people.Select(p => new Was(p));
    }

    public static async Task<IEnumerable<Guid>> UndoTrash(this Store store, Guid[] people, TimeProvider clock, CancellationToken stop)
    {
        var trashed = await store.Trashed().Where(p => people.Contains(p.Id)).Select(p => p.Id).ToArrayAsync(stop);
        await store.SetTrashed(trashed, false, clock, stop);
        return trashed;
    }
}
