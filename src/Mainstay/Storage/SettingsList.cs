using System.Data.Common;
using System.Globalization;

namespace Mainstay.Storage;

/// <summary>One setting as it is in force.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What it is; secrets in it are stars.</param>
/// <param name="Source">Where it comes from: an option, an environment variable, or <c>default</c>.</param>
public sealed record Setting(string Name, string Value, string Source);

public static class SettingsList
{
    private const string Stars = "***";

    /// <summary>Every setting with where it comes from. Options win over the environment, which wins over the default.</summary>
    public static IReadOnlyList<Setting> Explain(this Settings settings, Func<string, string?> variable, bool dataTyped) =>
    [
        new("data", settings.Data, dataTyped ? "--data" : Source(variable, "MAINSTAY_DATA")),
        new("database", settings.Database is { } database ? WithoutSecrets(database) : settings.SqliteFile, Source(variable, "MAINSTAY_DATABASE")),
        new("urls", settings.Urls, Source(variable, "MAINSTAY_URLS")),
        new("space", settings.Space ?? "", Source(variable, "MAINSTAY_SPACE")),
        new("hosts", settings.Hosts ?? "", Source(variable, "MAINSTAY_HOSTS")),
        new("certificate", settings.Certificate ?? "", Source(variable, "MAINSTAY_CERTIFICATE")),
        new("certificateKey", settings.CertificateKey ?? "", Source(variable, "MAINSTAY_CERTIFICATE_KEY")),
        new("certificatePassword", settings.CertificatePassword is null ? "" : Stars, Source(variable, "MAINSTAY_CERTIFICATE_PASSWORD")),
        new("proxies", settings.Proxies ?? "", Source(variable, "MAINSTAY_PROXIES")),
        new("log", settings.Log, Source(variable, "MAINSTAY_LOG")),
        new("telemetry", settings.Telemetry ?? "", Source(variable, "MAINSTAY_TELEMETRY")),
        new("address", settings.Address ?? "", Source(variable, "MAINSTAY_ADDRESS")),
        new("smtp", settings.Smtp ?? "", Source(variable, "MAINSTAY_SMTP")),
        new("smtpUser", settings.SmtpUser ?? "", Source(variable, "MAINSTAY_SMTP_USER")),
        new("smtpPassword", settings.SmtpPassword is null ? "" : Stars, Source(variable, "MAINSTAY_SMTP_PASSWORD")),
        new("smtpSecurity", settings.SmtpSecurity ?? "starttls", Source(variable, "MAINSTAY_SMTP_SECURITY")),
        new("mailFrom", settings.MailFrom ?? "", Source(variable, "MAINSTAY_MAIL_FROM")),
        new("oidcIssuer", settings.OidcIssuer ?? "", Source(variable, "MAINSTAY_OIDC_ISSUER")),
        new("oidcClientId", settings.OidcClientId ?? "", Source(variable, "MAINSTAY_OIDC_CLIENT_ID")),
        new("oidcClientSecret", settings.OidcClientSecret is null ? "" : Stars, Source(variable, "MAINSTAY_OIDC_CLIENT_SECRET")),
        new("oidcName", settings.OidcName ?? "", Source(variable, "MAINSTAY_OIDC_NAME")),
        new("privateNetworks", settings.PrivateNetworks ?? "", Source(variable, "MAINSTAY_PRIVATE_NETWORKS")),
        new("keysPassword", settings.KeysPassword is null ? "" : Stars, Source(variable, "MAINSTAY_KEYS_PASSWORD")),
        new("apiLimit", settings.ApiLimit.ToString(CultureInfo.InvariantCulture), Source(variable, "MAINSTAY_API_LIMIT")),
        new("postgresTools", settings.PostgresTools ?? "PATH", Source(variable, "MAINSTAY_POSTGRES_TOOLS")),
    ];

    /// <summary>A connection string with stars for its passwords; all stars when it cannot be read.</summary>
    public static string WithoutSecrets(string connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            foreach (var secret in parts.Keys.Cast<string>().Where(IsSecret).ToList()) parts[secret] = Stars;
            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return Stars;
        }
    }

    private static bool IsSecret(string key) =>
        key.Contains("password", StringComparison.OrdinalIgnoreCase) || key.Contains("pwd", StringComparison.OrdinalIgnoreCase) || key.Contains("passphrase", StringComparison.OrdinalIgnoreCase) || key.Equals("psw", StringComparison.OrdinalIgnoreCase);

    private static string Source(Func<string, string?> variable, string name) =>
        !string.IsNullOrWhiteSpace(variable(name)) ? name : !string.IsNullOrWhiteSpace(variable(name + "_FILE")) ? name + "_FILE" : "default";
}
