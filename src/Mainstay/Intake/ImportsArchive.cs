using Mainstay.Archive;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

internal sealed record ArchivedImport
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required string Files { get; init; }
    public int Added { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }
    public int Skipped { get; init; }
    public required string Report { get; init; }
    public DateTime? UndoneAt { get; init; }
    public string? UndoReport { get; init; }
}

internal sealed record ArchivedChange
{
    public required Guid Id { get; init; }
    public required Guid Import { get; init; }
    public required ChangeKind Kind { get; init; }
    public required Guid Subject { get; init; }
    public string? Before { get; init; }
    public required string After { get; init; }
}

/// <summary>All imports in an archive, so that they can be looked up and taken back elsewhere too. That a whole network came in stays behind: it tells of the place, not of the network.</summary>
internal sealed class ImportsArchive() : ArchiveSection<ArchivedImport>("imports")
{
    public const string Kind = "import";

    /// <summary>Imports that were taken back are no reason to refuse an archive: nothing of them is here.</summary>
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await Ours(store).AnyAsync(i => i.UndoneAt == null, stop);

    protected override IAsyncEnumerable<ArchivedImport> Rows(Store store, CancellationToken stop) => Ours(store).AsNoTracking().OrderBy(i => i.Id).Select(i => new ArchivedImport
    {
        Id = i.Id,
        At = i.At,
        Files = i.Files,
        Added = i.Added,
        Updated = i.Updated,
        Unchanged = i.Unchanged,
        Skipped = i.Skipped,
        Report = i.Report,
        UndoneAt = i.UndoneAt,
        UndoReport = i.UndoReport,
    }).AsAsyncEnumerable();

    protected override void Check(ArchivedImport import, ArchiveCheck check) => check.IsNew(Kind, import.Id);

    protected override async Task Write(Store store, IReadOnlyList<ArchivedImport> imports, CancellationToken stop)
    {
        foreach (var ids in imports.Select(i => i.Id).Chunk(Store.MostParameters)) // one that was taken back here may be among them
            await store.Imports.Where(i => ids.Contains(i.Id)).ExecuteDeleteAsync(stop);
        await store.InsertMany(imports.Select(i => new Import
        {
            Id = i.Id,
            At = i.At,
            Files = i.Files,
            Added = i.Added,
            Updated = i.Updated,
            Unchanged = i.Unchanged,
            Skipped = i.Skipped,
            Report = i.Report,
            UndoneAt = i.UndoneAt,
            UndoReport = i.UndoReport,
        }), stop);
    }

    private static IQueryable<Import> Ours(Store store) => store.Imports.Where(i => !i.Report.Contains(Import.WholeMark));
}

/// <summary>What each import made and changed. Its subjects may be gone meanwhile.</summary>
internal sealed class ImportChangesArchive() : ArchiveSection<ArchivedChange>("importChanges")
{
    private const string Kind = "import change";

    /// <summary>They go with their imports.</summary>
    public override Task<bool> IsEmpty(Store store, CancellationToken stop) => Task.FromResult(true);

    protected override IAsyncEnumerable<ArchivedChange> Rows(Store store, CancellationToken stop) => store.ImportChanges.AsNoTracking().OrderBy(c => c.Id)
        .Select(c => new ArchivedChange { Id = c.Id, Import = c.ImportId, Kind = c.Kind, Subject = c.Subject, Before = c.Before, After = c.After }).AsAsyncEnumerable();

    protected override void Check(ArchivedChange change, ArchiveCheck check)
    {
        check.IsNew(Kind, change.Id);
        check.Refers(ImportsArchive.Kind, change.Import);
        check.Holds(change.Kind != ChangeKind.PersonChanged || UndoActions.WasBefore(change.Before) is not null, "Intake.BeforeUnreadable");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedChange> changes, CancellationToken stop) =>
        store.InsertMany(changes.Select(c => new ImportChange { Id = c.Id, ImportId = c.Import, Kind = c.Kind, Subject = c.Subject, Before = c.Before, After = c.After }), stop);
}
