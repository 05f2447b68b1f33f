using System.Globalization;
using Mainstay.Words;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>What the one who runs Mainstay may set, from the environment and the command line.</summary>
public sealed record Settings
{
    private const int UsualApiLimit = 6_000;

    /// <summary>The folder of everything this program keeps.</summary>
    public required string Data { get; init; }

    /// <summary>A PostgreSQL connection string (<c>Host=…</c>); SQLite in the data folder when null.</summary>
    public string? Database { get; init; }

    /// <summary>Where the server listens.</summary>
    public string Urls { get; init; } = "http://localhost:5150";

    /// <summary>Which network the command line means, by its name or id, where there are several.</summary>
    public string? Space { get; init; }

    /// <summary>The names by which the server is reached, with commas between, besides those of the addresses it listens at.</summary>
    public string? Hosts { get; init; }

    /// <summary>A certificate file for HTTPS, PEM or PKCS #12.</summary>
    public string? Certificate { get; init; }

    /// <summary>The PEM file of the certificate's private key; the key is in the certificate file when null.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>What opens the private key, if it is locked.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Addresses and networks (<c>10.0.0.0/8</c>) of the proxies in front of the server, with commas between.</summary>
    public string? Proxies { get; init; }

    /// <summary>What is logged: <c>quiet</c> failures alone, <c>text</c> or <c>json</c> a line for each request too.</summary>
    public string Log { get; init; } = "quiet";

    /// <summary>Where traces and metrics go (OTLP); nowhere when null.</summary>
    public string? Telemetry { get; init; }

    /// <summary>Addresses and networks of the server's own surroundings (<c>192.168.1.0/24</c>) that may be called for an owner, with commas between; none when null.</summary>
    public string? PrivateNetworks { get; init; }

    /// <summary>The address by which people reach the server (<c>https://mainstay.example</c>), for links in mails; worked out from the names and addresses when null.</summary>
    public string? Address { get; init; }

    /// <summary>The server that mails are handed to, <c>host:port</c>; no mail is sent when null.</summary>
    public string? Smtp { get; init; }

    public string? SmtpUser { get; init; }

    public string? SmtpPassword { get; init; }

    /// <summary><c>starttls</c>, which is meant when null, or <c>none</c>.</summary>
    public string? SmtpSecurity { get; init; }

    /// <summary>The address that mails come from.</summary>
    public string? MailFrom { get; init; }

    /// <summary>The sign-in provider (OpenID Connect), by the address by which it names itself; none when null.</summary>
    public string? OidcIssuer { get; init; }

    /// <summary>By which the provider knows this server.</summary>
    public string? OidcClientId { get; init; }

    /// <summary>With which this server proves itself to the provider; null where the provider wants none.</summary>
    public string? OidcClientSecret { get; init; }

    /// <summary>What the provider is called on pages; the name of its host when null.</summary>
    public string? OidcName { get; init; }

    /// <summary>What locks the servers' keys in a PostgreSQL; they stand open there when null.</summary>
    public string? KeysPassword { get; init; }

    /// <summary>How many requests a caller of the API may make in a minute; 0 for no limit.</summary>
    public int ApiLimit { get; init; } = UsualApiLimit;

    /// <summary>The folder of pg_dump, pg_restore and psql; they are looked for on PATH when null.</summary>
    public string? PostgresTools { get; init; }

    /// <summary>An existing database is backed up before it is changed to a new shape.</summary>
    public bool BackUpFirst { get; init; } = true;

    /// <summary>Whether somebody works on the program itself, as <c>bin/dev</c> says.</summary>
    public bool ForDevelopers { get; init; }

    public bool IsPostgres => Database is not null;

    public string SqliteFile => Path.Combine(Data, "mainstay.db");

    /// <param name="variable">Reads an environment variable; <c>NAME_FILE</c> may point to a file that holds it.</param>
    /// <param name="data">Overrides <c>MAINSTAY_DATA</c>.</param>
    public static Settings From(Func<string, string?> variable, string? data = null) => new()
    {
        Data = Path.GetFullPath(data ?? Read(variable, "MAINSTAY_DATA") ?? DefaultFolder(variable)),
        Database = Connection(Read(variable, "MAINSTAY_DATABASE")),
        Urls = Read(variable, "MAINSTAY_URLS") ?? "http://localhost:5150",
        Space = Read(variable, "MAINSTAY_SPACE"),
        Hosts = Read(variable, "MAINSTAY_HOSTS"),
        Certificate = Read(variable, "MAINSTAY_CERTIFICATE"),
        CertificateKey = Read(variable, "MAINSTAY_CERTIFICATE_KEY"),
        CertificatePassword = Read(variable, "MAINSTAY_CERTIFICATE_PASSWORD"),
        Proxies = Read(variable, "MAINSTAY_PROXIES"),
        Log = Read(variable, "MAINSTAY_LOG") ?? "quiet",
        Telemetry = Read(variable, "MAINSTAY_TELEMETRY"),
        Address = Read(variable, "MAINSTAY_ADDRESS")?.TrimEnd('/'),
        Smtp = Read(variable, "MAINSTAY_SMTP"),
        SmtpUser = Read(variable, "MAINSTAY_SMTP_USER"),
        SmtpPassword = Read(variable, "MAINSTAY_SMTP_PASSWORD"),
        SmtpSecurity = Read(variable, "MAINSTAY_SMTP_SECURITY")?.ToLowerInvariant(),
        MailFrom = Read(variable, "MAINSTAY_MAIL_FROM"),
        OidcIssuer = Read(variable, "MAINSTAY_OIDC_ISSUER")?.Trim(),
        OidcClientId = Read(variable, "MAINSTAY_OIDC_CLIENT_ID"),
        OidcClientSecret = Read(variable, "MAINSTAY_OIDC_CLIENT_SECRET"),
        OidcName = Read(variable, "MAINSTAY_OIDC_NAME")?.Trim(),
        PrivateNetworks = Read(variable, "MAINSTAY_PRIVATE_NETWORKS"),
        KeysPassword = Read(variable, "MAINSTAY_KEYS_PASSWORD"),
        ApiLimit = Number(variable, "MAINSTAY_API_LIMIT") ?? UsualApiLimit,
        PostgresTools = Read(variable, "MAINSTAY_POSTGRES_TOOLS"),
        ForDevelopers = Read(variable, "ASPNETCORE_ENVIRONMENT") == "Development",
    };

    private static int? Number(Func<string, string?> variable, string name) => Read(variable, name) switch
    {
        null => null,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new CannotBeDone("Storage.NotANumber", name),
    };

    private static string? Read(Func<string, string?> variable, string name) =>
        Filled(variable(name)) ?? (Filled(variable(name + "_FILE")) is { } file ? Filled(Content(name + "_FILE", file)) : null);

    private static string Content(string name, string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CannotBeDone("Storage.SettingUnreadable", name, file);
        }
    }

    /// <summary>The connection string as it is, if it is one; what it says is not repeated, for there may be a password in it.</summary>
    private static string? Connection(string? text)
    {
        try
        {
            if (text is not null) _ = new NpgsqlConnectionStringBuilder(text);
            return text;
        }
        catch (Exception odd) when (odd is ArgumentException or FormatException or OverflowException)
        {
            throw new CannotBeDone("Storage.NotAConnection");
        }
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string DefaultFolder(Func<string, string?> variable)
    {
        var home = Filled(variable("XDG_DATA_HOME")) ?? Path.Combine(Filled(variable("HOME")) ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return Path.Combine(home, "mainstay");
    }
}
