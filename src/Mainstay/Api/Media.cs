using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Api;

/// <summary>Media types as requests name them.</summary>
internal static class Media
{
    /// <summary>Whether the caller takes this type. Who does not say takes anything.</summary>
    public static bool Accepts(StringValues accept, string type)
    {
        if (accept.ToString().Length == 0) return true;
        return MediaTypeHeaderValue.TryParseList(accept.OfType<string>().ToList(), out var wanted) && Quality(type, wanted) > 0;
    }

    /// <summary>How much a type is wanted: what names it most exactly decides.</summary>
    private static double Quality(string type, IList<MediaTypeHeaderValue> wanted)
    {
        var offered = new MediaTypeHeaderValue(type);
        var best = wanted.Where(w => offered.IsSubsetOf(w) || w.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).OrderBy(w => w.MatchesAllTypes ? 2 : w.MatchesAllSubTypes ? 1 : 0).FirstOrDefault();
        return best is null ? 0 : best.Quality ?? 1;
    }
}
