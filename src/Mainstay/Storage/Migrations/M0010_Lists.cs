using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0010_Lists")]
public sealed class M0010_Lists : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("PeopleBlock").Column<byte[]>("Packed");
        migrationBuilder.OwnedTable("ListState").Column<int>("Version").Unique("SpaceId");
        migrationBuilder.OwnedTable("SavedView").Column<string>("Name").Bytewise("NameNormal").Column<string>("Wanted").Column<DateTime>("CreatedAt")
            .Optional<DateTime>("DeletedAt");
        migrationBuilder.OwnedTable("BulkChange").Column<DateTime>("At").Column<string>("Edit").Column<int>("Asked").Column<int>("People").Column<string>("Before")
            .Optional<DateTime>("UndoneAt").Optional<string>("Stayed").Index("SpaceId", "At");
    }
}
