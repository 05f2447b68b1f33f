using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Mainstay.Hosting;

/// <summary>
/// Compresses where it is safe. The length of a compressed page can betray a secret in it to another site that makes a browser ask for
/// it again and again with guesses in the address (BREACH). So what a browser asks for another site's sake goes out as it is, and so
/// does what does not say for whose sake it is asked. Programs bring their own token, which no other site can make them send.
/// </summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "application/problem+json", "application/manifest+json", "text/vnd.turbo-stream.html", "text/csv", "text/vcard"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    public static void UseCompressionWhereSafe(this IApplicationBuilder app) => app.UseWhen(http => IsSafe(http.Request), safe => safe.UseResponseCompression());

    private static bool IsSafe(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none" || (request.Headers.ContainsKey("Authorization") && !request.Headers.ContainsKey("Cookie"));
}
