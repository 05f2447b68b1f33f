using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>Writes many new rows without the change tracker: one prepared statement on SQLite, a binary COPY on PostgreSQL.</summary>
public static class BulkInsert
{
    /// <summary>Writes the rows in the open transaction. They must be new; their space is stamped.</summary>
    public static async Task InsertMany<T>(this Store store, IEnumerable<T> rows, CancellationToken stop) where T : class, IOwned
    {
        var type = store.Model.FindEntityType(typeof(T))!;
        await store.Database.OpenConnectionAsync(stop);
        try
        {
            if (store.Database.GetDbConnection() is NpgsqlConnection postgres) await Copy(postgres, type, Stamped(store, rows), stop);
            else Insert((SqliteConnection)store.Database.GetDbConnection(), type, Stamped(store, rows), stop);
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
        if (store.Database.CurrentTransaction is null) await store.CatchUp(stop);
    }

    private static IEnumerable<T> Stamped<T>(Store store, IEnumerable<T> rows) where T : IOwned
    {
        foreach (var row in rows)
        {
            if (row.SpaceId == Guid.Empty) row.SpaceId = store.SpaceId;
            if (row.SpaceId != store.SpaceId) throw new InvalidOperationException("A row of another space was about to be written.");
            store.Tell(row);
            yield return row;
        }
    }

    private static void Insert<T>(SqliteConnection connection, IEntityType type, IEnumerable<T> rows, CancellationToken stop) where T : class
    {
        var columns = Columns(type);
        using var insert = new SqliteInsert(connection, $"INSERT INTO {Quoted(type.GetTableName()!)} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})");
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++) insert.Bind(i + 1, Value(columns[i], row));
            insert.Execute();
        }
    }

    private static async Task Copy<T>(NpgsqlConnection connection, IEntityType type, IEnumerable<T> rows, CancellationToken stop) where T : class
    {
        var columns = Columns(type);
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {Quoted(type.GetTableName()!)} ({Names(columns)}) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            foreach (var column in columns)
                if (Value(column, row) is { } value) await copy.WriteAsync(value, column.GetColumnType(), stop);
                else await copy.WriteNullAsync(stop);
        }
        await copy.CompleteAsync(stop);
    }

    internal static IProperty[] Columns(IEntityType type) => [.. type.GetProperties()];

    private static string Names(IProperty[] columns) => string.Join(", ", columns.Select(c => Quoted(c.GetColumnName())));

    internal static string Quoted(string name) => $"\"{name}\"";

    internal static DbParameter Parameter(DbCommand command, IProperty column, int index)
    {
        var parameter = column.GetRelationalTypeMapping().CreateParameter(command, "@p" + index.ToString(CultureInfo.InvariantCulture), null, column.IsNullable);
        command.Parameters.Add(parameter);
        return parameter;
    }

    internal static object? Value(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        if (value is null) return null;
        if (value is string text) return KeepableText.Of(column, text);
        if (column.GetTypeMapping().Converter is { } converter) return converter.ConvertToProvider(value);
        return value is Enum ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : value;
    }
}
