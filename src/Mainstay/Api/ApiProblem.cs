using System.ComponentModel;
using Mainstay.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Api;

/// <summary>A no, as RFC 9457 writes it.</summary>
public sealed record ApiProblem
{
    public const string MediaType = "application/problem+json";

    [Description("Always about:blank: the status says what kind of problem it is.")]
    public required string Type { get; init; }

    [Description("The name of the status.")]
    public required string Title { get; init; }

    [Description("The HTTP status.")]
    public required int Status { get; init; }

    [Description("What is wrong, in a sentence of the owner's language.")]
    public required string Detail { get; init; }

    [Description("The name of that sentence, which does not change with the language.")]
    public required string Code { get; init; }

    [Description("What is wrong with what was sent: for each field its sentences. An empty name means the whole.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Whether a request is answered as the API answers: in JSON, whatever happens.</summary>
    public static bool IsFor(HttpRequest request) => request.Path.StartsWithSegments("/api", out var rest) && rest.HasValue && rest != "/";

    /// <summary>Answers a request with a no. What was begun of an answer is forgotten; its headers stay.</summary>
    public static Task Say(HttpContext http, int status, Reason reason, Refusal? refusal = null)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaType;
        if (refusal is Declined declined)
            foreach (var (name, value) in declined.Headers) http.Response.Headers[name] = value;
        var body = ApiJson.Bytes(Of(status, reason, (refusal as Mistaken)?.Problems));
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
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
