using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0027_Jottings")]
public sealed class M0027_Jottings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.OwnedTable("Jotting").Column<DateTime>("At").Column<DateTime>("ArrivedAt").Column<int>("State")
        .Optional<string>("Line").Optional<Guid>("GatheringId").Optional<string>("Who").Optional<string>("About").Optional<string>("Promised").Optional<string>("PromisedToMe")
        .Index("SpaceId", "State");
}
