using System.Data;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Storage;

public class SqliteTuningTests
{
    private const int Full = 2;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_store_has_a_connection_that_knows_the_rules_whoever_used_it_before()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        for (var i = 0; i < 3; i++)
        {
            await using var store = new Store(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(house.Settings)).Options);
            Assert.Equal(1, await store.Database.SqlQuery<int>($"""SELECT foreign_keys AS "Value" FROM pragma_foreign_keys""").SingleAsync(Stop));
            Assert.Equal(Full, await store.Database.SqlQuery<int>($"""SELECT synchronous AS "Value" FROM pragma_synchronous""").SingleAsync(Stop));
            Assert.Equal("wal", await store.Database.SqlQuery<string>($"""SELECT journal_mode AS "Value" FROM pragma_journal_mode""").SingleAsync(Stop));
        }
    }

    [Fact]
    public async Task Who_writes_has_more_at_hand_and_who_comes_after_has_not()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        for (var i = 0; i < 2; i++)
        {
            await using var store = new Store(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(house.Settings)).Options);
            Assert.Equal(-4000, await Room(store));
            await using var transaction = await store.Database.BeginTransactionAsync(Stop);
            Assert.Equal(-16000, await Room(store));
        }
    }

    [Fact]
    public async Task A_store_keeps_its_connection_until_it_is_disposed_of()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var store = new Store(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(house.Settings)).Options);
        await store.People.CountAsync(Stop);
        var connection = store.Database.GetDbConnection();
        Assert.Equal(ConnectionState.Open, connection.State);

        await store.DisposeAsync();
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public async Task Finds_the_rows_of_however_many_ids()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var ids = new List<Guid>();
        for (var i = 0; i < 12; i++) ids.Add((await house.Store.AddPerson(new() { Name = $"Alan {i}" }, house.Clock, Stop)).Id);
        foreach (var count in (int[])[0, 1, 2, 12])
        {
            var wanted = ids.Take(count).ToArray();
            Assert.Equal(wanted.Order(), (await house.Store.People.Where(p => wanted.Contains(p.Id)).Select(p => p.Id).ToListAsync(Stop)).Order());
        }
    }

    private static Task<int> Room(Store store) => store.Database.SqlQuery<int>($"""SELECT cache_size AS "Value" FROM pragma_cache_size""").SingleAsync(Stop);
}
