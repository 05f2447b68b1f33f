using System.Security.Claims;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Entrance;

/// <summary>How a browser is signed in, whatever it showed, and goes on to where it wanted to go.</summary>
internal static class Entering
{
    /// <summary>Begins a new session; the one that the browser had, if any, ends. What they had typed before is shown first.</summary>
    /// <param name="http">The request.</param>
    /// <param name="account">Who it is.</param>
    /// <param name="form">What the door was shown, and where to go on to.</param>
    /// <param name="at">Where they were let in: the network that is looked at, or a circle, which is gone to while their own network is looked at; their own network when null.</param>
    public static async Task<IResult> SignIn(HttpContext http, Account account, IFormCollection form, Guid? at = null)
    {
        var services = http.RequestServices;
        var (store, cookie, clock) = (services.GetRequiredService<Store>(), services.GetRequiredService<SessionCookie>(), services.GetRequiredService<TimeProvider>());
        if (cookie.Read(http) is { } before) await store.EndSession(before, http.RequestAborted);
        var circle = at is { } into && await store.IsCircle(into, http.RequestAborted) ? at : null;
        var space = circle is null && at is { } network ? network : await store.HomeOf(account.Id, http.RequestAborted);
        cookie.Write(http, await store.BeginSession(account.Id, Device.Of(http.Request.Headers.UserAgent), clock, http.RequestAborted, space));
        http.User = Principal(account.Id, space, "session");
        return circle is null ? ResumePage.Of(http, form) ?? GoOn(http, form["next"]) : GoOn(http, InCircleAttribute.At(circle.Value));
    }

    /// <summary>Who is here and where, for the tokens of forms, which are bound to it: a form that was opened in one network is not sent to another that is looked at since.</summary>
    public static ClaimsPrincipal Principal(Guid account, Guid space, string by) => new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{account} {space}")], by));

    /// <summary>On to a page of ours; to the first one when another was asked for.</summary>
    public static IResult GoOn(HttpContext http, string? next)
    {
        http.Response.Headers.Location = next is not null && Answers.IsOurs(next) ? next : "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>From where somebody tries: the address, or of IPv6 the network, for one machine has many there.</summary>
    public static string From(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes()[..8]) : address.ToString();
    }
}
