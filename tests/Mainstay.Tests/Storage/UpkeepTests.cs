using System.Diagnostics;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

public class UpkeepTests
{
    [Theory, OnBoth]
    public async Task An_existing_database_is_backed_up_before_it_changes_its_shape(Engine engine)
    {
        var old = await OldHouse.Build(engine);

        var backup = await OldHouse.BringUpToDate(old);

        Assert.NotNull(backup);
        Assert.StartsWith("2026-05-01T120000Z-before-" + OldHouse.NextMigration, Path.GetFileName(backup), StringComparison.Ordinal);
        Assert.Equal(["Grace Hopper"], await OldHouse.Names(old));
        Assert.Null((await Shape.Of(old, TestContext.Current.CancellationToken)).Pending);

        await Restoring.Restore(old, backup, OldHouse.Noon, TestContext.Current.CancellationToken);
        Assert.Equal(OldHouse.LastMigration, (await OldHouse.Migrations(old))[^1]);
        Assert.Equal(["Grace Hopper"], await OldHouse.Names(old));

        Assert.NotNull(await OldHouse.BringUpToDate(old));
        Assert.Equal(["Grace Hopper"], await OldHouse.Names(old));
        await Databases.Remove(old);
    }

    [Theory, OnBoth]
    public async Task Backups_are_nobody_elses_to_read(Engine engine)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes; the folder inherits its owner's rights.");
            return;
        }
        var old = await OldHouse.Build(engine);

        var backup = await OldHouse.BringUpToDate(old);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup!));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Backups.FolderOf(old)));
        await Databases.Remove(old);
    }

    [Theory, OnBoth]
    public async Task A_new_database_needs_no_backup_and_an_up_to_date_one_is_not_written(Engine engine)
    {
        var fresh = Databases.Empty(engine);
        Assert.Null(await OldHouse.BringUpToDate(fresh));
        Assert.False(Directory.Exists(Backups.FolderOf(fresh)));

        var before = Written(fresh);
        Assert.Null(await OldHouse.BringUpToDate(fresh));
        Assert.Equal(before, Written(fresh));
        await Databases.Remove(fresh);

        static string Written(Settings settings) => settings.IsPostgres ? "" : Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(settings.SqliteFile)));
    }

    [Theory, OnBoth]
    public async Task The_newest_ten_backups_are_kept(Engine engine)
    {
        var old = await OldHouse.Build(engine);
        Directory.CreateDirectory(Backups.FolderOf(old));
        for (var day = 1; day <= 12; day++) File.WriteAllText(Path.Combine(Backups.FolderOf(old), $"2026-04-{day:00}T080000Z-before-0002_People.db"), "");
        File.WriteAllText(Path.Combine(Backups.FolderOf(old), "mine.db"), "");

        var backup = await OldHouse.BringUpToDate(old);

        var left = Directory.GetFiles(Backups.FolderOf(old)).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["2026-04-04", "2026-04-05", "2026-04-06", "2026-04-07", "2026-04-08", "2026-04-09", "2026-04-10", "2026-04-11", "2026-04-12", "2026-05-01", "mine.db"], left.Select(l => l![..Math.Min(10, l!.Length)]));
        Assert.Contains(Path.GetFileName(backup), left);
        await Databases.Remove(old);
    }

    [Theory, OnBoth]
    public async Task A_newer_database_is_refused(Engine engine)
    {
        var newer = await Databases.Fresh(engine);
        await using (var store = OldHouse.StoreOf(newer))
            await store.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('9999_Telepathy', '10.0.0')""", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<Conflict>(() => OldHouse.BringUpToDate(newer));

        Assert.Contains("9999_Telepathy", refused.Reason.InWords(), StringComparison.Ordinal);
        await Databases.Remove(newer);
    }

    [Fact]
    public async Task A_file_of_another_program_is_left_alone()
    {
        var settings = Databases.Empty(Engine.Sqlite);
        await using (var store = OldHouse.StoreOf(settings)) await store.Database.ExecuteSqlRawAsync("CREATE TABLE recipes (name TEXT)", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<CannotBeDone>(() => OldHouse.BringUpToDate(settings));

        Assert.Equal("Storage.NotADatabase", refused.Reason.Key);
        Assert.Empty(await OldHouse.Migrations(settings));
        await Databases.Remove(settings);
    }

    [Theory, OnBoth]
    public async Task Many_at_once_migrate_once_and_back_up_once(Engine engine)
    {
        var old = await OldHouse.Build(engine);

        var backups = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => OldHouse.BringUpToDate(old))));

        Assert.Single(backups, b => b is not null);
        Assert.Single(Directory.GetFiles(Backups.FolderOf(old)));
        Assert.Equal(["Grace Hopper"], await OldHouse.Names(old));
        await Databases.Remove(old);
    }

    [Theory, OnBoth]
    public async Task Several_processes_started_at_once_on_an_empty_folder_all_answer(Engine engine)
    {
        var settings = Databases.Empty(engine);
        var program = Path.Combine(AppContext.BaseDirectory, "mainstay.dll");

        var codes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Start(program, settings)));

        Assert.Equal([0, 0, 0], codes);
        Assert.Null((await Shape.Of(settings, TestContext.Current.CancellationToken)).Pending);
        await Databases.Remove(settings);
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_does_not_hang_the_next()
    {
        var old = await OldHouse.Build(Engine.Sqlite);
        await using (var store = OldHouse.StoreOf(old))
            await store.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-04-30')""", TestContext.Current.CancellationToken);

        await OldHouse.BringUpToDate(old).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Null((await Shape.Of(old, TestContext.Current.CancellationToken)).Pending);
        await Databases.Remove(old);
    }

    [Fact]
    public async Task Without_pg_dump_it_is_refused_unless_no_backup_is_wanted()
    {
        if (Databases.Postgres is null) Assert.Skip("MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        var old = await OldHouse.Build(Engine.Postgres) with { PostgresTools = Path.GetTempPath() };

        var refused = await Assert.ThrowsAsync<CannotBeDone>(() => OldHouse.BringUpToDate(old));

        Assert.Contains("pg_dump", refused.Reason.InWords(), StringComparison.Ordinal);
        Assert.Equal(OldHouse.LastMigration, (await OldHouse.Migrations(old))[^1]);
        Assert.Null(await OldHouse.BringUpToDate(old with { BackUpFirst = false }));
        Assert.Equal(["Grace Hopper"], await OldHouse.Names(old));
        await Databases.Remove(old);
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_stops_the_migration()
    {
        var old = await OldHouse.Build(Engine.Sqlite);
        File.WriteAllText(Backups.FolderOf(old), "a file in place of the folder");

        await Assert.ThrowsAsync<CannotBeDone>(() => OldHouse.BringUpToDate(old));

        Assert.Equal(OldHouse.LastMigration, (await OldHouse.Migrations(old))[^1]);
        await Databases.Remove(old);
    }

    private static async Task<int> Start(string program, Settings settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, "export", "--format", "json"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["MAINSTAY_DATA"] = settings.Data;
        start.Environment["MAINSTAY_DATABASE"] = settings.Database ?? "";
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
