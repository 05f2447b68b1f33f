using Mainstay.Accounts;
using Mainstay.Words;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Accounts;

/// <summary>Servers on one PostgreSQL have their keys in common; on SQLite they lie in the folder.</summary>
public class SharedKeysTests
{
    private const string Secret = "JBSWY3DPEHPK3PXP";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_has_sealed_the_other_opens()
    {
        await using var house = await Postgres();

        Assert.Equal(Secret, Elsewhere(house).Open(new Seals(house.Settings).Seal(Secret)));
        Assert.False(Directory.Exists(Seals.FolderOf(house.Settings)));
    }

    [Fact]
    public async Task Of_many_that_start_at_once_one_makes_the_key_and_all_have_it()
    {
        await using var house = await Postgres();

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Elsewhere(house)).ContinueWith(made => (Seals: made.Result, Locked: made.Result.Seal(Secret)), Stop)));

        Assert.All(all, one => Assert.All(all, other => Assert.Equal(Secret, one.Seals.Open(other.Locked))));
        Assert.Single(await Keys(house));
    }

    [Fact]
    public async Task Keys_that_lay_in_the_folder_are_taken_in()
    {
        await using var house = await Postgres();
        Directory.CreateDirectory(Seals.FolderOf(house.Settings));
        var before = DataProtectionProvider.Create(new DirectoryInfo(Seals.FolderOf(house.Settings)), keys => keys.SetApplicationName(Seals.Application)).CreateProtector("Mainstay.Accounts.Seals").Protect(Secret);

        Assert.Equal(Secret, new Seals(house.Settings).Open(before));
        Assert.Equal(Secret, Elsewhere(house).Open(before));
        Assert.Single(await Keys(house));
    }

    [Fact]
    public async Task Locked_by_a_password_they_are_nothing_to_who_reads_the_database()
    {
        await using var house = await Postgres();
        var open = new Seals(house.Settings);
        var before = open.Seal(Secret);
        Assert.Contains("masterKey", Assert.Single(await Keys(house)), StringComparison.Ordinal);

        Seals.Check(house.Settings with { KeysPassword = "correct horse" }); // what stood open is locked from now on
        var after = Elsewhere(house, "correct horse");

        Assert.Equal(Secret, after.Open(before));
        Assert.Equal(Secret, Elsewhere(house, "correct horse").Open(after.Seal(Secret)));
        Assert.DoesNotContain("masterKey", Assert.Single(await Keys(house)), StringComparison.Ordinal);
        Assert.Equal("Accounts.KeysLocked", Assert.Throws<CannotBeDone>(() => Seals.Check(house.Settings)).Reason.Key);
        Assert.Equal("Accounts.KeysPasswordWrong", Assert.Throws<CannotBeDone>(() => Seals.Check(house.Settings with { KeysPassword = "battery staple" })).Reason.Key);
        Assert.Throws<CannotBeDone>(() => Elsewhere(house).Open(before));
    }

    [Fact]
    public async Task A_key_in_the_place_of_another_is_not_taken_for_it()
    {
        await using var house = await Postgres();
        var with = house.Settings with { KeysPassword = "correct horse" };
        new Seals(with).Seal(Secret);

        await house.Store.Database.ExecuteSqlAsync($"""UPDATE "InCommon" SET "Name" = 'keys/another' WHERE "Name" LIKE 'keys/%'""", Stop);

        Assert.Throws<CannotBeDone>(() => Seals.Check(with));
    }

    [Fact]
    public async Task They_leave_with_no_archive()
    {
        await using var house = await Postgres();
        new Seals(house.Settings).Seal(Secret);

        var archive = (await house.Type("export", "--format", "json")).Fine().Out;

        Assert.DoesNotContain("masterKey", archive, StringComparison.Ordinal);
        Assert.DoesNotContain("inCommon", archive, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task On_SQLite_they_lie_in_the_folder()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        new Seals(house.Settings).Seal(Secret);

        Assert.Single(Directory.GetFiles(Seals.FolderOf(house.Settings), "key-*.xml"));
        Assert.Empty(await house.Store.InCommon.ToListAsync(Stop));
    }

    private static async Task<TestHouse> Postgres()
    {
        Assert.SkipWhen(Databases.Postgres is null, "MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        return await TestHouse.Build(Engine.Postgres);
    }

    /// <summary>On another machine: with a folder of its own.</summary>
    private static Seals Elsewhere(TestHouse house, string? password = null) =>
        new(house.Settings with { Data = Path.Combine(house.Settings.Data, "elsewhere-" + Guid.CreateVersion7()), KeysPassword = password });

    private static async Task<List<string>> Keys(TestHouse house) =>
        await house.Again().InCommon.AsNoTracking().Where(c => c.Name.StartsWith("keys/")).Select(c => c.Text).ToListAsync(Stop);
}
