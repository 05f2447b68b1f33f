using System.Security.Cryptography;

namespace Mainstay.Api;

/// <summary>What the API answers when all is well.</summary>
public sealed record ApiAnswer(int Status, byte[]? Body = null)
{
    public static readonly ApiAnswer Done = new(StatusCodes.Status204NoContent);

    public string MediaType { get; init; } = BodyShape.Json;

    /// <summary>Where what was made can be read.</summary>
    public string? Location { get; init; }

    /// <summary>It was answered so before, and is not done again.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Where the list goes on.</summary>
    public string? Next { get; init; }

    /// <summary>A name to save it under.</summary>
    public string? FileName { get; init; }

    /// <summary>Writes what is too large to be kept in memory.</summary>
    public Func<Stream, Task>? Stream { get; init; }

    public static ApiAnswer Of(object value) => new(StatusCodes.Status200OK, ApiJson.Bytes(value));

    public static ApiAnswer Made(object value, string location) => new(StatusCodes.Status201Created, ApiJson.Bytes(value)) { Location = location };

    /// <summary>A part of a list, and where it goes on.</summary>
    public static ApiAnswer PageOf<T>(Page<T> page) => Of(page) with { Next = page.Next };

    /// <summary>The strong tag of these bytes.</summary>
    public static string TagOf(byte[] body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";

    internal async Task Write(HttpContext http, Operation operation)
    {
        var response = http.Response;
        response.StatusCode = Status;
        if (Location is not null) response.Headers.Location = Location;
        if (IsRepeated) response.Headers["Idempotency-Replayed"] = "true";
        if (Next is not null) response.Headers.Link = $"<{Next}>; rel=\"next\"";
        if (FileName is not null) response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        if (operation.IsTagged && Body is not null && IsSeen(http, TagOf(Body))) return;
        if (Body is null && Stream is null) return;
        response.ContentType = MediaType;
        if (Stream is not null && !HttpMethods.IsHead(http.Request.Method)) await Stream(response.Body);
        if (Body is null) return;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, http.RequestAborted);
    }

    /// <summary>Names the tag; true when the caller has the same already and needs no body.</summary>
    private static bool IsSeen(HttpContext http, string tag)
    {
        http.Response.Headers.ETag = tag;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) return false;
        // For reading, a weak tag is as good as a strong one.
        if (!Tags.Names(http.Request.Headers.IfNoneMatch.ToString().Replace("W/\"", "\"", StringComparison.Ordinal), tag)) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}

/// <summary>Tags as callers name them.</summary>
internal static class Tags
{
    /// <summary>Whether a header names this tag, or any.</summary>
    public static bool Names(string header, string tag) => header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(t => t == tag || t == "*");

    /// <summary>Refuses work on something that is not, any more, what the caller has seen.</summary>
    public static async Task ThrowUnlessCurrent(ApiCall call, Func<ApiCall, Task<object>> current)
    {
        var header = call.Http.Request.Headers.IfMatch.ToString();
        var now = await current(call);
        var tag = ApiAnswer.TagOf(now as byte[] ?? ApiJson.Bytes(now));
        if (!Names(header, tag)) throw new Declined(StatusCodes.Status412PreconditionFailed, "Api.TagOld") { Headers = [("ETag", tag)] };
    }
}
