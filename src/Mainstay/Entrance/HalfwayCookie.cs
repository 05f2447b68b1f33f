using System.Security.Cryptography;
using System.Text.Json;
using Mainstay.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Mainstay.Entrance;

/// <summary>That a browser has shown the password and still has to show a code: sealed, and kept by the browser alone for some minutes.</summary>
public sealed class HalfwayCookie(IDataProtectionProvider protection, SessionCookie session)
{
    private readonly IDataProtector seal = protection.CreateProtector("halfway");

    private string Name => session.NameOf("halfway");

    public void Write(HttpContext http, Halfway half) => http.Response.Cookies.Append(Name, seal.Protect(JsonSerializer.Serialize(half, Words.Json.OneLine)), Options(http, Halfway.Good));

    /// <summary>How far they are; null when there is nothing, or it is not ours.</summary>
    public Halfway? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 } kept ? JsonSerializer.Deserialize<Halfway>(seal.Unprotect(kept), Words.Json.OneLine) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? age)
    {
        var options = SessionCookie.Options(http, age);
        options.SameSite = SameSiteMode.Strict;
        return options;
    }
}
