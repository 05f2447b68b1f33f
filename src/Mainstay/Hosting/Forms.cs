using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace Mainstay.Hosting;

/// <summary>Takes what a browser sends only with the token of a page that was shown to the same person: in the form, or in the header <c>RequestVerificationToken</c>.</summary>
internal sealed class Forms(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http, Visit visit)
    {
        if (Guards.IsSafe(http.Request.Method) || !IsOfABrowser(http.Request, visit) || ReadsItself(http) || await IsOurs(http)) await next(http);
        else if (visit.Guest is not null && !ApiProblem.IsFor(http.Request) && Guards.IsSurelyFromHere(http.Request) && await ResumePage.AskAgain(http) is { } page) await page.ExecuteAsync(http);
        else throw new Turned(StatusCodes.Status400BadRequest, "Hosting.StaleForm");
    }

    /// <summary>A browser sends its cookie with whatever any page makes it send. A program's token is sent by the program alone.</summary>
    private static bool IsOfABrowser(HttpRequest request, Visit visit) => ApiProblem.IsFor(request) ? visit.Guest?.SessionId is not null : true;

    private static bool ReadsItself(HttpContext http) => http.GetEndpoint()?.Metadata is { } known && (known.GetMetadata<ReadsItselfAttribute>() is not null || known.GetMetadata<OpenedByLinkAttribute>() is not null);

    private async Task<bool> IsOurs(HttpContext http)
    {
        try
        {
            http.GetEndpoint()?.Metadata.GetMetadata<TakesTextAttribute>()?.Let(http);
            return (http.Request.HasFormContentType || ApiProblem.IsFor(http.Request)) && await antiforgery.IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException unread) when (unread.InnerException is InvalidDataException { Message: var why } && why.Contains("limit", StringComparison.Ordinal))
        {
            throw new Turned(StatusCodes.Status413PayloadTooLarge, "Hosting.FormTooLong");
        }
        catch (AntiforgeryValidationException unread) when (unread.InnerException is BadHttpRequestException or InvalidDataException)
        {
            // The form is read here first: too large or damaged is what the sender did.
            throw unread.InnerException as BadHttpRequestException ?? new BadHttpRequestException("The form is damaged.");
        }
    }
}
