using Mainstay.Words;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>Puts a backup in the place of the database.</summary>
public static class Restoring
{
    /// <summary>Connections to this database but for the one that asks and the one that holds <see cref="Upkeep.Alone"/>.</summary>
    private const string Others = """
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
        AND pid NOT IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 5151 AND granted)
        """;

    /// <summary>Replaces the whole database by a backup, after a look at it and a backup of what is there now. Killed at any moment, it leaves the old database or the new one.</summary>
    /// <returns>The backup of what was there, if there was anything.</returns>
    public static Task<string?> Restore(Settings settings, string file, DateTime now, CancellationToken stop) =>
        Restore(settings, file, now, _ => { }, stop);

    /// <summary>The same, telling each stage that is reached: for tests of what a kill leaves behind.</summary>
    internal static async Task<string?> Restore(Settings settings, string file, DateTime now, Action<string> reached, CancellationToken stop)
    {
        CheckKind(settings, file);
        using var noServer = InUse.Alone(settings);
        await using var alone = await Upkeep.Alone(settings, stop);
        return settings.IsPostgres ? await IntoPostgres(settings, file, now, stop) : await IntoSqlite(settings, file, now, reached, stop);
    }

    private static async Task<string?> IntoSqlite(Settings settings, string file, DateTime now, Action<string> reached, CancellationToken stop)
    {
        Check(await SqliteCopies.Examine(file, stop), file);
        reached("examined");
        var isThere = File.Exists(settings.SqliteFile) && new FileInfo(settings.SqliteFile).Length > 0;
        if (isThere && !await SqliteCopies.IsSound(settings.SqliteFile, stop)) return await ReplaceDamaged(settings, file, now, stop);
        var backup = isThere && !(await Shape.Of(settings, stop)).IsNone ? await Backups.Keep(settings, "restore", now, stop) : null;
        reached("backed up");
        PrivateFiles.MakeFile(settings.SqliteFile);
        await SqliteCopies.Replace(settings.SqliteFile, file, () => reached("pages copied"), stop);
        return backup;
    }

    /// <summary>A damaged database cannot take part in a transaction. It is kept as it is, file by file, and the new one takes its name.</summary>
    private static async Task<string?> ReplaceDamaged(Settings settings, string file, DateTime now, CancellationToken stop)
    {
        PrivateFiles.MakeFolder(Backups.FolderOf(settings));
        var kept = Backups.NameOf(settings, "restore-damaged", now);
        foreach (var ending in (string[])["-wal", ""])
            if (File.Exists(settings.SqliteFile + ending)) File.Copy(settings.SqliteFile + ending, kept + ending);
        await PrivateFiles.Write(settings.SqliteFile, true, async copy =>
        {
            await SqliteCopies.Replace(copy, file, () => { }, stop);
            // A log of the damaged one would be played back onto the new one.
            foreach (var ending in (string[])["-wal", "-shm"]) File.Delete(settings.SqliteFile + ending);
        });
        return kept;
    }

    private static async Task<string?> IntoPostgres(Settings settings, string file, DateTime now, CancellationToken stop)
    {
        Check(await PostgresTools.Examine(settings, file, stop), file);
        await using (var pooled = new NpgsqlConnection(settings.Database)) NpgsqlConnection.ClearPool(pooled); // our own do not count as somebody else's
        await RefuseWhileConnected(settings, stop);
        PrivateFiles.MakeFolder(Backups.FolderOf(settings));
        var backup = (await Shape.Of(settings, stop)).IsNone ? null : await Backups.Keep(settings, "restore", now, stop);
        await PostgresTools.Restore(settings, file, stop);
        return backup;
    }

    /// <summary>A server on another machine does not hold our lock, but it is connected.</summary>
    private static async Task RefuseWhileConnected(Settings settings, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Database) { Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand(Others, connection);
        if (await command.ExecuteScalarAsync(stop) is > 0L) throw new Conflict("Storage.ServerRuns");
    }

    private static void Check(Shape shape, string file)
    {
        if (!shape.IsOurs) throw new CannotBeDone("Storage.NotABackup", file);
        Upkeep.Checked(shape);
    }

    private static void CheckKind(Settings settings, string file)
    {
        if (Directory.Exists(file)) throw new CannotBeDone("Storage.IsAFolder", file);
        if (!File.Exists(file)) throw new NotFound("Storage.NoSuchFile", file);
        var (sqlite, postgres) = (BeginsWith(file, "SQLite format 3\0"u8), BeginsWith(file, "PGDMP"u8));
        if (!sqlite && !postgres) throw new CannotBeDone("Storage.NotABackup", file);
        if (postgres != settings.IsPostgres) throw new CannotBeDone(postgres ? "Storage.BackupOfPostgres" : "Storage.BackupOfSqlite", file);
    }

    private static bool BeginsWith(string file, ReadOnlySpan<byte> magic)
    {
        using var opened = File.OpenRead(file);
        Span<byte> head = stackalloc byte[magic.Length];
        return opened.ReadAtLeast(head, magic.Length, false) == magic.Length && head.SequenceEqual(magic);
    }
}
