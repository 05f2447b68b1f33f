using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Storage;

/// <summary>A database as an older program left it, with Grace in it.</summary>
internal static class OldHouse
{
    public const string LastMigration = "0002_People";
    public const string NextMigration = "0003_Organizations";

    public static readonly DateTime Noon = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    public static async Task<Settings> Build(Engine engine)
    {
        var settings = Databases.Empty(engine);
        await using var store = StoreOf(settings);
        await store.GetService<IRelationalDatabaseCreator>().CreateAsync(TestContext.Current.CancellationToken);
        await MigrateToThen(store);
        await AddPerson(settings, "Grace Hopper");
        return settings;
    }

    /// <summary>By hand: Entity Framework's own way to an earlier migration wants names that begin with fourteen digits.</summary>
    private static async Task MigrateToThen(Store store)
    {
        var (assembly, history, sql) = (store.GetService<IMigrationsAssembly>(), store.GetService<IHistoryRepository>(), store.GetService<IMigrationsSqlGenerator>());
        await store.Database.ExecuteSqlRawAsync(history.GetCreateScript());
        foreach (var (id, type) in assembly.Migrations.TakeWhile(m => string.CompareOrdinal(m.Key, LastMigration) <= 0))
        {
            var commands = sql.Generate(assembly.CreateMigration(type, store.Database.ProviderName!).UpOperations);
            await store.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, store.GetService<IRelationalConnection>());
            await store.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(id, "10.0.0")));
        }
    }

    public static Store StoreOf(Settings settings) => new(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(settings)).Options);

    public static async Task AddPerson(Settings settings, string name)
    {
        await using var store = StoreOf(settings);
        var (space, person, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Noon);
        await store.Database.ExecuteSqlAsync($"""INSERT INTO "Space" ("Id", "Name", "Kind", "TimeZone", "Locale", "CreatedAt") VALUES ({space}, 'My network', 0, 'UTC', 'en', {now})""");
        await store.Database.ExecuteSqlAsync($"""INSERT INTO "Person" ("SpaceId", "Id", "Name", "SortKey", "CreatedAt", "ChangedAt", "Revision") VALUES ({space}, {person}, {name}, {name}, {now}, {now}, 1)""");
    }

    public static async Task<List<string>> Names(Settings settings)
    {
        await using var store = StoreOf(settings);
        return await store.Database.SqlQueryRaw<string>("""SELECT "Name" AS "Value" FROM "Person" ORDER BY 1""").ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<IReadOnlyList<string>> Migrations(Settings settings) => (await Shape.Of(settings, TestContext.Current.CancellationToken)).Applied;

    public static async Task<string?> BringUpToDate(Settings settings)
    {
        await using var services = House.Furnish(settings, new StandingClock(Noon)).BuildServiceProvider();
        return await services.BringUpToDate(TestContext.Current.CancellationToken);
    }
}
