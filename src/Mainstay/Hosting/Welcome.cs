using System.Security.Claims;
using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary>Recognises who is here: from here on the request sees their space, their day and their language. Whether they may go on is not decided here.</summary>
internal sealed class Welcome(RequestDelegate next, SessionCookie cookie)
{
    public async Task InvokeAsync(HttpContext http, Visit visit, Store store, TimeProvider clock)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is null or { Greets: true } && cookie.Read(http) is { } secret)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await store.FindGuest(secret, now) is { } found)
            {
                Greet(http, visit, store, found.Guest);
                if (found.IsStale) await store.SeeSession(found.Guest.SessionId!.Value, now);
            }
            if (visit.Culture is { } culture) Languages.Speak(culture);
        }
        await next(http);
    }

    private static void Greet(HttpContext http, Visit visit, Store store, Guest guest)
    {
        visit.Guest = guest;
        store.SpaceId = guest.Owner.SpaceId;
        // The tokens of forms are bound to this.
        http.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, guest.AccountId.ToString())], "session"));
    }
}
