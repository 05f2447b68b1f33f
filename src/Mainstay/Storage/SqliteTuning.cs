using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Mainstay.Storage;

/// <summary>
/// What every SQLite connection is told, once. Synchronous FULL: an acknowledged write survives a power cut. Little is kept in each
/// connection, for there are many, and nothing is mapped: the system keeps the file in memory for all of them together.
/// </summary>
internal sealed class SqliteTuning : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout=15000; PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA cache_size=-4000;";

    // What lies in the pool between two stores remembers what it was told.
    private readonly ConditionalWeakTable<sqlite3, string> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>It stays open for as long as its store lives: to open it for every question costs as much as the question.</summary>
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());

    private void Tell(SqliteConnection connection)
    {
        if (told.TryGetValue(connection.Handle!, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        told.AddOrUpdate(connection.Handle!, Pragmas);
    }
}

/// <summary>Who writes keeps more of the database at hand: a whole import is one transaction, and what it changed but cannot keep is written twice.</summary>
internal sealed class RoomToWrite : DbTransactionInterceptor
{
    private const string Room = "PRAGMA cache_size=-16000";

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (Room, result);
        command.ExecuteNonQuery();
        return result;
    }

    public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        new(TransactionStarted(connection, eventData, result));
}
