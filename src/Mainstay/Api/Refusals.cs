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
        [404] = "There is no such thing, or it is not yours; the two are not told apart.",
        [406] = "The request accepts no form in which this is answered.",
        [412] = "It has changed since the version that If-Match names. The ETag says the version of now.",
        [413] = "More was sent than is taken here.",
        [415] = "What was sent is of another media type than is taken here.",
        [422] = "Something is wrong with what was sent: `errors` says what, field by field.",
    };

    public static JsonObject All() => new(Meanings.Select(m => KeyValuePair.Create<string, JsonNode?>(NameOf(m.Key), m.Key == 304 ? new JsonObject { ["description"] = m.Value } : Said(m.Value))));

    public static string NameOf(int status) => ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal);

    public static JsonObject Said(string about) => new()
    {
        ["description"] = about,
        ["content"] = new JsonObject { [ApiProblem.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/ApiProblem" } } },
    };

    /// <summary>Those that this one may answer with.</summary>
    public static IEnumerable<int> Of(Route route)
    {
        var operation = route.Operation;
        if (operation is { IsTagged: true, Writes: false }) yield return 304;
        if (operation.Body is not null) yield return 400;
        if (route.Path.Contains('{', StringComparison.Ordinal)) yield return 404;
        if (operation.Answer.MediaTypes.Count > 0) yield return 406;
        if (operation.Current is not null) yield return 412;
        if (operation.Body is not null) yield return 413;
        if (operation.Body is not null) yield return 415;
        if (operation.Body is not null || operation.Parameters.Any(p => !p.InPath)) yield return 422;
    }
}
