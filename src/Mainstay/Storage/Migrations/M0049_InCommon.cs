using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0049_InCommon")]
public sealed class M0049_InCommon : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        new NewTable(migrationBuilder, "InCommon").Column<string>("Name").Column<string>("Text").Key("Name");
}
