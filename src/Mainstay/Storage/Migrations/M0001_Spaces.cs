using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0001_Spaces")]
public sealed class M0001_Spaces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        new NewTable(migrationBuilder, "Space").Column<Guid>("Id").Key("Id")
            .Column<string>("Name").Column<int>("Kind").Column<string>("TimeZone").Column<string>("Locale").Column<DateTime>("CreatedAt");
}
