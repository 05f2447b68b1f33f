using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Api;

/// <summary>What any operation may answer when it cannot be done.</summary>
internal static class Refusals
{
    private static readonly SortedDictionary<int, string> Meanings = new()
    {
        [304] = "It is still the version you have.",
        [400] = "What was sent is not JSON.",
        [401] = "Nobody is signed in, and no token was shown that is good.",
        [403] = "The token may read, but not change anything; or a browser sent this for another site.",
        [404] = "There is no such thing, or it is not yours; the two are not told apart.",
        [406] = "The request accepts no form in which this is answered.",
        [409] = "It cannot be done now: it was done already, or the request with this key is being done.",
        [412] = "It has changed since the version that If-Match names. The ETag says the version of now.",
        [413] = "More was sent than is taken here.",
        [415] = "What was sent is of another media type than is taken here.",
        [422] = "Something is wrong with what was sent: `errors` says what, field by field.",
        [429] = "That was too often. `Retry-After` says how many seconds to wait.",
    };

    public static JsonObject All() => new(Meanings.Select(m => KeyValuePair.Create<string, JsonNode?>(NameOf(m.Key), m.Key == 304 ? new JsonObject { ["description"] = m.Value } : Said(m.Value))));

    public static string NameOf(int status) => ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal);

    public static JsonObject Said(string about) => new()
    {
        ["description"] = about,
        ["content"] = new JsonObject { [ApiProblem.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/ApiProblem" } } },
    };

    /// <summary>The same in words, by status.</summary>
    public static IEnumerable<(int Status, string About)> InWords(Route route) =>
        Of(route).Where(s => s != 304).Select(s => (s, s == 409 && route.Operation.Conflicts is { } conflicts ? conflicts : Meanings[s])).OrderBy(r => r.s);

    /// <summary>Those that this one may answer with.</summary>
    public static IEnumerable<int> Of(Route route)
    {
        var operation = route.Operation;
        if (operation is { IsTagged: true, Writes: false }) yield return 304;
        if (operation.Body is not null) yield return 400;
        if (!operation.IsPublic) yield return 401;
        if (operation.Writes) yield return 403;
        if (route.Path.Contains('{', StringComparison.Ordinal)) yield return 404;
        if (operation.Answer.MediaTypes.Count > 0) yield return 406;
        if (route.Method == "POST") yield return 409;
        if (operation.Current is not null) yield return 412;
        if (operation.Body is not null) yield return 413;
        if (operation.Body is not null) yield return 415;
        if (operation.Body is not null || route.Method == "POST" || operation.Parameters.Any(p => !p.InPath)) yield return 422;
        if (!operation.IsPublic) yield return 429;
    }
}
