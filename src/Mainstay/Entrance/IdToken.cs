using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mainstay.Entrance;

/// <summary>Looks at what a provider signed: whether it was the provider, for us, for this very sign-in, and just now (OpenID Connect Core, 3.1.3.7).</summary>
/// <param name="name">What people know the provider by.</param>
/// <param name="clientId">By which the provider knows us.</param>
internal sealed class IdToken(string name, string clientId)
{
    /// <summary>How far the clocks of two servers may be apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);

    /// <summary>A token that was made longer ago was not made for this sign-in.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);

    /// <summary>Signatures with a key that the provider alone has. Neither none at all, nor those with a secret that both know.</summary>
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512];

    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>With which key it says it is signed; null when it does not say.</summary>
    public string? Key(string token) => Handler.CanReadToken(token) && Read(token) is { } read ? read.Kid : throw Unproved();

    /// <summary>What it says, once everything about it is right.</summary>
    public async Task<JsonWebToken> Validated(string token, Announcement provider, string nonce, DateTimeOffset now)
    {
        var result = await Handler.ValidateTokenAsync(token, new()
        {
            ValidIssuer = provider.Says.Issuer,
            ValidAudience = clientId,
            IssuerSigningKeys = provider.Keys,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = (_, until, _, _) => until is not null, // against our own clock, below
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read) throw Refused(result.Exception);
        if (!IsForUs(read)) throw new ProviderRefused("Entrance.ProviderForOthers", name);
        if (!IsNow(read, now)) throw new ProviderRefused("Entrance.ProviderClock", name);
        return read.TryGetPayloadValue<string>("nonce", out var said) && said == nonce ? read : throw new ProviderRefused("Entrance.ProviderOtherSignIn", name);
    }

    private bool IsForUs(JsonWebToken read)
    {
        var party = read.Azp;
        return string.IsNullOrEmpty(party) ? read.Audiences.Count() == 1 : party == clientId;
    }

    private static bool IsNow(JsonWebToken read, DateTimeOffset now) =>
        read.TryGetPayloadValue<long>("exp", out var until) && read.TryGetPayloadValue<long>("iat", out var made)
        && now < At(until) + Apart && At(made) <= now + Apart && now < At(made) + Oldest + Apart
        && (!read.TryGetPayloadValue<long>("nbf", out var from) || At(from) <= now + Apart);

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, 100_000_000_000));

    private ProviderRefused Refused(Exception? why) => why switch
    {
        SecurityTokenInvalidIssuerException => new("Entrance.ProviderMixedUp", name),
        SecurityTokenInvalidAudienceException => new("Entrance.ProviderForOthers", name),
        _ => Unproved(),
    };

    private ProviderRefused Unproved() => new("Entrance.ProviderUnproved", name);

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (Exception odd) when (odd is ArgumentException or FormatException or System.Text.Json.JsonException or SecurityTokenException)
        {
            return null;
        }
    }
}
