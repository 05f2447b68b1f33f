using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Mainstay.Web;

/// <summary>Style sheets, scripts, fonts and pictures, kept in the program itself. Their addresses change with their content, so that browsers may keep them for good.</summary>
public static class SiteFiles
{
    private const string Folder = "wwwroot/", Compressed = ".br", Forever = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, Asset> All = Load();

    public static string Href(string name) => $"/assets/{name}?v={All[name].Hash}";

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    [Unattended]
    internal static IResult Serve(string name, HttpContext http)
    {
        if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
        http.Response.Headers.CacheControl = http.Request.Query["v"] == asset.Hash ? Forever : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (asset.Small is null || !http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)) return Results.Bytes(asset.Bytes, asset.MediaType);
        http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(asset.Small, asset.MediaType);
    }

    public static string MediaType(string name) => All[name].MediaType;

    /// <summary>What ends in <c>.br</c> is another file, made small when the program was built.</summary>
    private static FrozenDictionary<string, Asset> Load()
    {
        var bytes = typeof(SiteFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(n => n[Folder.Length..], Read);
        return bytes.Where(f => !f.Key.EndsWith(Compressed, StringComparison.Ordinal)).ToFrozenDictionary(f => f.Key, f => new Asset(f.Value, bytes.GetValueOrDefault(f.Key + Compressed), Hash(f.Value), MediaTypeOf(f.Key)));
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Bytes, byte[]? Small, string Hash, string MediaType);
}
