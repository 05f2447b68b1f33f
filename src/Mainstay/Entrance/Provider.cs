using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Entrance;

/// <summary>What a provider said to the browser, which passes it on.</summary>
/// <param name="Code">To be redeemed for who it is.</param>
/// <param name="Issuer">Who says so, where they do.</param>
/// <param name="Error">Why not.</param>
public sealed record ProviderAnswer(string? Code, string? Issuer, string? Error);

/// <summary>The conversation with a sign-in provider: the authorization code flow of OpenID Connect with PKCE. Of what the provider gives, nothing is kept but who it is.</summary>
public sealed class Provider(Settings settings, ProviderCalls calls, ProviderMetadata metadata, TimeProvider clock)
{
    private readonly IdToken tokens = new(calls.Name, settings.OidcClientId!);

    public string Name => calls.Name;

    public string Issuer => settings.OidcIssuer!;

    /// <summary>Where the browser goes to sign in there.</summary>
    public async Task<string> Ask(Begun begun, CancellationToken stop) => QueryHelpers.AddQueryString((await metadata.Ask(stop)).Says.AuthorizationEndpoint, new Dictionary<string, string?>
    {
        ["response_type"] = "code",
        ["client_id"] = settings.OidcClientId,
        ["redirect_uri"] = begun.Return,
        ["scope"] = "openid email profile",
        ["state"] = begun.State,
        ["nonce"] = begun.Nonce,
        ["code_challenge"] = begun.Challenge,
        ["code_challenge_method"] = "S256",
    });

    /// <summary>Who it is, if everything the provider said holds.</summary>
    public async Task<ProvedElsewhere> Proved(Begun begun, ProviderAnswer answer, CancellationToken stop)
    {
        var provider = await metadata.Ask(stop);
        if (answer.Issuer is { } by ? by != Issuer : provider.NamesItself) throw new ProviderRefused("Entrance.ProviderMixedUp", Name);
        if (answer.Error is { } error) throw new ProviderRefused(error == "access_denied" ? "Entrance.ProviderDenied" : "Entrance.ProviderError", Name);
        var given = await Redeem(provider, begun, answer.Code ?? throw new ProviderRefused("Entrance.ProviderError", Name), stop);
        var token = Text(given, "id_token") ?? throw new ProviderRefused("Entrance.ProviderOdd", Name);
        var said = await tokens.Validated(token, await metadata.AskFor(tokens.Key(token), stop), begun.Nonce, clock.GetUtcNow());
        return await Known(provider, calls.Read(Base64Url(said.EncodedPayload)), Text(given, "access_token"), stop);
    }

    private async Task<JsonElement> Redeem(Announcement provider, Begun begun, string code, CancellationToken stop)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = begun.Return, ["code_verifier"] = begun.Verifier };
        var request = new HttpRequestMessage(HttpMethod.Post, provider.Says.TokenEndpoint);
        Identify(request.Headers, form, provider.Says.TokenEndpointAuthMethodsSupported);
        request.Content = new FormUrlEncodedContent(form);
        var (status, text) = await calls.Ask(request, stop);
        if (status == HttpStatusCode.OK) return calls.Read(text);
        if ((int)status >= 500) throw new ProviderRefused("Entrance.ProviderUnready", Name, (int)status);
        throw new ProviderRefused(status == HttpStatusCode.Unauthorized || Text(calls.Read(text), "error") is "invalid_client" or "unauthorized_client" ? "Entrance.ProviderKnowsUsNot" : "Entrance.ProviderCodeOver", Name);
    }

    /// <summary>Who we are to the provider: in a header, which is the rule, or in the form where it takes no header.</summary>
    private void Identify(HttpRequestHeaders headers, Dictionary<string, string> form, ICollection<string> ways)
    {
        var (id, secret) = (settings.OidcClientId!, settings.OidcClientSecret);
        if (secret is not null && (ways.Count == 0 || ways.Contains("client_secret_basic")))
        {
            headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebUtility.UrlEncode(id)}:{WebUtility.UrlEncode(secret)}")));
            return;
        }
        form["client_id"] = id;
        if (secret is not null) form["client_secret"] = secret;
    }

    /// <summary>Who it is; where the signed part leaves out the mail address, the provider is asked for it.</summary>
    private async Task<ProvedElsewhere> Known(Announcement provider, JsonElement said, string? key, CancellationToken stop)
    {
        var subject = said.TryGetProperty("sub", out var sub) && sub.ValueKind == JsonValueKind.String ? sub.GetString()! : "";
        if (subject.Length is 0 or > ProvedElsewhere.LongestSubject || subject.Any(c => !char.IsAscii(c) || char.IsControl(c))) throw new ProviderRefused("Entrance.ProviderOdd", Name);
        if (Text(said, "email") is null && key is not null && Uri.TryCreate(provider.Says.UserInfoEndpoint, UriKind.Absolute, out var more))
        {
            said = calls.Read(await calls.Get(more, key, stop));
            if (!said.TryGetProperty("sub", out var same) || same.ValueKind != JsonValueKind.String || same.GetString() != subject) throw new ProviderRefused("Entrance.ProviderMixedUp", Name);
        }
        return new(Issuer, subject)
        {
            Name = Text(said, "name") ?? Text(said, "preferred_username"),
            Mail = Text(said, "email"),
            IsMailVerified = said.TryGetProperty("email_verified", out var verified) && (verified.ValueKind == JsonValueKind.True || (verified.ValueKind == JsonValueKind.String && verified.GetString() == "true")),
            TimeZone = Text(said, "zoneinfo"),
        };
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Words.Texts.Filled(value.GetString()) : null;

    private static string Base64Url(string encoded) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(encoded));
}
