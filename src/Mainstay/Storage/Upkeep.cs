using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>Brings the database to the shape this program expects.</summary>
public static class Upkeep
{
    private const long AdvisoryLock = 5151;

    /// <summary>Reads one small table and writes nothing when all is up to date. An existing database is backed up before it is changed.</summary>
    /// <returns>The backup that was made, if any.</returns>
    public static async Task<string?> BringUpToDate(this IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>();
        if (!settings.IsPostgres) MakePlace(settings);
        if (Checked(await Shape.Of(store, stop)).Pending is null) return null;
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        return await Migrate(store, settings, clock.GetUtcNow().UtcDateTime, stop);
    }

    /// <summary>Nobody else brings this database up to date, or replaces it, at the same time.</summary>
    internal static async Task<IAsyncDisposable> Alone(Settings settings, CancellationToken stop)
    {
        if (!settings.IsPostgres) return await FileLocks.Take(Path.Combine(settings.Data, "upkeep.lock"), stop);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Database) { Pooling = false, CommandTimeout = 0, MaxPoolSize = 1 }.ToString());
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({AdvisoryLock})", connection);
        await command.ExecuteNonQueryAsync(stop);
        return connection; // closing it lets go
    }

    internal static Shape Checked(Shape shape) => shape.Newer is { } newer ? throw new Conflict("Storage.NewerDatabase", newer) : shape;

    private static async Task<string?> Migrate(Store store, Settings settings, DateTime now, CancellationToken stop)
    {
        if (settings.IsPostgres) await MakeDatabase(store, stop);
        await using var alone = await Alone(settings, stop);
        var shape = Checked(await Shape.Of(store, stop)); // another process may have done it meanwhile
        if (shape.Pending is not { } pending) return null;
        if (shape.IsNone) await RefuseStrangers(store, settings, stop);
        var backup = shape.IsNone || !settings.BackUpFirst ? null : await Backups.Keep(settings, pending, now, stop);
        if (!settings.IsPostgres) await ForgetDeadLock(store, stop);
        await store.Database.MigrateAsync(stop);
        return backup;
    }

    private static void MakePlace(Settings settings)
    {
        PrivateFiles.MakeFolder(settings.Data);
        if (Directory.Exists(settings.SqliteFile)) throw new CannotBeDone("Storage.IsAFolder", settings.SqliteFile);
        if (!File.Exists(settings.SqliteFile)) PrivateFiles.MakeFile(settings.SqliteFile);
    }

    /// <summary>So that there is something to lock. Two who make it at once: one of them comes second, and that is as good.</summary>
    private static async Task MakeDatabase(Store store, CancellationToken stop)
    {
        var creator = store.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(stop)) return;
        try
        {
            await creator.CreateAsync(stop);
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            return;
        }
    }

    /// <summary>A file with tables of another program is left alone. (A PostgreSQL database may hold other things beside ours.)</summary>
    private static async Task RefuseStrangers(Store store, Settings settings, CancellationToken stop)
    {
        if (settings.IsPostgres) return;
        var strangers = await store.Database.SqlQueryRaw<int>("""SELECT count(*) AS "Value" FROM sqlite_master WHERE name NOT LIKE '\_\_EF%' ESCAPE '\'""").SingleAsync(stop);
        if (strangers > 0) throw new CannotBeDone("Storage.NotADatabase");
    }

    /// <summary>Entity Framework locks SQLite by a row, which a killed process leaves behind for ever. We hold a lock that dies with its holder, so any row is a dead one's.</summary>
    private static async Task ForgetDeadLock(Store store, CancellationToken stop) =>
        await store.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, stop);
}
