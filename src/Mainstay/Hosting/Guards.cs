using System.Net;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Http.Extensions;

namespace Mainstay.Hosting;

/// <summary>What every request must pass: it names this server, no other site sends it if it changes anything, and no other page may frame or sniff the answer.</summary>
internal sealed class Guards(RequestDelegate next, Guards.Doors doors)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The names by which the server answers, whether it can be reached over HTTPS itself and where, and whether proxies may speak for others.</summary>
    internal sealed record Doors(IReadOnlySet<string> Hosts, int? Secure, bool Proxied)
    {
        public static Doors Of(Settings settings) => new(Listening.Hosts(settings), Listening.Secure(settings), settings.Proxies is not null);
    }

    public async Task InvokeAsync(HttpContext http)
    {
        Mark(http);
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.Remove("blazor-enhanced-nav"); // there is no such script here
            if (http.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal)) http.Response.Headers.Remove("Pragma");
            return Task.CompletedTask;
        });
        if (!IsPrivate(http) && Unwatched(http)) return;
        // Another name would be a page elsewhere that had itself resolved to this machine.
        if (!doors.Hosts.Contains(http.Request.Host.Host)) throw new Turned(StatusCodes.Status421MisdirectedRequest, "Hosting.OtherHost");
        // Pages opened by a link name nobody as where they come from; what is sent to them is allowed by the secret in the address, and by nothing a browser adds.
        if (!IsSafe(http.Request.Method) && !ByLink.IsFor(http.Request) && !IsFromHere(http.Request)) throw new Turned(StatusCodes.Status403Forbidden, "Hosting.OtherOrigin");
        await next(http);
    }

    /// <summary>Whether nobody on the way can read along: encrypted, or not leaving this machine. That the server is well is no secret.</summary>
    private bool IsPrivate(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from)) return http.Request.IsHttps || http.Request.Path == "/healthz";
        // Whoever forwards from this machine without having been named would make everybody look like its owner.
        return doors.Proxied || !http.Request.Headers.ContainsKey("X-Forwarded-For") ? true : throw new Turned(StatusCodes.Status400BadRequest, "Hosting.UnknownProxy");
    }

    /// <summary>Leads who came over plain HTTP to the encrypted address, if there is one and nothing was sent that could be lost.</summary>
    private bool Unwatched(HttpContext http)
    {
        if (doors.Secure is not { } port || !IsSafe(http.Request.Method) || !doors.Hosts.Contains(http.Request.Host.Host)) throw new Turned(StatusCodes.Status403Forbidden, "Hosting.PlainHttp");
        var host = port == 443 ? new HostString(http.Request.Host.Host) : new HostString(http.Request.Host.Host, port);
        http.Response.Redirect(UriHelper.BuildAbsolute("https", host, http.Request.PathBase, http.Request.Path, http.Request.QueryString), permanent: true, preserveMethod: true);
        return true;
    }

    private static void Mark(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin"; // with no-referrer browsers call our own forms' origin "null"
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers.CacheControl = "no-store";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }

    internal static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>The browser itself says that a page of ours sent it; not only that nothing says otherwise.</summary>
    internal static bool IsSurelyFromHere(HttpRequest request) =>
        !IsSafe(request.Method) && IsFromHere(request) && (request.Headers["Sec-Fetch-Site"] == "same-origin" || request.Headers.Origin.Count > 0);

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
