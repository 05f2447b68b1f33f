using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0039_Pulse")]
public sealed class M0039_Pulse : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("DayPulse").Column<DateOnly>("On").Optional<int>("Confidence").Optional<int>("Energy").Optional<int>("Supported").Optional<string>("Note").Column<DateTime>("CreatedAt")
            .Unique("SpaceId", "On");
        migrationBuilder.OwnedTable("PulsePlan").Column<int>("Every").Column<int>("Weekday").Column<DateOnly>("From").Optional<DateOnly>("QuietUntil")
            .Unique("SpaceId");
    }
}
