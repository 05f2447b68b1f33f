using Mainstay.Storage;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Mainstay.Entrance;

/// <summary>What a provider says of itself, and the keys it signs with now.</summary>
/// <param name="Says">Where it is asked what, and what it can do.</param>
/// <param name="Keys">With which its signatures are looked at.</param>
/// <param name="At">When it said so.</param>
public sealed record Announcement(OpenIdConnectConfiguration Says, IReadOnlyList<SecurityKey> Keys, DateTimeOffset At)
{
    /// <summary>Whether it promised to name itself in every answer (RFC 9207).</summary>
    public bool NamesItself => Says.AuthorizationResponseIssParameterSupported;
}

/// <summary>Asks the provider what it says of itself (OpenID Connect Discovery) when somebody wants to sign in, and remembers it for an hour. A key that is not known yet is asked for once, for providers change theirs.</summary>
public sealed class ProviderMetadata(Settings settings, ProviderCalls calls, TimeProvider clock) : IDisposable
{
    private const string Place = "/.well-known/openid-configuration";

    private static readonly TimeSpan Good = TimeSpan.FromHours(1), Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim asking = new(1);

    private Announcement? known;

    /// <summary>The provider as it announces itself.</summary>
    public Task<Announcement> Ask(CancellationToken stop) => Ask(a => clock.GetUtcNow() < a.At + Good, stop);

    /// <summary>The same, asked for anew if it did not have this key; but not again and again, whoever makes up names of keys.</summary>
    public Task<Announcement> AskFor(string? key, CancellationToken stop) =>
        Ask(a => clock.GetUtcNow() < a.At + (string.IsNullOrEmpty(key) || a.Keys.Any(k => k.KeyId == key) ? Good : Pause), stop);

    private async Task<Announcement> Ask(Func<Announcement, bool> isGood, CancellationToken stop)
    {
        if (Volatile.Read(ref known) is { } before && isGood(before)) return before;
        await asking.WaitAsync(stop);
        try
        {
            if (known is { } meanwhile && isGood(meanwhile)) return meanwhile;
            var fresh = await Fetch(stop);
            Volatile.Write(ref known, fresh);
            return fresh;
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<Announcement> Fetch(CancellationToken stop)
    {
        var issuer = settings.OidcIssuer!;
        var says = Read(OpenIdConnectConfiguration.Create, await calls.Get(new(issuer.TrimEnd('/') + Place), null, stop));
        if (says.Issuer != issuer) throw new ProviderRefused("Entrance.ProviderMixedUp", calls.Name);
        foreach (var address in new[] { says.AuthorizationEndpoint, says.TokenEndpoint, says.JwksUri })
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !ProviderSettings.IsPrivate(url)) throw new ProviderRefused("Entrance.ProviderOdd", calls.Name);
        var keys = Read(JsonWebKeySet.Create, await calls.Get(new(says.JwksUri), null, stop)).GetSigningKeys().Where(IsPublic).ToList();
        return new(says, keys, clock.GetUtcNow());
    }

    /// <summary>What both sides know proves nothing of who signed.</summary>
    private static bool IsPublic(SecurityKey key) => key is RsaSecurityKey or ECDsaSecurityKey or X509SecurityKey or JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve };

    private T Read<T>(Func<string, T> read, string text)
    {
        calls.Read(text);
        try
        {
            return read(text);
        }
        catch (Exception odd) when (odd is ArgumentException or FormatException or InvalidOperationException or System.Text.Json.JsonException)
        {
            throw new ProviderRefused("Entrance.ProviderOdd", calls.Name);
        }
    }

    public void Dispose() => asking.Dispose();
}
