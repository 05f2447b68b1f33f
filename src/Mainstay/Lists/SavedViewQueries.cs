using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

public static class SavedViewQueries
{
    /// <summary>All saved views, in the order in which they were saved.</summary>
    public static async Task<List<SavedView>> AllViews(this Store store, CancellationToken stop) => await Views.For(store)(store).ToListAsync(stop);

    private static readonly Question<Func<Store, IAsyncEnumerable<SavedView>>> Views = new(() =>
        EF.CompileAsyncQuery<Store, SavedView>(store => store.Set<SavedView>().AsNoTracking().Where(v => v.DeletedAt == null).OrderBy(v => v.CreatedAt).ThenBy(v => v.Id)));

    /// <summary>The one view of this name or id.</summary>
    public static async Task<SavedView> ViewCalled(this Store store, string nameOrId, CancellationToken stop)
    {
        var (normal, id) = (PersonNames.Key(nameOrId), Guid.TryParse(nameOrId, out var given) ? given : Guid.Empty);
        return (await store.AllViews(stop)).Find(v => v.NameNormal == normal || v.Id == id) ?? throw new NotFound("Lists.NoSuchView", nameOrId);
    }
}
