using System.Text.Json;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Api;

/// <summary>The API's addresses: every request goes the same way, and is answered in JSON.</summary>
public sealed class ApiRoutes(IEndpointRouteBuilder endpoints)
{
    private const string Root = "/api", Json = "application/json", Methods = "GET, HEAD, OPTIONS";

    private const int AfterOthers = 1;

    /// <summary>What is read at an address. Every other method is refused there.</summary>
    public void Get(string path, Func<ApiCall, Task<object>> read)
    {
        endpoints.MapMethods(Root + path, ["GET", "HEAD"], (RequestDelegate)(http => Answer(http, read)));
        endpoints.Map(Root + path, (RequestDelegate)Other).WithMetadata(new UnattendedAttribute()).Add(e => ((RouteEndpointBuilder)e).Order = AfterOthers);
    }

    /// <summary>Says no to every other address.</summary>
    internal void Close() =>
        endpoints.Map(Root + "/{**rest}", (RequestDelegate)(_ => throw new NotFound("Api.NoSuchAddress"))).WithMetadata(new UnattendedAttribute()).Add(e => ((RouteEndpointBuilder)e).Order = AfterOthers + 1);

    private static async Task Answer(HttpContext http, Func<ApiCall, Task<object>> read)
    {
        if (!Media.Accepts(http.Request.Headers.Accept, Json)) throw new Declined(StatusCodes.Status406NotAcceptable, "Api.NotAcceptable", Json);
        await Write(http, Json, await read(new(http)));
    }

    internal static Task Write(HttpContext http, string mediaType, object value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Words.Json.OneLine);
        http.Response.ContentType = mediaType;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static Task Other(HttpContext http)
    {
        http.Response.Headers.Allow = Methods;
        if (!HttpMethods.IsOptions(http.Request.Method)) throw new Declined(StatusCodes.Status405MethodNotAllowed, "Api.WrongMethod", http.Request.Method, Methods);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
