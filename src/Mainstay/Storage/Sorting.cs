using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage;

/// <summary>Columns that are compared byte by byte on both databases, so that both page and look up alike.</summary>
public static class Sorting
{
    private static readonly string[] Suffixes = ["SortKey", "Normal"];

    /// <summary>SQLite compares bytes anyway; PostgreSQL must be told.</summary>
    internal static void SortBytewise(this ModelBuilder model, bool postgres)
    {
        if (!postgres) return;
        foreach (var property in model.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.ClrType == typeof(string) && Suffixes.Any(s => p.Name.EndsWith(s, StringComparison.Ordinal))))
            property.SetCollation("C");
    }

    /// <summary>The collation a migration gives to such a column.</summary>
    public static string? BytewiseCollation(this MigrationBuilder migration) =>
        migration.ActiveProvider?.EndsWith("PostgreSQL", StringComparison.Ordinal) == true ? "C" : null;
}
