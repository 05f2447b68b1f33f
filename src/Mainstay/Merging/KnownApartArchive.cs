using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Merging;

internal sealed record ArchivedApart(Guid Id, Guid First, Guid Second, DateTime At);

/// <summary>Who are two although they look alike. Who was brought together with somebody lies in the archive's trash, as what can be taken back does not go along.</summary>
internal sealed class KnownApartArchive() : ArchiveSection<ArchivedApart>("knownApart")
{
    private const string Kind = "knownApart";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.KnownApart.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedApart> Rows(Store store, CancellationToken stop) =>
        store.KnownApart.AsNoTracking().OrderBy(a => a.Id).Select(a => new ArchivedApart(a.Id, a.FirstId, a.SecondId, a.At)).AsAsyncEnumerable();

    protected override void Check(ArchivedApart a, ArchiveCheck check)
    {
        check.IsNew(Kind, a.Id);
        check.Refers(PeopleArchive.Kind, a.First);
        check.Refers(PeopleArchive.Kind, a.Second);
        check.Holds(a.First.CompareTo(a.Second) < 0, "Merging.WithThemselves");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedApart> rows, CancellationToken stop) =>
        store.InsertMany(rows.Select(a => new KnownApart { Id = a.Id, FirstId = a.First, SecondId = a.Second, At = a.At }), stop);
}
