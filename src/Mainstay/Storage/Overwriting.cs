using Microsoft.EntityFrameworkCore;

namespace Mainstay.Storage;

/// <summary>What is deleted for good, or locked, leaves nothing of itself in a file of SQLite. PostgreSQL lets go of it and uses the place again later.</summary>
public static class Overwriting
{
    /// <summary>From now on what is deleted or written anew is overwritten, not only let go of.</summary>
    public static async Task OverwriteWhatGoes(this Store store, CancellationToken stop)
    {
        if (store.Database.IsSqlite()) await store.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", stop);
    }

    /// <summary>The journal, in which older versions stand, is begun anew. In an open transaction that waits for <see cref="EmptyOwedJournal"/>; while another reads it waits for the next day.</summary>
    public static async Task EmptyJournal(this Store store)
    {
        if (!store.Database.IsSqlite()) return;
        store.OwesJournal = store.Database.CurrentTransaction is not null;
        if (!store.OwesJournal) await store.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"); // also when nobody waits for the answer any more
    }

    /// <summary>Makes up for it, once what was done is kept.</summary>
    public static async Task EmptyOwedJournal(this Store store)
    {
        if (store.OwesJournal) await store.EmptyJournal();
    }
}
