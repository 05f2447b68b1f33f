using Mainstay.Api;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>A person's picture, for programs.</summary>
internal static class PhotoApi
{
    private const string Chapter = "People", Jpeg = "image/jpeg", Path = "/people/{id:guid}/photo";

    private static readonly string[] Sizes = ["large", "small"];

    public static void Map(ApiRoutes api)
    {
        api.Get(Path, Read, new("readPhoto", "A person's picture")
        {
            Chapter = Chapter,
            About = "A square JPEG, without the place where it was taken.",
            Parameters = [Who, new("size", typeof(string), "Large when not said. The version for `If-Match` is that of the large one.") { OneOf = Sizes, Example = "small" }],
            Answer = new(StatusCodes.Status200OK, null, "The picture.") { MediaTypes = [Jpeg] },
            IsTagged = true,
        });
        api.Put(Path, async call => ChangesApi.Of(await call.Store.SetPhoto(call.Id(), await call.Sent(), call.Clock, call.Stop)), new("setPhoto", "Give a person a picture")
        {
            Chapter = Chapter,
            About = "What it is is seen by its first bytes. The square in its middle is kept, and nothing else of it.",
            Parameters = [Who],
            Body = new(null, $"The picture, byte by byte, at most {PersonCheck.LargestPhoto / 1_000_000} MB.") { MediaTypes = [Jpeg, "image/png", "image/gif", "image/webp"], MostBytes = PersonCheck.LargestPhoto },
            Answer = ChangesApi.Shape,
            Current = Now,
        });
        api.Delete(Path, async call => ChangesApi.Of(await call.Store.SetPhoto(call.Id(), null, call.Clock, call.Stop)), new("removePhoto", "Take a person's picture away")
        {
            Chapter = Chapter,
            Parameters = [Who],
            Answer = ChangesApi.Shape,
            Current = Now,
        });
    }

    private static Parameter Who => Parameter.Id("The person.");

    private static async Task<ApiAnswer> Read(ApiCall call)
    {
        var size = call.Asked("size") ?? Sizes[0];
        if (!Sizes.Contains(size)) throw ApiCall.Wrong("size", "Api.NotOneOf", string.Join(", ", Sizes));
        return new(StatusCodes.Status200OK, (await call.Store.PhotoToShow(call.Id(), size == "small", call.Stop)).Jpeg) { MediaType = Jpeg };
    }

    /// <summary>The picture there is; nothing at all when there is none.</summary>
    private static async Task<object> Now(ApiCall call)
    {
        try
        {
            return (await call.Store.PhotoToShow(call.Id(), false, call.Stop)).Jpeg;
        }
        catch (NotFound no) when (no.Reason.Key == PhotoActions.None)
        {
            return Array.Empty<byte>();
        }
    }
}
