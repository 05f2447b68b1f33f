using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary>Recognises who is here: from here on the request sees their space, their day and their language. Whether they may go on is not decided here.</summary>
internal sealed class Welcome(RequestDelegate next, SessionCookie cookie)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http, Visit visit, Store store, TimeProvider clock)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is null or { Greets: true })
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await store.FindGuest(Token(http.Request), cookie.Read(http), now) is { } found)
            {
                Greet(http, visit, store, found.Guest);
                if (found.IsStale) await store.See(found.Guest, now);
            }
            if (visit.Culture is { } culture) Languages.Speak(culture);
        }
        await next(http);
    }

    /// <summary>Programs show theirs under /api. Whoever shows one is nobody else, even if there is a cookie too.</summary>
    private static string? Token(HttpRequest request) =>
        ApiProblem.IsFor(request) && request.Headers.Authorization.ToString() is { Length: > 0 } shown ? (shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? shown[Bearer.Length..].Trim() : "") : null;

    private static void Greet(HttpContext http, Visit visit, Store store, Guest guest)
    {
        visit.Guest = guest;
        store.SpaceId = guest.Owner.SpaceId;
        http.User = Entering.Principal(guest.AccountId, guest.TokenId is null ? "session" : "token");
    }
}
