using Mainstay.Storage;
using Mainstay.Storage.Migrations;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests;

/// <summary>The hand-written migrations build just the schema that the model expects, on both databases.</summary>
public class MigrationTests
{
    private const string OfSqlite = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS "Value" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
        UNION ALL SELECT 'index ' || m.name || ' ' || i.name || ' ' || i."unique" || ' ' || (SELECT group_concat(name) FROM pragma_index_info(i.name)) FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table'
        UNION ALL SELECT 'key ' || m.name || ' ' || k."from" || ' ' || k."table" || ' ' || k."to" || ' ' || k.on_delete FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table'
        """;

    private const string OfPostgres = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(collation_name, '') AS "Value" FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT 'key ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """;

    [Theory, OnBoth]
    public async Task Migrations_build_the_schema_the_model_expects(Engine engine)
    {
        var expected = await Schema(engine, store => store.Database.EnsureCreatedAsync());
        var migrated = await Schema(engine, store => store.Database.MigrateAsync());

        Assert.NotEmpty(expected);
        Assert.Equal(expected, migrated);
    }

    [Fact]
    public void Every_migration_is_written_down_in_order()
    {
        using var store = new Store(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(Databases.Empty(Engine.Sqlite))).Options);

        Assert.Equal(store.Database.GetMigrations(), InOrder.Ids);
    }

    private static async Task<List<string>> Schema(Engine engine, Func<Store, Task> build)
    {
        var settings = Databases.Empty(engine);
        if (engine == Engine.Postgres) await Databases.CreateDatabase(settings);
        try
        {
            await using var store = new Store(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(settings)).Options);
            await build(store);
            var lines = await store.Database.SqlQueryRaw<string>(engine == Engine.Sqlite ? OfSqlite : OfPostgres).ToListAsync(TestContext.Current.CancellationToken);
            return [.. lines.Where(l => !l.Contains("__EF", StringComparison.Ordinal) && !l.Contains("sqlite_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        }
        finally
        {
            await Databases.Remove(settings);
        }
    }
}
