using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>Writes a changed person: their own row, and of the lists only those that changed, so that one new number does not rewrite forty labels and a photo.</summary>
internal static class RewriteActions
{
    /// <summary>In the open transaction.</summary>
    /// <param name="store">The owner's.</param>
    /// <param name="person">The row as it stands, tracked.</param>
    /// <param name="details">What the person is from now on.</param>
    /// <param name="clock">When it is.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="withPhoto">Whether the details speak of the photo too; else it stays as it is.</param>
    public static async Task Rewrite(this Store store, Person person, PersonDetails details, TimeProvider clock, CancellationToken stop, bool withPhoto = true)
    {
        var before = (await store.DetailsOf([person.Id], stop, withPhoto ? PersonParts.All : PersonParts.AllButPhoto))[person.Id];
        var hash = person.PhotoHash;
        var rows = PersonRows.Onto(person, details, clock.GetUtcNow().UtcDateTime);
        await store.RewriteLists(person.Id, before, details, rows, stop);
        if (!withPhoto) person.PhotoHash = hash;
        else if (!Same(before.Photo, details.Photo)) await store.RewritePhoto(person.Id, rows.Photo, stop);
        await store.SaveChangesAsync(stop);
    }

    private static async Task RewriteLists(this Store store, Guid id, PersonDetails before, PersonDetails now, PersonRows rows, CancellationToken stop)
    {
        await store.Put(id, rows.ContactPoints, Same(before.Emails, now.Emails) && Same(before.Phones, now.Phones) && Same(before.Links, now.Links) && Same(before.Chats, now.Chats), stop);
        await store.Put(id, rows.Addresses, Same(before.Addresses, now.Addresses), stop);
        await store.Put(id, rows.Dates, Same(before.Dates, now.Dates), stop);
        await store.Put(id, rows.Tags, Same(before.Labels, now.Labels) && Same(before.Topics, now.Topics) && Same(before.Languages, now.Languages), stop);
        await store.Put(id, rows.Roles, Same(before.Roles, now.Roles), stop);
        await store.Put(id, rows.Relations, Same(before.Relations, now.Relations), stop);
        await store.Put(id, rows.Fields, Same(before.Fields, now.Fields), stop);
    }

    private static async Task Put<T>(this Store store, Guid person, List<T> rows, bool same, CancellationToken stop) where T : class, IDetail
    {
        if (same) return;
        await store.Set<T>().Where(d => d.PersonId == person).ExecuteDeleteAsync(stop);
        store.AddRange(rows);
    }

    private static async Task RewritePhoto(this Store store, Guid id, Photo? photo, CancellationToken stop)
    {
        await store.Photos.Where(p => p.Id == id).ExecuteDeleteAsync(stop);
        await store.Faces.Where(f => f.Id == id).ExecuteDeleteAsync(stop);
        if (photo is not null) store.Add(photo);
    }

    private static bool Same<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) => one.SequenceEqual(other);

    private static bool Same(PhotoDetails? one, PhotoDetails? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.MediaType == other.MediaType && one.Bytes.AsSpan().SequenceEqual(other.Bytes));
}
