using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

/// <summary>Whom somebody turned out to be, and who are two although they look alike. Who stays may go for good before the other: it is no foreign key.</summary>
[DbContext(typeof(Store)), Migration("0059_Duplicates")]
public sealed class M0059_Duplicates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("MergedIntoId", "Person", nullable: true);
        migrationBuilder.OwnedTable("KnownApart").Column<Guid>("FirstId").Column<Guid>("SecondId").Column<DateTime>("At")
            .BelongsTo("Person", "FirstId").BelongsTo("Person", "SecondId").Unique("SpaceId", "FirstId", "SecondId").Index("SpaceId", "SecondId");
    }
}
