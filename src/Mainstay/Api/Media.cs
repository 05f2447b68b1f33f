using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Api;

/// <summary>Media types as requests name them.</summary>
internal static class Media
{
    /// <summary>Whether what is sent is of one of these types, in UTF-8 where it is JSON.</summary>
    public static bool Is(string? contentType, IReadOnlyList<string> types)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var sent)) return false;
        if (!types.Any(t => sent.MediaType.Equals(t, StringComparison.OrdinalIgnoreCase) || t == "*/*")) return false;
        return !sent.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) || sent.Charset.Length == 0 || sent.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || sent.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the caller takes one of these types. Who does not say takes anything.</summary>
    public static bool Accepts(StringValues accept, IReadOnlyList<string> types)
    {
        var header = accept.ToString();
        if (types.Count == 0 || header.Length == 0 || header == "*/*" || header == types[0]) return true;
        if (!MediaTypeHeaderValue.TryParseList(accept.OfType<string>().ToList(), out var wanted)) return false;
        return types.Any(type => Quality(type, wanted) > 0);
    }

    /// <summary>How much a type is wanted: what names it most exactly decides.</summary>
    private static double Quality(string type, IList<MediaTypeHeaderValue> wanted)
    {
        var offered = new MediaTypeHeaderValue(type);
        var best = wanted.Where(w => offered.IsSubsetOf(w) || w.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).OrderBy(w => w.MatchesAllTypes ? 2 : w.MatchesAllSubTypes ? 1 : 0).FirstOrDefault();
        return best is null ? 0 : best.Quality ?? 1;
    }
}
