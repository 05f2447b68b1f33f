using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0012_Deliveries")]
public sealed class M0012_Deliveries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("UndoReport", "Import", nullable: true);
        migrationBuilder.OwnedTable("Delivery").Column<DateTime>("At").Column<string>("Files").Column<int>("Stage").Column<string>("TimeZone").Column<string>("Locale").Column<bool>("WithText")
            .Optional<string>("Columns").Optional<string>("Same").Optional<string>("Look").Optional<string>("Problem");
    }
}
