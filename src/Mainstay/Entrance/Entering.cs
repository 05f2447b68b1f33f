using System.Security.Claims;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Entrance;

/// <summary>How a browser is signed in, whatever it showed, and goes on to where it wanted to go.</summary>
internal static class Entering
{
    /// <summary>Begins a new session; the one that the browser had, if any, ends. What they had typed before is shown first.</summary>
    public static async Task<IResult> SignIn(HttpContext http, Account account, IFormCollection form)
    {
        var services = http.RequestServices;
        var (store, cookie, clock) = (services.GetRequiredService<Store>(), services.GetRequiredService<SessionCookie>(), services.GetRequiredService<TimeProvider>());
        if (cookie.Read(http) is { } before) await store.EndSession(before, http.RequestAborted);
        cookie.Write(http, await store.BeginSession(account.Id, Device.Of(http.Request.Headers.UserAgent), clock, http.RequestAborted));
        http.User = Principal(account.Id, "session");
        return ResumePage.Of(http, form) ?? GoOn(http, form["next"]);
    }

    /// <summary>Who is here, for the tokens of forms, which are bound to it.</summary>
    public static ClaimsPrincipal Principal(Guid account, string by) => new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.ToString())], by));

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
