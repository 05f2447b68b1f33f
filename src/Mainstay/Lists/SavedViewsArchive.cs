using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

internal sealed record ArchivedView(Guid Id, string Name, string Wanted, DateTime CreatedAt, DateTime? DeletedAt);

/// <summary>All saved views in an archive, the deleted ones too.</summary>
internal sealed class SavedViewsArchive() : ArchiveSection<ArchivedView>("views")
{
    private const string Kind = "view";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.SavedViews.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedView> Rows(Store store, CancellationToken stop) =>
        store.SavedViews.AsNoTracking().OrderBy(v => v.Id).Select(v => new ArchivedView(v.Id, v.Name, v.Wanted, v.CreatedAt, v.DeletedAt)).AsAsyncEnumerable();

    protected override void Check(ArchivedView view, ArchiveCheck check)
    {
        check.IsNew(Kind, view.Id);
        check.Holds(SavedView.Check(view.Name));
        check.Holds(view.DeletedAt is not null || check.IsFirst(Kind, PersonNames.Key(view.Name)), "Lists.ViewNameTaken", view.Name);
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedView> views, CancellationToken stop) =>
        store.InsertMany(views.Select(v => new SavedView { Id = v.Id, Name = v.Name, NameNormal = PersonNames.Key(v.Name), Wanted = v.Wanted, CreatedAt = v.CreatedAt, DeletedAt = v.DeletedAt }), stop);
}
