using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mainstay.Storage;

/// <summary>Which tables hold anything at all of a space.</summary>
public static class Kept
{
    /// <summary>Of these kinds of rows, those of which the space that is looked at keeps at least one, wherever it lies. One statement by the primary keys, which costs less than making a single question ready for the database.</summary>
    public static Task<IReadOnlySet<Type>> WhatIsKept(this Store store, IReadOnlyCollection<Type> rows, CancellationToken stop) => store.WhatIsKept(rows, null, stop);

    /// <summary>Of these kinds of rows, those of which at least one names somebody as its <c>PersonId</c>. One statement by the indexes.</summary>
    public static Task<IReadOnlySet<Type>> WhatIsKeptOf(this Store store, Guid person, IReadOnlyCollection<Type> rows, CancellationToken stop) => store.WhatIsKept(rows, person, stop);

    private static async Task<IReadOnlySet<Type>> WhatIsKept(this Store store, IReadOnlyCollection<Type> rows, Guid? person, CancellationToken stop)
    {
        var kept = new HashSet<Type>();
        if (rows.Count == 0) return kept;
        await store.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = Command(store, rows, person);
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

    private static DbCommand Command(Store store, IReadOnlyCollection<Type> rows, Guid? person)
    {
        var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "SELECT " + string.Join(", ", rows.Select(r => $"""CASE WHEN EXISTS (SELECT 1 FROM "{store.Model.FindEntityType(r)!.GetTableName()}" WHERE "SpaceId" = @space{(person is null ? "" : " AND \"PersonId\" = @person")}) THEN 1 ELSE 0 END"""));
        command.Parameters.Add(Id("@space", store.SpaceId));
        if (person is { } who) command.Parameters.Add(Id("@person", who));
        return command;

        DbParameter Id(string name, Guid id)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, store.IsPostgres ? id : id.ToByteArray(bigEndian: true));
            return parameter;
        }
    }
}
