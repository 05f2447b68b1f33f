using System.Data.Common;
using Microsoft.Data.Sqlite;
using Mainstay.Storage.Migrations;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>Which migrations a database has been through, against those this program knows. Read straight from the one small table, with nothing of the machinery of migrations.</summary>
internal sealed record Shape(IReadOnlyList<string> Applied)
{
    private const string History = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1""";

    /// <summary>A database that is not there, or that no migration has touched.</summary>
    public static readonly Shape None = new([]);

    public bool IsNone => Applied.Count == 0;

    /// <summary>It was made by Mainstay: it began with our first migration.</summary>
    public bool IsOurs => Applied.Contains(InOrder.Ids[0]);

    /// <summary>The first migration still to come; null when it is up to date.</summary>
    public string? Pending => InOrder.Ids.Except(Applied).FirstOrDefault();

    /// <summary>A migration of a newer program; null when there is none.</summary>
    public string? Newer => Applied.Except(InOrder.Ids).FirstOrDefault();

    public static async Task<Shape> Of(Store store, CancellationToken stop)
    {
        try
        {
            await store.Database.OpenConnectionAsync(stop);
            return await Of(store.Database.GetDbConnection(), stop);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return None;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Of the database that these settings name, through a connection of its own.</summary>
    public static async Task<Shape> Of(Settings settings, CancellationToken stop)
    {
        if (!settings.IsPostgres && !File.Exists(settings.SqliteFile)) return None;
        await using DbConnection connection = settings.IsPostgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Database) { Pooling = false }.ToString())
            : new SqliteConnection(new SqliteConnectionStringBuilder(Database.Connection(settings.SqliteFile)) { Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        return await Of(connection, stop);
    }

    public static async Task<Shape> Of(DbConnection connection, CancellationToken stop)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = History;
            await using var reader = await command.ExecuteReaderAsync(stop);
            var applied = new List<string>();
            while (await reader.ReadAsync(stop)) applied.Add(reader.GetString(0));
            return new Shape(applied);
        }
        catch (DbException missing) when (missing is SqliteException { SqliteErrorCode: 1 } or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
        {
            return None;
        }
    }
}
