using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0018_Reviews")]
public sealed class M0018_Reviews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Review").Column<DateOnly>("On").Optional<string>("Note").Optional<double>("Coverage").Column<int>("Needs").Column<DateTime>("CreatedAt").Unique("SpaceId", "On");
        migrationBuilder.OwnedTable("ReviewRest").Column<DateOnly>("Until").Unique("SpaceId");
    }
}
