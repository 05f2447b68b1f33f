using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mainstay.Storage;

/// <summary>Which tables hold anything at all of a space.</summary>
public static class Kept
{
    /// <summary>Of these kinds of rows, those of which the space that is looked at keeps at least one, wherever it lies. One statement by the primary keys, which costs less than making a single question ready for the database.</summary>
    public static async Task<IReadOnlySet<Type>> WhatIsKept(this Store store, IReadOnlyCollection<Type> rows, CancellationToken stop)
    {
        var kept = new HashSet<Type>();
        if (rows.Count == 0) return kept;
        await store.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = Command(store, rows);
            await using var reader = await command.ExecuteReaderAsync(stop);
            await reader.ReadAsync(stop);
            foreach (var (at, row) in rows.Index())
                if (reader.GetInt32(at) == 1) kept.Add(row);
            return kept;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private static DbCommand Command(Store store, IReadOnlyCollection<Type> rows)
    {
        var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "SELECT " + string.Join(", ", rows.Select(r => $"""CASE WHEN EXISTS (SELECT 1 FROM "{store.Model.FindEntityType(r)!.GetTableName()}" WHERE "SpaceId" = @space) THEN 1 ELSE 0 END"""));
        var space = command.CreateParameter();
        (space.ParameterName, space.Value) = ("@space", store.IsPostgres ? store.SpaceId : store.SpaceId.ToByteArray(bigEndian: true));
        command.Parameters.Add(space);
        return command;
    }
}
