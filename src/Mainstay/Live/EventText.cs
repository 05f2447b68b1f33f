using Microsoft.AspNetCore.Http.Features;

namespace Mainstay.Live;

/// <summary>Server-sent events as browsers read them (HTML Standard, 9.2). They go out at once: nobody on the way keeps them back, presses them together or remembers them.</summary>
internal static class EventText
{
    private const int ComeAgainAfter = 2_000; // milliseconds

    public static Task Begin(HttpResponse response, string version, CancellationToken stop)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return Write(response, $"retry: {ComeAgainAfter}\n{Event(version)}", stop);
    }

    public static Task Changed(HttpResponse response, string version, CancellationToken stop) => Write(response, Event(version), stop);

    /// <summary>Says nothing, so that who is gone is noticed and nobody on the way thinks it is over.</summary>
    public static Task Beat(HttpResponse response, CancellationToken stop) => Write(response, ":\n\n", stop);

    private static string Event(string version) =>
        version.AsSpan().ContainsAny('\r', '\n') ? throw new ArgumentException("A version is one line.", nameof(version)) : $"event: changed\ndata: {version}\n\n";

    private static async Task Write(HttpResponse response, string text, CancellationToken stop)
    {
        await response.WriteAsync(text, stop);
        await response.Body.FlushAsync(stop);
    }
}
