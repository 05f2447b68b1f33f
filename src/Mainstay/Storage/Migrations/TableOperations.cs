using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Mainstay.Storage.Migrations;

/// <summary>How a migration makes the table of a room: owned by a space, without column types, the same on both databases.</summary>
internal static class TableOperations
{
    /// <summary>A table whose rows belong to a space: it begins with SpaceId and Id, its key.</summary>
    public static NewTable OwnedTable(this MigrationBuilder migration, string name) =>
        new NewTable(migration, name).Column<Guid>("SpaceId").Column<Guid>("Id").Key("SpaceId", "Id");

    /// <summary>A table of rows that belong to a person, in an order.</summary>
    public static NewTable DetailTable(this MigrationBuilder migration, string name) =>
        migration.OwnedTable(name).Column<Guid>("PersonId").Column<int>("Position").BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId");
}

internal sealed class NewTable
{
    private readonly MigrationBuilder migration;
    private readonly CreateTableOperation table;

    public NewTable(MigrationBuilder migration, string name)
    {
        this.migration = migration;
        table = new() { Name = name };
        migration.Operations.Add(table);
    }

    public NewTable Column<T>(string name) => Add(name, typeof(T), false, null);

    public NewTable Optional<T>(string name) => Add(name, typeof(T), true, null);

    /// <summary>Text that is compared byte by byte on both databases.</summary>
    public NewTable Bytewise(string name) => Add(name, typeof(string), false, migration.BytewiseCollation());

    public NewTable Key(params string[] columns)
    {
        table.PrimaryKey = new() { Name = $"PK_{table.Name}", Table = table.Name, Columns = columns };
        return this;
    }

    /// <summary>A foreign key that carries SpaceId. The row goes with the one it belongs to.</summary>
    public NewTable BelongsTo(string principal, string column) => References(principal, ["SpaceId", column], ["SpaceId", "Id"]);

    /// <summary>A foreign key of a table that no space owns. The row goes with the one it names.</summary>
    public NewTable GoesWith(string principal, string column) => References(principal, [column], ["Id"]);

    /// <summary>A foreign key to somebody's access to the space. The row goes when they lose it.</summary>
    public NewTable GoesWithAccess(string column) => References("Access", [column, "SpaceId"], ["AccountId", "SpaceId"]);

    public NewTable Index(params string[] columns) => Index(columns, false);

    public NewTable Unique(params string[] columns) => Index(columns, true);

    private NewTable References(string principal, string[] columns, string[] named)
    {
        table.ForeignKeys.Add(new()
        {
            Name = $"FK_{table.Name}_{principal}_{string.Join('_', columns)}",
            Table = table.Name,
            Columns = columns,
            PrincipalTable = principal,
            PrincipalColumns = named,
            OnDelete = ReferentialAction.Cascade,
        });
        return this;
    }

    private NewTable Index(string[] columns, bool unique)
    {
        migration.CreateIndex($"IX_{table.Name}_{string.Join('_', columns)}", table.Name, columns, unique: unique);
        return this;
    }

    private NewTable Add(string name, Type type, bool optional, string? collation)
    {
        table.Columns.Add(new AddColumnOperation { Name = name, Table = table.Name, ClrType = type, IsNullable = optional, Collation = collation });
        return this;
    }
}
