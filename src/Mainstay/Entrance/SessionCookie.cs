using System.Net;
using System.Text;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Entrance;

/// <summary>The cookie by which a browser is known again. It holds a secret and nothing else.</summary>
public sealed class SessionCookie(Settings settings)
{
    private readonly Lazy<string> mark = new(() => SiteFiles.Hash(Encoding.UTF8.GetBytes(settings.Data)) is var here && settings.IsPostgres ? SharedKeys.MarkOf(settings, here) : here);

    public string Name => NameOf("session");

    /// <summary>Cookies do not know ports: another Mainstay on this machine must not take this one's. All servers on one database are this one.</summary>
    public string NameOf(string kind) => $"mainstay-{kind}-{mark.Value}";

    public string? Read(HttpContext http) => http.Request.Cookies[Name] is { Length: > 0 } secret ? secret : null;

    public void Write(HttpContext http, string secret) => http.Response.Cookies.Append(Name, secret, Options(http, Session.Longest));

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    internal static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps || !IsThisMachine(http.Request.Host.Host), Path = "/", MaxAge = age, IsEssential = true };

    private static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
