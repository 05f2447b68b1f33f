using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Hosting;

/// <summary>Lets nobody in who was not recognised, but to the few addresses that are for everybody: people are led to sign in, programs are told so.</summary>
internal sealed class Admission(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Visit visit)
    {
        if (http.GetEndpoint() is RouteEndpoint { Order: int.MaxValue }) return Failures.NoSuchPage(http); // to anyone, whatever they send
        if (visit.Guest is { Scope: Accounts.Scope.Read } && !Guards.IsSafe(http.Request.Method)) throw new Turned(StatusCodes.Status403Forbidden, "Hosting.ReadOnly");
        if (visit.Guest is not null || http.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is not null) return next(http);
        if (ApiProblem.IsFor(http.Request))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            throw new Turned(StatusCodes.Status401Unauthorized, "Hosting.NotSignedIn");
        }
        return LeadToTheDoor(http);
    }

    /// <summary>Whoever sent a form of ours signs in and finds it again.</summary>
    private static async Task LeadToTheDoor(HttpContext http)
    {
        if (Guards.IsSurelyFromHere(http.Request) && await ResumePage.SignInFirst(http) is { } page)
        {
            await page.ExecuteAsync(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = SignIn(http.Request);
    }

    /// <summary>Whoever only looked comes back to what they looked at.</summary>
    private static string SignIn(HttpRequest request)
    {
        var wanted = request.Path.Value + request.QueryString.Value;
        return Guards.IsSafe(request.Method) && wanted is not (null or "" or "/") ? QueryHelpers.AddQueryString(SignInPage.Address, "next", wanted) : SignInPage.Address;
    }
}
