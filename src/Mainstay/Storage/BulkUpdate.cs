using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Mainstay.Storage;

/// <summary>Rewrites one column of many rows without the change tracker: one prepared statement on SQLite, one statement over arrays on PostgreSQL.</summary>
public static class BulkUpdate
{
    private const int AtOnce = 5_000;

    /// <summary>Writes this property of the rows in the open transaction. Rows are known by their id; those of other spaces are left alone.</summary>
    public static async Task UpdateMany<T>(this Store store, string property, IReadOnlyList<T> rows, CancellationToken stop) where T : class, IOwned
    {
        if (rows.Count == 0) return;
        var type = store.Model.FindEntityType(typeof(T))!;
        await store.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = store.Database.GetDbConnection().CreateCommand();
            command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
            if (command is NpgsqlCommand postgres) await UpdateByArrays(store.SpaceId, postgres, type.FindProperty(property)!, rows, stop);
            else await UpdateOneByOne(store.SpaceId, command, type.FindProperty(property)!, rows, stop);
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private static async Task UpdateOneByOne<T>(Guid space, DbCommand command, IProperty column, IReadOnlyList<T> rows, CancellationToken stop) where T : class, IOwned
    {
        var type = (IEntityType)column.DeclaringType;
        IProperty[] columns = [column, type.FindProperty(nameof(IOwned.SpaceId))!, type.FindProperty(nameof(IOwned.Id))!];
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"UPDATE \"{type.GetTableName()}\" SET \"{column.GetColumnName()}\" = @p0 WHERE \"SpaceId\" = @p1 AND \"Id\" = @p2");
        var parameters = columns.Select((c, i) => BulkInsert.Parameter(command, c, i)).ToArray();
        parameters[1].Value = space.ToByteArray(true);
        await command.PrepareAsync(stop);
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            parameters[0].Value = BulkInsert.Value(column, row) ?? DBNull.Value;
            parameters[2].Value = BulkInsert.Value(columns[2], row);
            command.ExecuteNonQuery();
        }
    }

    private static async Task UpdateByArrays<T>(Guid space, NpgsqlCommand command, IProperty column, IReadOnlyList<T> rows, CancellationToken stop) where T : class, IOwned
    {
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"UPDATE \"{((IEntityType)column.DeclaringType).GetTableName()}\" r SET \"{column.GetColumnName()}\" = u.v FROM unnest(@ids, @values) AS u(i, v) WHERE r.\"SpaceId\" = @space AND r.\"Id\" = u.i");
        foreach (var some in rows.Chunk(AtOnce))
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("space", space);
            command.Parameters.AddWithValue("ids", some.Select(r => r.Id).ToArray());
            command.Parameters.AddWithValue("values", Values(column, some));
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private static Array Values<T>(IProperty column, T[] rows) where T : class
    {
        var values = Array.CreateInstance(column.ClrType, rows.Length);
        for (var i = 0; i < rows.Length; i++) values.SetValue(BulkInsert.Value(column, rows[i]), i);
        return values;
    }
}
