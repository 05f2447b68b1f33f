using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary>What every request must pass: it names this server, no other site sends it if it changes anything, and no other page may frame or sniff the answer.</summary>
internal sealed class Guards(RequestDelegate next, Guards.Doors doors)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The names by which the server answers.</summary>
    internal sealed record Doors(IReadOnlySet<string> Hosts);

    public async Task InvokeAsync(HttpContext http)
    {
        Mark(http.Response);
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.Remove("blazor-enhanced-nav"); // there is no such script here
            if (http.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal)) http.Response.Headers.Remove("Pragma");
            return Task.CompletedTask;
        });
        // Another name would be a page elsewhere that had itself resolved to this machine.
        if (!doors.Hosts.Contains(http.Request.Host.Host)) throw new Turned(StatusCodes.Status421MisdirectedRequest, "Hosting.OtherHost");
        if (!IsSafe(http.Request.Method) && !IsFromHere(http.Request)) throw new Turned(StatusCodes.Status403Forbidden, "Hosting.OtherOrigin");
        await next(http);
    }

    private static void Mark(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin"; // with no-referrer browsers call our own forms' origin "null"
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers.CacheControl = "no-store";
    }

    internal static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none")) return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A request that is turned away at the door.</summary>
internal sealed class Turned(int status, string key) : Refusal(status, new(key));
