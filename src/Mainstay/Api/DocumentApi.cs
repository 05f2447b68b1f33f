namespace Mainstay.Api;

/// <summary>The description of the API itself.</summary>
internal static class DocumentApi
{
    public static void Map(ApiRoutes api)
    {
        var document = new Lazy<Document>(() => new(api));
        api.Get("/openapi.json", _ => Task.FromResult(new ApiAnswer(StatusCodes.Status200OK, document.Value.Bytes)), new("readDocument", "What you are reading, for programs: OpenAPI 3.1")
        {
            Chapter = "The API",
            Answer = AnswerShape.Of<object>("The document."),
            IsPublic = true,
            IsTagged = true,
        });
    }
}
