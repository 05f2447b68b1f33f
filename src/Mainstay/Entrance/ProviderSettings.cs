using System.Diagnostics.CodeAnalysis;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Entrance;

/// <summary>What the one who runs the server set for a sign-in provider (OpenID Connect). Without it there is none, and nothing of it is anywhere.</summary>
public static class ProviderSettings
{
    private const int LongestName = 40;

    /// <summary>What people know the provider by; null when there is none.</summary>
    public static string? ProviderName(this Settings settings) => settings.OidcIssuer is { } issuer ? settings.OidcName ?? new Uri(issuer).Host : null;

    public static Problems Check(Settings settings)
    {
        if (settings.OidcIssuer is not { } issuer)
            return new Problems().When(settings.OidcClientId is not null || settings.OidcClientSecret is not null || settings.OidcName is not null, "oidcIssuer", "Entrance.ProviderIssuerMissing");
        return new Problems()
            .When(!IsIssuer(issuer), "oidcIssuer", "Entrance.ProviderIssuerOdd", issuer)
            .When(settings.OidcClientId is null, "oidcClientId", "Entrance.ProviderClientMissing")
            .When(settings.OidcName is { } name && (name.Length > LongestName || name.Any(char.IsControl)), "oidcName", "Entrance.ProviderNameOdd", LongestName);
    }

    /// <summary>Nobody on the way may read along or answer instead: encrypted, or on this machine.</summary>
    public static bool IsPrivate([NotNullWhen(true)] Uri? address) =>
        address is { IsAbsoluteUri: true, Host.Length: > 0, UserInfo: "", Fragment: "" } && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsIssuer(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && IsPrivate(url) && url.Query.Length == 0;

    /// <summary>Only where there is a provider is there anything that calls one.</summary>
    public static IServiceCollection AddProvider(this IServiceCollection services, Settings settings) =>
        settings.OidcIssuer is null ? services : services.AddSingleton<ProviderCalls>().AddSingleton<ProviderMetadata>().AddSingleton<Provider>().AddSingleton<BegunCookie>();
}

/// <summary>A provider, or what came from it, does not let somebody in; and why, as a sentence.</summary>
public sealed class ProviderRefused(string key, params object?[] inputs) : Refusal(StatusCodes.Status422UnprocessableEntity, new(key, inputs));
