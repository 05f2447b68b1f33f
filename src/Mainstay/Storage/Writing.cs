using Mainstay.Words;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mainstay.Storage;

/// <summary>Writing that must not meet another writer of the same space.</summary>
public static class Writing
{
    private const string Savepoint = "unlessRefused";

    /// <summary>Begins a transaction in which nobody else writes to this space: SQLite has one writer anyway, PostgreSQL locks the space's row.</summary>
    public static async Task<IDbContextTransaction> WriteAlone(this Store store, CancellationToken stop)
    {
        var writing = await store.Database.BeginTransactionAsync(stop);
        await store.KeepOthersOut(stop);
        return writing;
    }

    /// <summary>From here to the end of the open transaction nobody else writes to this space alone.</summary>
    internal static async Task KeepOthersOut(this Store store, CancellationToken stop)
    {
        if (store.IsPostgres)
            await store.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Space" WHERE "Id" = {store.SpaceId} FOR UPDATE""", stop);
    }

    /// <summary>Sees one moment however long it reads, and holds up nobody.</summary>
    public static async Task<IAsyncDisposable> ReadAtOneMoment(this Store store, CancellationToken stop)
    {
        if (store.IsPostgres) return await store.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await store.Database.OpenConnectionAsync(stop);
        // Entity Framework's own would take SQLite's one place for a writer.
        var moment = ((SqliteConnection)store.Database.GetDbConnection()).BeginTransaction(System.Data.IsolationLevel.Serializable, deferred: true);
        await store.Database.UseTransactionAsync(moment, stop);
        return new Moment(store, moment);
    }

    private sealed class Moment(Store store, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await store.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await store.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Does several things in one transaction, the open one or one of its own: all of it is kept, or nothing.</summary>
    public static async Task<T> AllOrNothing<T>(this Store store, Func<Task<T>> work, CancellationToken stop)
    {
        if (store.Database.CurrentTransaction is not null) return await work();
        await using var writing = await store.WriteAlone(stop);
        var done = await work();
        await writing.CommitAsync(stop);
        return done;
    }

    /// <summary>Does several things of which nothing is left when they are refused, though the transaction that is open goes on; without one, each of them has its own.</summary>
    public static async Task<T> UnlessRefused<T>(this Store store, Func<Task<T>> work, CancellationToken stop)
    {
        if (store.Database.CurrentTransaction is not { } open) return await work();
        await open.CreateSavepointAsync(Savepoint, stop);
        try
        {
            return await work();
        }
        catch (Refusal)
        {
            await open.RollbackToSavepointAsync(Savepoint, stop);
            throw;
        }
    }
}
