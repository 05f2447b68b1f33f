using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary>Recognises who is here: from here on the request sees their space, their day and their language. Whether they may go on is not decided here.</summary>
internal sealed class Welcome(RequestDelegate next, SessionCookie cookie, KnownGuests known)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http, Visit visit, TimeProvider clock)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is null or { Greets: true })
        {
            var now = clock.GetUtcNow().UtcDateTime;
            Store? store = null;
            if (await known.Find(() => store = http.RequestServices.GetRequiredService<Store>(), Token(http.Request), cookie.Read(http), now) is { } found)
            {
                Greet(http, visit, found.Guest);
                if (store is not null) (store.SpaceId, store.ShowsPrivate) = (found.Guest.Owner.SpaceId, found.Guest.IsOwner);
                if (CircleOf(http) is { } circle) visit.Guest = await (store ??= http.RequestServices.GetRequiredService<Store>()).EnterCircle(found.Guest, circle, http.RequestAborted); // forms name the circle in their address: their tokens stay those of the network
                if (found.IsStale) await http.RequestServices.GetRequiredService<Store>().See(found.Guest, now);
            }
            if (visit.Culture is { } culture) Languages.Speak(culture);
        }
        await next(http);
    }

    /// <summary>Programs show theirs under /api. Whoever shows one is nobody else, even if there is a cookie too.</summary>
    private static string? Token(HttpRequest request) =>
        ApiProblem.IsFor(request) && request.Headers.Authorization.ToString() is { Length: > 0 } shown ? (shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? shown[Bearer.Length..].Trim() : "") : null;

    /// <summary>The circle in whose space everything under this address happens.</summary>
    private static Guid? CircleOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<InCircleAttribute>() is not null && Guid.TryParse(http.Request.RouteValues[InCircleAttribute.Part] as string, out var circle) ? circle : null;

    private static void Greet(HttpContext http, Visit visit, Guest guest)
    {
        visit.Guest = guest;
        http.User = Entering.Principal(guest.AccountId, guest.Owner.SpaceId, guest.TokenId is null ? "session" : "token");
    }
}
