using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Hosting;

/// <summary>Lets nobody in who was not recognised, but to the few addresses that are for everybody: people are led to sign in, programs are told so.</summary>
internal sealed class Admission(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Visit visit)
    {
        if (http.GetEndpoint() is RouteEndpoint { Order: int.MaxValue }) return Failures.NoSuchPage(http); // to anyone, whatever they send
        if (visit.Guest is { IsOwner: false } && IsOwnersOnly(http)) throw new NotFound(ApiProblem.IsFor(http.Request) ? "Api.NoSuchAddress" : "Hosting.NoSuchPage");
        if (visit.Guest is { Role: < SpaceRole.Host } && IsHostsOnly(http)) throw new NotFound(ApiProblem.IsFor(http.Request) ? "Api.NoSuchAddress" : "Hosting.NoSuchPage");
        if (visit.Guest is { } guest && !Guards.IsSafe(http.Request.Method) && MayOnlyRead(guest, http)) return SayMayOnlyRead(http, guest);
        if (visit.Guest is not null || http.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is not null) return next(http);
        if (ApiProblem.IsFor(http.Request))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            throw new Turned(StatusCodes.Status401Unauthorized, "Hosting.NotSignedIn");
        }
        return LeadToTheDoor(http);
    }

    /// <summary>What is for everybody is for them too.</summary>
    private static bool IsOwnersOnly(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } known && (known.GetMetadata<OwnersOnlyAttribute>() is not null || known.GetMetadata<Operation>() is { IsOwnersOnly: true }) && known.GetMetadata<UnattendedAttribute>() is null;

    private static bool IsHostsOnly(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } known && (known.GetMetadata<HostsOnlyAttribute>() is not null || known.GetMetadata<Operation>() is { IsHostsOnly: true });

    /// <summary>By their key nowhere, or by their role not here; what concerns their account they may do with any role.</summary>
    private static bool MayOnlyRead(Guest guest, HttpContext http)
    {
        var known = http.GetEndpoint()?.Metadata;
        return (known?.GetMetadata<OfAccountAttribute>() is not null || known?.GetMetadata<Operation>() is { IsOfAccount: true } ? guest.KeyScope : guest.Scope) == Scope.Read;
    }

    /// <summary>What somebody typed while they could still write is shown to them, to be taken elsewhere.</summary>
    private static async Task SayMayOnlyRead(HttpContext http, Guest guest)
    {
        if (guest.SessionId is null) throw new Turned(StatusCodes.Status403Forbidden, "Hosting.ReadOnly");
        if (!Guards.IsSurelyFromHere(http.Request) || await ResumePage.MayNot(http, new("Hosting.YouMayRead")) is not { } page) throw new Turned(StatusCodes.Status403Forbidden, "Hosting.YouMayRead");
        await page.ExecuteAsync(http);
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
