using System.Diagnostics;

namespace Mainstay.Hosting;

/// <summary>One line for each request: the way it took, never the address itself, for there are ids and words asked for in it. The same for its span, if there are traces.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var (method, route) = (Method(http.Request.Method), (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-");
            Mark(Activity.Current, method, route, http.Response.StatusCode);
            Served(method, route, http.Response.StatusCode, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1));
        }
    }

    private static void Mark(Activity? span, string method, string route, int status)
    {
        if (span is not { IsAllDataRequested: true }) return;
        span.DisplayName = $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>A method is a word of the sender's too.</summary>
    private static string Method(string method) => HttpMethods.GetCanonicalizedValue(method) is var known && KnownMethods.Contains(known) ? known : "-";

    private static readonly string[] KnownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms")]
    private partial void Served(string method, string route, int status, double milliseconds);
}
