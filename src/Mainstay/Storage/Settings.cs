using Mainstay.Words;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>What the one who runs Mainstay may set, from the environment and the command line.</summary>
public sealed record Settings
{
    /// <summary>The folder of everything this program keeps.</summary>
    public required string Data { get; init; }

    /// <summary>A PostgreSQL connection string (<c>Host=…</c>); SQLite in the data folder when null.</summary>
    public string? Database { get; init; }

    /// <summary>Where the server listens.</summary>
    public string Urls { get; init; } = "http://localhost:5150";

    /// <summary>Which network the command line means, by its name or id, where there are several.</summary>
    public string? Space { get; init; }

    /// <summary>The folder of pg_dump, pg_restore and psql; they are looked for on PATH when null.</summary>
    public string? PostgresTools { get; init; }

    /// <summary>An existing database is backed up before it is changed to a new shape.</summary>
    public bool BackUpFirst { get; init; } = true;

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
        PostgresTools = Read(variable, "MAINSTAY_POSTGRES_TOOLS"),
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
