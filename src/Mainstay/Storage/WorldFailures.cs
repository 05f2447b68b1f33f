using Mainstay.Words;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>Failures of disk and database server that are nobody's bug, told apart from those that are.</summary>
public static class WorldFailures
{
    private const int SqliteBusy = 5, SqliteReadOnly = 8, SqliteFull = 13, SqliteCannotOpen = 14, SqliteNotADatabase = 26, SqliteIo = 10, SqliteCorrupt = 11;

    public static bool IsFromTheWorld(this Exception failure) => Sentence(failure) is not null;

    public static Reason AsSentence(this Exception failure) => Sentence(failure) ?? throw new InvalidOperationException("Not a failure of the world.", failure);

    private static Reason? Sentence(Exception failure) => failure switch
    {
        SqliteException sqlite => OfSqlite(sqlite),
        DbUpdateConcurrencyException => new("Storage.ChangedMeanwhile"),
        DbUpdateException { InnerException: { } inner } => Sentence(inner),
        InvalidOperationException { InnerException: NpgsqlException inner } => Sentence(inner), // Entity Framework's advice to try again
        NpgsqlException { SqlState: "53100" } => new("Storage.DiskFull"),
        NpgsqlException { SqlState: null } => new("Storage.ServerUnreachable"),
        NpgsqlException { SqlState: "28P01" or "28000" or "3D000" or "42501" } => new("Storage.ServerRefuses"),
        IOException io when IsDiskFull(io) => new("Storage.DiskFull"),
        IOException io when !OperatingSystem.IsWindows() && (io.HResult & 0xFFFF) is 32 => new("Storage.ReaderGone"), // EPIPE
        IOException io when (io.HResult & 0xFFFF) is 30 => new("Storage.NoRights"), // EROFS: a disk that is read only
        IOException io when (io.HResult & 0xFFFF) is 5 => new("Storage.DiskFailed"), // EIO
        UnauthorizedAccessException => new("Storage.NoRights"),
        _ => null,
    };

    private static Reason? OfSqlite(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SqliteBusy => new("Storage.Busy"),
        SqliteReadOnly or SqliteCannotOpen => new("Storage.NoRights"),
        SqliteFull => new("Storage.DiskFull"),
        SqliteIo => new("Storage.DiskFailed"),
        SqliteNotADatabase or SqliteCorrupt => new("Storage.NotADatabase"),
        _ => null,
    };

    private static bool IsDiskFull(IOException failure) => (failure.HResult & 0xFFFF) is 28 or 112; // ENOSPC, ERROR_DISK_FULL
}
