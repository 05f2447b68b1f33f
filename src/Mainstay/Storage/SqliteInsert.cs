using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mainstay.Storage;

/// <summary>One prepared INSERT, bound by position: by name, as commands bind, looking the names up costs more than the writing.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteInsert(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public void Bind(int position, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, position),
        string text => raw.sqlite3_bind_text(statement, position, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
        bool yes => raw.sqlite3_bind_int64(statement, position, yes ? 1 : 0),
        int number => raw.sqlite3_bind_int64(statement, position, number),
        long number => raw.sqlite3_bind_int64(statement, position, number),
        double number => raw.sqlite3_bind_double(statement, position, number),
        DateOnly day => raw.sqlite3_bind_text(statement, position, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime moment => raw.sqlite3_bind_text(statement, position, moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"SQLite is given no {value.GetType().Name}."),
    });

    public void Execute()
    {
        var answer = raw.sqlite3_step(statement);
        if (answer != raw.SQLITE_DONE) Check(answer);
        Check(raw.sqlite3_reset(statement));
    }

    public void Dispose() => statement.Dispose();

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, database);
}
