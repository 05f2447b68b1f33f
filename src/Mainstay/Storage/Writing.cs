using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mainstay.Storage;

/// <summary>Writing that must not meet another writer of the same space.</summary>
public static class Writing
{
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
}
