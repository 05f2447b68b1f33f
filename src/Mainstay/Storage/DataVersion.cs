using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Storage;

/// <summary>Tells whether anything at all was written since one looked last, by whichever process: what was worked out before may then be used again.</summary>
public sealed class DataVersion(Settings settings) : IDisposable
{
    private readonly Lock turn = new();
    private SqliteConnection? watching;
    private SqliteCommand? look;

    /// <summary>A text that differs after every commit. To be read before the rows: what is read after it is at least as new.</summary>
    /// <param name="store">Is asked only when the version is not at hand.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<string> Now(Func<Store> store, CancellationToken stop) =>
        IsAtHand ? AtHand() : await store().Database.SqlQuery<string>($"""SELECT pg_current_snapshot()::text AS "Value" """).SingleAsync(stop);

    /// <summary>Whether looking costs less than any question: <see cref="AtHand"/> is then to be had without a store.</summary>
    public bool IsAtHand => !settings.IsPostgres;

    public string AtHand()
    {
        lock (turn) return Look().ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        look?.Dispose();
        watching?.Dispose();
    }

    /// <summary>SQLite tells a connection when others have written; this one never writes itself.</summary>
    private long Look()
    {
        if (look is null)
        {
            watching = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = settings.SqliteFile, Pooling = false, DefaultTimeout = 30 }.ToString());
            watching.Open();
            look = watching.CreateCommand();
            look.CommandText = "PRAGMA data_version";
        }
        return (long)look.ExecuteScalar()!;
    }
}
