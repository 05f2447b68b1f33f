using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0019_Introductions")]
public sealed class M0019_Introductions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.OwnedTable("Acquaintance").Column<Guid>("FirstId").Column<Guid>("SecondId").Column<bool>("IsRefused").Optional<double>("Strength").Column<DateOnly>("SaidOn")
            .BelongsTo("Person", "FirstId").BelongsTo("Person", "SecondId").Unique("SpaceId", "FirstId", "SecondId").Index("SpaceId", "SecondId");
}
