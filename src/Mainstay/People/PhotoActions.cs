using System.Text.Json;
using Mainstay.Formats;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.People;

/// <summary>One picture to be shown, and what tells it from others of the same person.</summary>
public sealed record ShownPhoto(string Hash, byte[] Jpeg);

/// <summary>A person's picture: kept, taken away, and painted anew to be shown.</summary>
public static class PhotoActions
{
    /// <summary>Why there is nothing to be shown of somebody who is there.</summary>
    internal const string None = "People.PhotoNone";

    private const string Kind = "photo";

    // A large picture takes much memory while it is painted: one at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Makes this picture the person's; null takes theirs away. Only the square painted from it is kept. The answer is by what it is taken back; null when nothing changed.</summary>
    public static async Task<Guid?> SetPhoto(this Store store, Guid person, byte[]? picture, TimeProvider clock, CancellationToken stop)
    {
        if (!await store.People.AnyAsync(p => p.Id == person, stop)) throw new NotFound("People.NotThere");
        var portrait = picture is null ? null : await Painted(picture, stop);
        return await store.AllOrNothing(async () =>
        {
            var row = await store.People.FirstOrDefaultAsync(p => p.Id == person, stop) ?? throw new NotFound("People.NotThere");
            var before = await store.PhotoOf(person, stop);
            var now = portrait is null ? null : new PhotoDetails("image/jpeg", portrait.Large);
            if (Fingerprint(before) == Fingerprint(now)) return (Guid?)null;
            await store.Put(row, now, portrait, clock, stop);
            return await store.KeepFormer(new() { PersonId = person, Kind = Kind, Before = JsonSerializer.Serialize(before, Json.OneLine), After = Fingerprint(now), At = clock.GetUtcNow().UtcDateTime }, stop);
        }, stop);
    }

    /// <summary>What is shown of a person's picture. Painted now if nobody has asked for it yet.</summary>
    public static async Task<ShownPhoto> PhotoToShow(this Store store, Guid person, bool small, CancellationToken stop)
    {
        var row = await store.People.Where(p => p.Id == person).Select(p => new { p.PhotoHash }).FirstOrDefaultAsync(stop) ?? throw new NotFound("People.NotThere");
        var hash = row.PhotoHash ?? throw new NotFound(None);
        if (await store.Known(person, hash, small, stop) is { } known) return known;
        await OneAtATime.WaitAsync(stop);
        try
        {
            return await store.Known(person, hash, small, stop) ?? await store.Paint(person, hash, small, stop);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<ShownPhoto?> Known(this Store store, Guid person, string hash, bool small, CancellationToken stop) =>
        await store.Faces.Where(f => f.Id == person && f.Hash == hash).Select(f => small ? f.Small : f.Large).FirstOrDefaultAsync(stop) is { } jpeg ? new(hash, jpeg) : null;

    private static async Task<ShownPhoto> Paint(this Store store, Guid person, string hash, bool small, CancellationToken stop)
    {
        var photo = await store.PhotoOf(person, stop) ?? throw new NotFound(None);
        var made = Portrait.Of(photo.Bytes).Made;
        await using var writing = await store.WriteAlone(stop);
        await store.Faces.Where(f => f.Id == person).ExecuteDeleteAsync(stop);
        if (made is not null) await store.InsertMany([new Face { Id = person, Hash = hash, Large = made.Large, Small = made.Small }], stop);
        else await store.People.Where(p => p.Id == person && p.PhotoHash == hash).ExecuteUpdateAsync(p => p.SetProperty(x => x.PhotoHash, (string?)null), stop); // damaged: it is not asked for again
        await writing.CommitAsync(stop);
        return made is null ? throw new NotFound(None) : new(hash, small ? made.Small : made.Large);
    }

    private static async Task<Portrait> Painted(byte[] picture, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(picture.Length > PersonCheck.LargestPhoto, Kind, "People.PhotoTooLarge", PersonCheck.LargestPhoto / 1_000_000));
        await OneAtATime.WaitAsync(stop);
        try
        {
            var (made, problem) = Portrait.Of(picture);
            return made ?? throw new Mistaken(new Problems { { Kind, $"People.Picture{problem}", Portrait.MostPixels / 1_000_000 } });
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task Put(this Store store, Person row, PhotoDetails? photo, Portrait? portrait, TimeProvider clock, CancellationToken stop)
    {
        await store.Photos.Where(p => p.Id == row.Id).ExecuteDeleteAsync(stop);
        await store.Faces.Where(f => f.Id == row.Id).ExecuteDeleteAsync(stop);
        row.PhotoHash = photo is null ? null : Pictures.Hash(photo.Bytes);
        row.ChangedAt = clock.GetUtcNow().UtcDateTime;
        row.Revision++;
        if (photo is not null) store.Add(new Photo { Id = row.Id, MediaType = photo.MediaType, Bytes = photo.Bytes });
        if (portrait is not null) store.Add(new Face { Id = row.Id, Hash = row.PhotoHash!, Large = portrait.Large, Small = portrait.Small });
        await store.SaveChangesAsync(stop);
    }

    private static async Task<PhotoDetails?> PhotoOf(this Store store, Guid person, CancellationToken stop) =>
        await store.Photos.AsNoTracking().Where(p => p.Id == person).Select(p => new PhotoDetails(p.MediaType, p.Bytes)).FirstOrDefaultAsync(stop);

    private static string Fingerprint(PhotoDetails? photo) => photo is null ? "" : Pictures.Fingerprint(photo.Bytes);

    /// <summary>Puts the picture back that was there before.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var row = await store.People.FirstOrDefaultAsync(p => p.Id == former.PersonId, stop) ?? throw new NotFound("People.NotThere");
            var (now, before) = (Fingerprint(await store.PhotoOf(row.Id, stop)), JsonSerializer.Deserialize<PhotoDetails?>(former.Before, Json.OneLine));
            if (now == Fingerprint(before)) return;
            if (now != former.After) throw new Conflict("People.ChangedSince");
            await store.Put(row, before, null, clock, stop);
        }
    }
}
