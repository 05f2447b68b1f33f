using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mainstay.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Mainstay.Entrance;

/// <summary>A sign-in that a browser has begun and a provider has still to answer: what was asked for, and what the answer has to match.</summary>
/// <param name="State">Comes back in the address: the answer is to this question, and this browser's.</param>
/// <param name="Nonce">Comes back in what the provider signs.</param>
/// <param name="Verifier">Shown to the provider when the code is redeemed (PKCE): the code alone is worth nothing to who reads along.</param>
/// <param name="Return">Where the answer comes to.</param>
/// <param name="At">When it was begun.</param>
public sealed record Begun(string State, string Nonce, string Verifier, string Return, DateTime At)
{
    public static readonly TimeSpan Good = TimeSpan.FromMinutes(10);

    /// <summary>The account that wants to be connected; null when somebody signs in.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The secret of the invitation that is followed, if any.</summary>
    public string? Invitation { get; init; }

    /// <summary>Where to go on to once it is done.</summary>
    public string? Next { get; init; }

    /// <summary>The page on which it was begun.</summary>
    public string? Back { get; init; }

    public static Begun Now(string at, DateTime now) => new(Secrets.Make(), Secrets.Make(), Secrets.Make(), at, now);

    /// <summary>What is said of the verifier beforehand.</summary>
    public string Challenge => System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>Keeps what was begun in the browser that began it: sealed, for some minutes and one answer. It has to come along when another site leads back here, so it is no strict cookie.</summary>
public sealed class BegunCookie(IDataProtectionProvider protection, SessionCookie session, TimeProvider clock)
{
    private readonly IDataProtector seal = protection.CreateProtector("provider");
    private readonly ConcurrentDictionary<string, DateTime> answered = new();

    private string Name => session.Name.Replace("session", "provider", StringComparison.Ordinal);

    public void Write(HttpContext http, Begun begun) => http.Response.Cookies.Append(Name, seal.Protect(JsonSerializer.Serialize(begun, Words.Json.OneLine)), SessionCookie.Options(http, Begun.Good));

    /// <summary>What this browser began and this answer is to, once; null when it is nobody's, another's, too late, or was answered before.</summary>
    public Begun? Take(HttpContext http, string state)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (Read(http) is not { } begun || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(begun.State), Encoding.UTF8.GetBytes(state))) return null;
        http.Response.Cookies.Delete(Name, SessionCookie.Options(http, null));
        foreach (var (old, until) in answered) if (until <= now) answered.TryRemove(old, out _);
        return now < begun.At + Begun.Good && answered.TryAdd(begun.State, begun.At + Begun.Good) ? begun : null;
    }

    private Begun? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 } kept ? JsonSerializer.Deserialize<Begun>(seal.Unprotect(kept), Words.Json.OneLine) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
