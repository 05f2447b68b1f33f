using System.Diagnostics;
using Mainstay.Api;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mainstay.Hosting;

/// <summary>Turns refusals and failures into pages, in one place. A failure of ours is logged once, without what anybody wrote.</summary>
internal sealed class Failures(RequestDelegate next, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        Languages.Speak(Languages.Preferred(http.Request.Headers.AcceptLanguage)); // until it is known whose language it is
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, ContentType: null } empty) await Say(http, empty.StatusCode, new("Hosting.NoSuchPage"));
        }
        catch (Refusal refusal) when (!http.Response.HasStarted)
        {
            await Say(http, refusal.Status, refusal.Reason, refusal);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await Say(http, bad.StatusCode, new(bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "Hosting.TooMuch" : "Hosting.BadRequest"));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception world) when (world.IsFromTheWorld() && !http.Response.HasStarted)
        {
            await Say(http, StatusCodes.Status503ServiceUnavailable, world.AsSentence());
        }
        catch (Exception failure)
        {
            var number = Log(http, failure);
            if (!http.Response.HasStarted) await Say(http, StatusCodes.Status500InternalServerError, new("Hosting.OurFault", number));
        }
    }

    public static Task NoSuchPage(HttpContext http) => throw new Words.NotFound("Hosting.NoSuchPage");

    /// <summary>A page for people, a problem for programs.</summary>
    private static async Task Say(HttpContext http, int status, Reason reason, Refusal? refusal = null)
    {
        if (http.RequestServices.GetRequiredService<Visit>().Culture is { } culture) Languages.Speak(culture); // what was set further in does not reach out here
        var headers = http.Response.Headers.ToList();
        http.Response.Clear();
        foreach (var (name, value) in headers.Where(h => h.Key != "blazor-enhanced-nav" && !h.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || h.Key == "Content-Security-Policy")) http.Response.Headers[name] = value;
        if (ApiProblem.IsFor(http.Request))
        {
            await ApiProblem.Say(http, status, reason, refusal);
            return;
        }
        if (refusal is Mistaken mistaken) reason = mistaken.Problems.First().Sentence;
        await new RazorComponentResult<ErrorPage>(new { Status = status, Reason = reason }) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(http);
    }

    /// <summary>Kinds and places of the failure; messages of others may quote what somebody wrote.</summary>
    private string Log(HttpContext http, Exception failure)
    {
        var number = Activity.Current?.Id ?? http.TraceIdentifier;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            log.LogError("{Number} {Method} {Route}: {Kind}\n{Place}", number, http.Request.Method, route, cause.GetType().FullName, cause.StackTrace);
        return number;
    }
}
