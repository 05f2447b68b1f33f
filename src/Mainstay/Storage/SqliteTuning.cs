using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Mainstay.Storage;

/// <summary>
/// What every SQLite connection is told, once. Synchronous FULL: an acknowledged write survives a power cut. Little is kept in each
/// connection, for there are many, and nothing is mapped: the system keeps the file in memory for all of them together. Who writes keeps
/// more: a whole import is one transaction, and what it changed but cannot keep is written twice.
/// </summary>
internal sealed class SqliteTuning : IDbConnectionInterceptor, IDbTransactionInterceptor
{
    private const string Rules = "PRAGMA busy_timeout=15000; PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;";

    private const string ToRead = "PRAGMA cache_size=-4000", ToWrite = "PRAGMA cache_size=-16000";

    // What lies in the pool between two stores remembers what it was told.
    private readonly ConditionalWeakTable<sqlite3, string> told = [];

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var (open, isNew) = ((SqliteConnection)connection, !told.TryGetValue(((SqliteConnection)connection).Handle!, out _));
        if (isNew) Run(open, Rules, null);
        Tell(open, ToRead, null);
    }

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    /// <summary>It stays open for as long as its store lives: to open it for every question costs as much as the question.</summary>
    public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        Tell((SqliteConnection)connection, ToWrite, (SqliteTransaction)result);
        return result;
    }

    public ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        new(TransactionStarted(connection, eventData, result));

    private void Tell(SqliteConnection connection, string room, SqliteTransaction? transaction)
    {
        if (told.TryGetValue(connection.Handle!, out var before) && before == room) return;
        Run(connection, room, transaction);
        told.AddOrUpdate(connection.Handle!, room);
    }

    private static void Run(SqliteConnection connection, string pragmas, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (pragmas, transaction);
        command.ExecuteNonQuery();
    }
}
