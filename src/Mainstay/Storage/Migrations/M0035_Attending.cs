using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0035_Attending")]
public sealed class M0035_Attending : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.OwnedTable("AttendingPlan").Column<int>("HowMany").Column<int>("Per").Optional<string>("Places").Column<DateOnly>("Since").Optional<DateOnly>("QuietUntil").Unique("SpaceId");
}
