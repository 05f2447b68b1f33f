using Mainstay.Storage;
using Mainstay.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>How people look on every page: their photo, and the main of the roles they hold today.</summary>
internal sealed class AvatarQueries : IAvatarLooks
{
    public async Task<IReadOnlyDictionary<Guid, AvatarLook>> Of(Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop)
    {
        var looks = new Dictionary<Guid, AvatarLook>(people.Count);
        foreach (var some in people.Chunk(Store.MostParameters))
        {
            var photos = await PhotosOfSome.For(store)(store, some).ToListAsync(stop);
            var roles = (await RoleFactsQueries.RolesOfSome.For(store)(store, some).ToListAsync(stop)).ToLookup(r => r.PersonId, r => new RoleDetails(r.Name, r.Since, r.Until));
            foreach (var photo in photos) looks[photo.Person] = new(PersonPhoto.Href(photo.Person, photo.Hash), roles[photo.Person].RolesOn(today) is [var main, ..] ? main : null);
        }
        return looks;
    }

    private sealed record PhotoOf(Guid Person, string? Hash);

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<PhotoOf>>> PhotosOfSome = new(() =>
        EF.CompileAsyncQuery((Store store, Guid[] ids) => store.Set<Person>().Where(p => ids.Contains(p.Id)).Select(p => new PhotoOf(p.Id, p.PhotoHash))));
}
