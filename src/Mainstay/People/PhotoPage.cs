using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.Net.Http.Headers;

namespace Mainstay.People;

/// <summary>A person's picture: shown to the owner alone, uploaded, taken away.</summary>
internal static class PhotoPage
{
    private const string Forever = "private, max-age=31536000, immutable", AskEachTime = "private, no-cache";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/people/{id:guid}/photo", Show);
        pages.Post("/people/{id:guid}/photo", Upload);
        pages.Post("/people/{id:guid}/photo/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) => Done(http, id, await store.SetPhoto(id, null, visit.Clock, stop), "People.SaidPhotoRemoved"));
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Store store, CancellationToken stop)
    {
        var small = http.Request.Query["size"] == "small";
        var photo = await store.PhotoToShow(id, small, stop);
        http.Response.Headers.CacheControl = http.Request.Query["v"] == photo.Hash ? Forever : AskEachTime;
        return Results.Bytes(photo.Jpeg, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{photo.Hash}{(small ? "-small" : "")}\""));
    }

    private static async Task<IResult> Upload(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            return Done(http, id, await store.SetPhoto(id, await Read(form.Files["photo"], stop), visit.Clock, stop), "People.SaidPhotoKept");
        }
        catch (Mistaken mistaken)
        {
            return await PersonPage.Show(http, id, new Typed("photo", form, mistaken.Problems), stop);
        }
    }

    private static IResult Done(HttpContext http, Guid id, Guid? undo, string said) =>
        Answers.Done(http, FormCollection.Empty, $"/people/{id}", undo is { } change ? [("said", said), ChangesPage.Undo(change)] : []);

    private static async Task<byte[]> Read(IFormFile? file, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems()
            .When(file is not { Length: > 0 }, "photo", "People.PhotoMissing")
            .When(file?.Length > PersonCheck.LargestPhoto, "photo", "People.PhotoTooLarge", PersonCheck.LargestPhoto / 1_000_000));
        var bytes = new byte[file!.Length];
        await using var picture = file.OpenReadStream();
        await picture.ReadExactlyAsync(bytes, stop);
        return bytes;
    }
}
