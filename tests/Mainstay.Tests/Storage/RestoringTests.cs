using System.Diagnostics;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

public class RestoringTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_was_there_is_backed_up_and_comes_back(Engine engine)
    {
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(engine);

        var before = await Restoring.Restore(settings, file, OldHouse.Noon, Stop);

        Assert.Equal(["Grace Hopper"], await OldHouse.Names(settings));
        await Restoring.Restore(settings, before!, OldHouse.Noon, Stop);
        Assert.Equal(["Alan Turing"], await OldHouse.Names(settings));
        await Databases.Remove(settings);
    }

    [Theory, OnBoth]
    public async Task An_older_backup_leaves_nothing_of_the_newer_shape_and_is_brought_up_to_date(Engine engine)
    {
        var old = await OldHouse.Build(engine);
        var file = Path.Combine(old.Data, "old");
        await Backups.BackUp(old, file, false, Stop);
        await OldHouse.BringUpToDate(old);

        await Restoring.Restore(old, file, OldHouse.Noon, Stop);

        Assert.Equal(OldHouse.LastMigration, (await OldHouse.Migrations(old))[^1]);
        await OldHouse.BringUpToDate(old);
        Assert.Equal(["Grace Hopper"], await OldHouse.Names(old));
        await Databases.Remove(old);
    }

    [Theory, OnBoth]
    public async Task A_restore_into_an_empty_place_needs_no_backup_of_it(Engine engine)
    {
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(engine);
        var fresh = Databases.Empty(engine);
        if (engine == Engine.Postgres) await Databases.CreateDatabase(fresh);

        Assert.Null(await Restoring.Restore(fresh, file, OldHouse.Noon, Stop));

        Assert.Equal(["Grace Hopper"], await OldHouse.Names(fresh));
        await Databases.Remove(fresh);
        await Databases.Remove(settings);
    }

    [Theory, OnBoth]
    public async Task It_is_refused_while_a_server_runs_and_a_server_while_it_is_done(Engine engine)
    {
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(engine);

        using (InUse.Serve(settings))
        using (InUse.Serve(settings))
            Assert.Equal("Storage.ServerRuns", (await Assert.ThrowsAsync<Conflict>(() => Restoring.Restore(settings, file, OldHouse.Noon, Stop))).Reason.Key);
        using (InUse.Alone(settings)) Assert.Throws<Conflict>(() => InUse.Serve(settings));

        Assert.Equal(["Alan Turing"], await OldHouse.Names(settings));
        await Databases.Remove(settings);
    }

    [Fact]
    public async Task A_server_on_another_machine_is_known_by_its_connection()
    {
        if (Databases.Postgres is null) Assert.Skip("MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(Engine.Postgres);
        await using var elsewhere = OldHouse.StoreOf(settings);
        await elsewhere.Database.OpenConnectionAsync(Stop);

        await Assert.ThrowsAsync<Conflict>(() => Restoring.Restore(settings, file, OldHouse.Noon, Stop));

        await elsewhere.Database.CloseConnectionAsync();
        await Databases.Remove(settings);
    }

    [Theory, OnBoth]
    public async Task What_is_no_backup_is_refused_and_nothing_changes(Engine engine)
    {
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(engine);
        var bytes = File.ReadAllBytes(file);
        string Written(string name, byte[] content)
        {
            File.WriteAllBytes(Path.Combine(settings.Data, name), content);
            return Path.Combine(settings.Data, name);
        }

        await Refused<NotFound>(Path.Combine(settings.Data, "nothing"));
        await Refused<CannotBeDone>(settings.Data);
        await Refused<CannotBeDone>(Written("empty", []));
        await Refused<CannotBeDone>(Written("letters", "Dear Ada"u8.ToArray()));
        await Assert.ThrowsAnyAsync<Exception>(() => Restoring.Restore(settings, Written("cut", bytes[..(bytes.Length / 2)]), OldHouse.Noon, Stop));
        Assert.Equal(["Alan Turing"], await OldHouse.Names(settings));
        await Databases.Remove(settings);

        async Task Refused<T>(string path) where T : Refusal => await Assert.ThrowsAsync<T>(() => Restoring.Restore(settings, path, OldHouse.Noon, Stop));
    }

    [Theory, OnBoth]
    public async Task A_newer_backup_and_a_strangers_database_are_refused(Engine engine)
    {
        var settings = await Databases.Fresh(engine);
        await Write(settings, """INSERT INTO "__EFMigrationsHistory" VALUES ('9999_Telepathy', '10.0.0')""");
        var (newer, strangers) = (Path.Combine(settings.Data, "newer"), Path.Combine(settings.Data, "strangers"));
        await Backups.BackUp(settings, newer, false, Stop);
        await Write(settings, """DELETE FROM "__EFMigrationsHistory"; INSERT INTO "__EFMigrationsHistory" VALUES ('20240101_Init', '10.0.0')""");
        await Backups.BackUp(settings, strangers, false, Stop);

        Assert.Equal("Storage.NewerDatabase", (await Assert.ThrowsAsync<Conflict>(() => Restoring.Restore(settings, newer, OldHouse.Noon, Stop))).Reason.Key);
        Assert.Equal("Storage.NotABackup", (await Assert.ThrowsAsync<CannotBeDone>(() => Restoring.Restore(settings, strangers, OldHouse.Noon, Stop))).Reason.Key);
        await Databases.Remove(settings);
    }

    [Fact]
    public async Task A_backup_of_the_other_kind_of_database_names_the_export()
    {
        if (Databases.Postgres is null) Assert.Skip("MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        var (lite, ofLite) = await GraceInAFileAndAlanInTheDatabase(Engine.Sqlite);
        var (server, ofServer) = await GraceInAFileAndAlanInTheDatabase(Engine.Postgres);

        Assert.Equal("Storage.BackupOfPostgres", (await Assert.ThrowsAsync<CannotBeDone>(() => Restoring.Restore(lite, ofServer, OldHouse.Noon, Stop))).Reason.Key);
        Assert.Equal("Storage.BackupOfSqlite", (await Assert.ThrowsAsync<CannotBeDone>(() => Restoring.Restore(server, ofLite, OldHouse.Noon, Stop))).Reason.Key);
        await Databases.Remove(lite);
        await Databases.Remove(server);
    }

    [Fact]
    public async Task A_damaged_database_is_kept_aside_and_replaced()
    {
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(Engine.Sqlite);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // another process would have nothing of it in memory either
        File.WriteAllText(settings.SqliteFile, "the disk was dying");
        File.WriteAllText(settings.SqliteFile + "-wal", "and its log too");

        var kept = await Restoring.Restore(settings, file, OldHouse.Noon, Stop);

        Assert.Equal("the disk was dying", File.ReadAllText(kept!));
        Assert.Equal("and its log too", File.ReadAllText(kept + "-wal"));
        Assert.Equal(["Grace Hopper"], await OldHouse.Names(settings));
        await Databases.Remove(settings);
    }

    [Fact]
    public async Task Killed_at_any_stage_it_leaves_the_old_database_whole()
    {
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(Engine.Sqlite, 40_000);
        var stages = new List<(string Stage, Settings Left)>();

        await Restoring.Restore(settings, file, OldHouse.Noon, stage => stages.Add((stage, AsLeft(settings, stages.Count))), Stop);

        Assert.Contains(stages, s => s.Stage == "examined");
        Assert.Contains(stages, s => s.Stage == "backed up");
        Assert.True(stages.Count(s => s.Stage == "pages copied") > 1);
        foreach (var (_, left) in stages)
        {
            Assert.False((await SqliteCopies.Examine(left.SqliteFile, Stop)).IsNone);
            Assert.Equal(["Alan Turing"], await OldHouse.Names(left));
            await Databases.Remove(left);
        }
        Assert.Equal(["Grace Hopper"], (await OldHouse.Names(settings)).Distinct());
        await Databases.Remove(settings);
    }

    [Theory, OnBoth]
    public async Task A_killed_process_leaves_the_old_database_or_the_new_one(Engine engine)
    {
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(engine, 20_000);
        for (var delay = 250; delay <= 1_250; delay += 250)
        {
            using (var process = Start(settings, file))
            {
                await Task.Delay(delay, Stop);
                if (!process.HasExited) process.Kill(true);
                await process.WaitForExitAsync(Stop);
            }
            Assert.Contains((await OldHouse.Names(settings)).GroupBy(n => n).Select(g => (g.Key, g.Count())).Single(), new List<(string, int)> { ("Alan Turing", 1), ("Grace Hopper", 20_000) });
            if (engine == Engine.Sqlite) Assert.True((await SqliteCopies.Examine(settings.SqliteFile, Stop)).IsOurs);
        }
        await Databases.Remove(settings);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_old_database()
    {
        var (settings, file) = await GraceInAFileAndAlanInTheDatabase(Engine.Sqlite, 20_000);
        using var disk = SmallDisk.Mount(settings.Data, 6_000_000);
        var small = settings with { Data = disk.Folder };
        await OldHouse.BringUpToDate(small);
        await OldHouse.AddPerson(small, "Alan Turing");
        disk.FillBut(1_000_000);

        var full = await Assert.ThrowsAnyAsync<Exception>(() => Restoring.Restore(small, file, OldHouse.Noon, Stop));

        Assert.Equal("Storage.DiskFull", full.AsSentence().Key);
        Assert.Equal(["Alan Turing"], await OldHouse.Names(small));
    }

    private static Settings AsLeft(Settings settings, int number)
    {
        var left = settings with { Data = Directory.CreateTempSubdirectory("mainstay-test-").FullName };
        foreach (var file in Directory.GetFiles(settings.Data, "mainstay.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(left.Data, Path.GetFileName(file)));
        return left;
    }

    private static async Task<(Settings Settings, string File)> GraceInAFileAndAlanInTheDatabase(Engine engine, int times = 1)
    {
        var settings = await Databases.Fresh(engine);
        await OldHouse.AddPerson(settings, "Grace Hopper");
        if (times > 1) await Write(settings, engine == Engine.Sqlite
            ? $"""INSERT INTO "Person" ("SpaceId", "Id", "Name", "SortKey", "CreatedAt", "ChangedAt", "Revision") SELECT "SpaceId", randomblob(16), "Name", hex(randomblob(30)), "CreatedAt", "ChangedAt", 1 FROM "Person", (WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {times}) SELECT i FROM n)"""
            : $"""INSERT INTO "Person" ("SpaceId", "Id", "Name", "SortKey", "CreatedAt", "ChangedAt", "Revision") SELECT "SpaceId", gen_random_uuid(), "Name", md5(random()::text) || md5(random()::text), "CreatedAt", "ChangedAt", 1 FROM "Person", generate_series(2, {times})""");
        var file = Path.Combine(settings.Data, "grace");
        await Backups.BackUp(settings, file, false, Stop);
        await Write(settings, """DELETE FROM "Person"; DELETE FROM "Space" """);
        await OldHouse.AddPerson(settings, "Alan Turing");
        return (settings, file);
    }

    private static async Task Write(Settings settings, string sql)
    {
        await using var store = OldHouse.StoreOf(settings);
        await store.Database.ExecuteSqlRawAsync(sql, Stop);
    }

    private static Process Start(Settings settings, string file)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mainstay.dll"), "restore", file]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["MAINSTAY_DATA"] = settings.Data;
        start.Environment["MAINSTAY_DATABASE"] = settings.Database ?? "";
        return Process.Start(start)!;
    }
}
