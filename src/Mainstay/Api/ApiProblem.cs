using Mainstay.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Api;

/// <summary>A no, as RFC 9457 writes it.</summary>
public sealed record ApiProblem
{
    public const string MediaType = "application/problem+json";

    /// <summary>Always about:blank: the status says what kind of problem it is.</summary>
    public required string Type { get; init; }

    /// <summary>The name of the status.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong, in a sentence of the owner's language.</summary>
    public required string Detail { get; init; }

    /// <summary>The name of that sentence, which does not change with the language.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong with what was sent: for each field its sentences. An empty name means the whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Whether a request is answered as the API answers: in JSON, whatever happens.</summary>
    public static bool IsFor(HttpRequest request) => request.Path.StartsWithSegments("/api", out var rest) && rest.HasValue && rest != "/";

    /// <summary>Answers a request with a no. What was begun of an answer is forgotten; its headers stay.</summary>
    public static Task Say(HttpContext http, int status, Reason reason, Refusal? refusal = null)
    {
        http.Response.StatusCode = status;
        return ApiRoutes.Write(http, MediaType, Of(status, reason, (refusal as Mistaken)?.Problems));
    }

    private static ApiProblem Of(int status, Reason reason, Problems? problems) => new()
    {
        Type = "about:blank",
        Title = ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Detail = reason.InWords(),
        Code = reason.Key,
        Errors = problems?.GroupBy(p => p.Field).ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[.. p.Select(s => s.Sentence.InWords())]),
    };
}
