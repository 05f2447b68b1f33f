using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

public static class IntakeQueries
{
    /// <summary>All imports, the latest first.</summary>
    public static Task<List<Import>> AllImports(this Store store, CancellationToken stop) =>
        store.Imports.AsNoTracking().OrderByDescending(i => i.At).ThenByDescending(i => i.Id).ToListAsync(stop);

    public static async Task<Import> ImportOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) ?? throw new NotFound("Intake.NoSuchImport", id);

    /// <summary>Everybody in the space, and how sources know them.</summary>
    internal static async Task<KnownPeople> KnownPeople(this Store store, CancellationToken stop)
    {
        var known = new KnownPeople();
        await foreach (var p in store.People.IgnoreQueryFilters([Store.TrashFilter]).Select(p => new { p.Id, p.Name, p.TrashedAt, p.MergedIntoId }).AsAsyncEnumerable().WithCancellation(stop))
            known.Add(p.Id, p.Name, p.TrashedAt is not null, p.MergedIntoId is not null);
        await foreach (var c in store.ContactPoints.Where(c => c.Kind == ContactKind.Email || c.Kind == ContactKind.Phone).Select(c => new { c.Kind, c.Normal, c.PersonId }).AsAsyncEnumerable().WithCancellation(stop))
            known.AddAddress(c.Kind, c.Normal, c.PersonId);
        await foreach (var i in store.SourceIdentities.Select(i => new { i.Id, i.Source, i.Identity, i.Fingerprint, i.PersonId }).AsAsyncEnumerable().WithCancellation(stop))
            known.Add(i.Source, new() { Row = i.Id, Person = i.PersonId, Identity = i.Identity, Fingerprint = i.Fingerprint });
        return known;
    }

    /// <summary>What sources said last time, by the row of their identity.</summary>
    internal static async Task<Dictionary<Guid, string>> SaidBefore(this Store store, IReadOnlyCollection<Guid> rows, CancellationToken stop)
    {
        var said = new Dictionary<Guid, string>();
        foreach (var some in rows.Chunk(Store.MostParameters))
            foreach (var row in await store.SourceIdentities.Where(i => some.Contains(i.Id)).Select(i => new { i.Id, i.Said }).ToListAsync(stop)) said[row.Id] = row.Said;
        return said;
    }
}
