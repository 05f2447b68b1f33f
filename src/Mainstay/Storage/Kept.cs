using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mainstay.Storage;

/// <summary>Which tables hold anything at all of a space.</summary>
public static class Kept
{
    /// <summary>Of these kinds of rows, those of which the space that is looked at keeps at least one, wherever it lies. One statement by the primary keys, which costs less than making a single question ready for the database.</summary>
    public static async Task<IReadOnlySet<Type>> WhatIsKept(this Store store, IReadOnlyCollection<Type> rows, CancellationToken stop) =>
        (await store.Holding([.. rows.Select(r => (r, ""))], null, stop)).Select(n => n.Row).ToHashSet();

    /// <summary>Of these kinds of rows, those of which at least one names somebody as its <c>PersonId</c>. One statement by the indexes.</summary>
    public static async Task<IReadOnlySet<Type>> WhatIsKeptOf(this Store store, Guid person, IReadOnlyCollection<Type> rows, CancellationToken stop) =>
        (await store.WhatNames(person, [.. rows.Select(r => (r, "PersonId"))], stop)).Select(n => n.Row).ToHashSet();

    /// <summary>Of these columns, those in which at least one row names somebody.</summary>
    public static Task<IReadOnlyList<(Type Row, string Column)>> WhatNames(this Store store, Guid person, IReadOnlyList<(Type Row, string Column)> columns, CancellationToken stop) => store.Holding(columns, person, stop);

    private static async Task<IReadOnlyList<(Type Row, string Column)>> Holding(this Store store, IReadOnlyList<(Type Row, string Column)> columns, Guid? person, CancellationToken stop)
    {
        var kept = new List<(Type, string)>();
        if (columns.Count == 0) return kept;
        await store.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = Command(store, columns, person);
            await using var reader = await command.ExecuteReaderAsync(stop);
            await reader.ReadAsync(stop);
            foreach (var (at, column) in columns.Index())
                if (reader.GetInt32(at) == 1) kept.Add(column);
            return kept;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private static DbCommand Command(Store store, IReadOnlyList<(Type Row, string Column)> columns, Guid? person)
    {
        var command = store.Database.GetDbConnection().CreateCommand();
        command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "SELECT " + string.Join(", ", columns.Select(c => $"""CASE WHEN EXISTS (SELECT 1 FROM "{store.Model.FindEntityType(c.Row)!.GetTableName()}" WHERE "SpaceId" = @space{(person is null ? "" : $" AND \"{c.Column}\" = @person")}) THEN 1 ELSE 0 END"""));
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
