using Mainstay.Words;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mainstay.Storage;

/// <summary>Copies of a SQLite database, whole and at one moment, while others may be writing to it.</summary>
internal static class SqliteCopies
{
    private const int PagesAtOnce = 1_000;

    /// <summary>Writes a compact copy into an empty file.</summary>
    public static async Task Copy(string from, string to, CancellationToken stop)
    {
        await using var source = await Open(from, SqliteOpenMode.ReadWrite, stop);
        await using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", to);
        await using var stopping = stop.Register(() => raw.sqlite3_interrupt(source.Handle));
        try
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(stop);
        }
    }

    /// <summary>Makes one database page by page what another is, in one transaction of the database's own: whoever has it open sees the old one, then the new one. Tells after each batch of pages, before anything is committed.</summary>
    public static async Task Replace(string to, string from, Action paged, CancellationToken stop)
    {
        await using var source = await Open(from, SqliteOpenMode.ReadOnly, stop);
        await using var target = await Open(to, SqliteOpenMode.ReadWriteCreate, stop);
        Tell(target, "PRAGMA busy_timeout=15000; PRAGMA synchronous=FULL;");
        using var copying = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        if (copying.IsInvalid) throw Failure(target);
        var result = raw.SQLITE_OK;
        while ((result = raw.sqlite3_backup_step(copying, PagesAtOnce)) == raw.SQLITE_OK)
        {
            paged();
            stop.ThrowIfCancellationRequested(); // leaving without a finished copy rolls it back
        }
        if (result != raw.SQLITE_DONE) throw new SqliteException("The copy was refused.", result & 0xFF, result);
        if (raw.sqlite3_backup_finish(copying) != raw.SQLITE_OK) throw Failure(target);
    }

    /// <summary>The migrations of a file that is sound, through and through; a refusal otherwise.</summary>
    public static async Task<Shape> Examine(string file, CancellationToken stop)
    {
        await using var connection = await Open(file, SqliteOpenMode.ReadOnly, stop);
        if (Ask(connection, "PRAGMA integrity_check(1)") is not "ok") throw new CannotBeDone("Storage.BackupDamaged");
        if (Ask(connection, "PRAGMA foreign_key_check") is not null) throw new CannotBeDone("Storage.BackupDamaged");
        return await Shape.Of(connection, stop);
    }

    /// <summary>Whether its pages hold together; a shorter look than <see cref="Examine"/>.</summary>
    public static async Task<bool> IsSound(string file, CancellationToken stop)
    {
        try
        {
            await using var connection = await Open(file, SqliteOpenMode.ReadOnly, stop);
            return Ask(connection, "PRAGMA quick_check(1)") is "ok";
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            return false;
        }
    }

    /// <summary>A connection of its own, outside the pool, so that the file is let go.</summary>
    private static async Task<SqliteConnection> Open(string file, SqliteOpenMode mode, CancellationToken stop)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        await connection.OpenAsync(stop);
        return connection;
    }

    private static void Tell(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteException Failure(SqliteConnection connection) =>
        new(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), raw.sqlite3_errcode(connection.Handle), raw.sqlite3_extended_errcode(connection.Handle));
}
