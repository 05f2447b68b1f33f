using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mainstay.Tests;

/// <summary>Fresh databases for tests: a migrated template is made once of each kind and copied from then on.</summary>
internal static class Databases
{
    public static readonly string? Postgres = Environment.GetEnvironmentVariable("MAINSTAY_TEST_POSTGRES");

    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplate);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1); // PostgreSQL refuses to copy a template that somebody else copies

    /// <summary>A folder of its own, and in it (or on the server) a database that is up to date and empty.</summary>
    public static async Task<Settings> Fresh(Engine engine)
    {
        var settings = Empty(engine);
        if (engine == Engine.Sqlite) File.Copy(await SqliteTemplate.Value, settings.SqliteFile);
        else await CopyTemplate(new NpgsqlConnectionStringBuilder(settings.Database).Database!);
        return settings;
    }

    /// <summary>As <see cref="Fresh"/>, but nothing is there yet: on PostgreSQL not even the database.</summary>
    public static Settings Empty(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-test-").FullName;
        return new Settings { Data = folder, Database = engine == Engine.Sqlite ? null : Named("t_" + Guid.CreateVersion7().ToString("N")) };
    }

    public static async Task CreateDatabase(Settings settings) => await OnServer($"CREATE DATABASE \"{new NpgsqlConnectionStringBuilder(settings.Database).Database}\"");

    public static async Task Remove(Settings settings)
    {
        if (settings.Database is { } database)
        {
            await using (var connection = new NpgsqlConnection(database)) NpgsqlConnection.ClearPool(connection);
            await OnServer($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(database).Database}\" WITH (FORCE)");
        }
        else
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection(Database.Connection(settings.SqliteFile));
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        }
        Directory.Delete(settings.Data, true);
    }

    private static async Task CopyTemplate(string name)
    {
        var template = await PostgresTemplate.Value;
        await OneCopyAtATime.WaitAsync();
        try
        {
            await OnServer($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        }
        finally
        {
            OneCopyAtATime.Release();
        }
    }

    private static async Task<string> MakePostgresTemplate()
    {
        var name = "template_" + Guid.CreateVersion7().ToString("N");
        await OnServer($"CREATE DATABASE \"{name}\"");
        await Migrate(new Settings { Data = Path.GetTempPath(), Database = Named(name) });
        await using var connection = new NpgsqlConnection(Named(name));
        NpgsqlConnection.ClearPool(connection);
        return name;
    }

    private static async Task<string> MakeSqliteTemplate()
    {
        var settings = Empty(Engine.Sqlite);
        await Migrate(settings);
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(Database.Connection(settings.SqliteFile));
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        return settings.SqliteFile;
    }

    private static async Task Migrate(Settings settings)
    {
        await using var store = new Store(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(settings)).Options);
        await store.Database.MigrateAsync();
    }

    private static string Named(string database) => new NpgsqlConnectionStringBuilder(Postgres!) { Database = database, MaxPoolSize = 8 }.ToString();

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres!) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
