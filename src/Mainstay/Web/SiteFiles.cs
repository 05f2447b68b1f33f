using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Mainstay.Web;

/// <summary>Style sheets, scripts, fonts and pictures, kept in the program itself. Their addresses change with their content, so that browsers may keep them for good.</summary>
public static class SiteFiles
{
    private const string Folder = "wwwroot/", Forever = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, Asset> All = Load();

    public static string Href(string name) => $"/assets/{name}?v={All[name].Hash}";

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    [Unattended]
    internal static IResult Serve(string name, HttpContext http)
    {
        if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
        http.Response.Headers.CacheControl = http.Request.Query["v"] == asset.Hash ? Forever : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)) return Results.Bytes(asset.Bytes, asset.MediaType);
        http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(asset.Small, asset.MediaType);
    }

    private static FrozenDictionary<string, Asset> Load() =>
        typeof(SiteFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[Folder.Length..], n => Asset.Of(n, Read(n)));

    private static byte[] Read(string name)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Asset(byte[] Bytes, byte[] Small, string Hash, string MediaType)
    {
        public static Asset Of(string name, byte[] bytes) => new(bytes, Compressed(bytes), SiteFiles.Hash(bytes), Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".txt" => "text/plain; charset=utf-8",
            ".woff2" => "font/woff2",
            _ => "application/octet-stream",
        });

        private static byte[] Compressed(byte[] bytes)
        {
            using var small = new MemoryStream();
            using (var brotli = new BrotliStream(small, CompressionLevel.SmallestSize)) brotli.Write(bytes);
            return small.ToArray();
        }
    }
}
