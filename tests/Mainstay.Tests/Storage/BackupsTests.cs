using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

public class BackupsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_backup_holds_what_is_there_while_others_are_connected(Engine engine)
    {
        var settings = await WithGrace(engine);
        await using var reader = OldHouse.StoreOf(settings);
        await reader.Database.OpenConnectionAsync(Stop);
        var file = Path.Combine(settings.Data, "copy");

        await Backups.BackUp(settings, file, false, Stop);

        await OldHouse.AddPerson(settings, "Katherine Johnson");
        await reader.Database.CloseConnectionAsync();
        await Restoring.Restore(settings, file, OldHouse.Noon, Stop);
        Assert.Equal(["Grace Hopper"], await OldHouse.Names(settings));
        Assert.Equal(["copy"], Directory.GetFiles(settings.Data, "*copy*").Select(Path.GetFileName));
        await Databases.Remove(settings);
    }

    [Theory, OnBoth]
    public async Task A_file_that_is_there_is_replaced_only_by_force(Engine engine)
    {
        var settings = await WithGrace(engine);
        var file = Path.Combine(settings.Data, "copy");
        File.WriteAllText(file, "dear letters");

        await Assert.ThrowsAsync<Conflict>(() => Backups.BackUp(settings, file, false, Stop));
        Assert.Equal("dear letters", File.ReadAllText(file));

        await Backups.BackUp(settings, file, true, Stop);
        Assert.True(new FileInfo(file).Length > 1_000);
        await Databases.Remove(settings);
    }

    [Fact]
    public async Task A_place_that_cannot_hold_a_file_is_refused()
    {
        var settings = await WithGrace(Engine.Sqlite);

        await Assert.ThrowsAsync<CannotBeDone>(() => Backups.BackUp(settings, settings.Data, true, Stop));
        await Assert.ThrowsAsync<NotFound>(() => Backups.BackUp(settings, Path.Combine(settings.Data, "nowhere", "copy"), false, Stop));
        await Databases.Remove(settings);
    }

    [Fact]
    public async Task A_full_disk_leaves_nothing_half_written_and_the_old_copy_in_place()
    {
        var settings = await WithGrace(Engine.Sqlite);
        using var disk = SmallDisk.Mount(settings.Data, 200_000);
        var file = Path.Combine(disk.Folder, "copy");
        File.WriteAllText(file, "the copy of yesterday");

        var full = await Assert.ThrowsAnyAsync<Exception>(() => Backups.BackUp(settings, file, true, Stop));

        Assert.Equal("Storage.DiskFull", full.AsSentence().Key);
        Assert.Equal("the copy of yesterday", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(disk.Folder));
    }

    [Fact]
    public async Task Without_rights_to_write_it_says_so()
    {
        var settings = await WithGrace(Engine.Sqlite);
        using var disk = SmallDisk.Mount(settings.Data, 4_000_000, readOnly: true);

        var refused = await Assert.ThrowsAsync<CannotBeDone>(() => Backups.BackUp(settings, Path.Combine(disk.Folder, "copy"), false, Stop));

        Assert.Equal("Storage.MayNotWrite", refused.Reason.Key);
    }

    [Theory, OnBoth]
    public async Task Where_there_is_nothing_there_is_nothing_to_back_up(Engine engine)
    {
        var settings = Databases.Empty(engine);
        if (engine == Engine.Postgres) await Databases.CreateDatabase(settings);

        await Assert.ThrowsAsync<NotFound>(() => Backups.BackUp(settings, Path.Combine(settings.Data, "copy"), false, Stop));
        await Databases.Remove(settings);
    }

    [Fact]
    public async Task The_password_is_on_no_command_line()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The stand-in for pg_dump is a shell script.");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("mainstay-test-").FullName;
        var tool = Path.Combine(folder, "pg_dump");
        File.WriteAllText(tool, "#!/bin/sh\necho \"$PGPASSWORD $PGHOST $PGDATABASE $*\" > \"" + folder + "/told\"\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await PostgresTools.Dump(new Settings { Data = folder, Database = "Host=db.example;Username=ada;Password=s3cret;Database=stay", PostgresTools = folder }, "/dev/null", Stop);

        Assert.Equal("s3cret db.example stay --format=custom --no-owner --no-privileges --no-password --file=/dev/null\n", File.ReadAllText(Path.Combine(folder, "told")));
        Directory.Delete(folder, true);
    }

    private static async Task<Settings> WithGrace(Engine engine)
    {
        var settings = await Databases.Fresh(engine);
        await OldHouse.AddPerson(settings, "Grace Hopper");
        return settings;
    }
}
