using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0053_CircleIntroductions")]
public sealed class M0053_CircleIntroductions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("CircleIntroduction").Column<Guid>("AskerId").Column<string>("At").Column<string>("Purpose").Column<int>("Stage").Optional<Guid>("ConnectorId").Column<DateOnly>("Until").Optional<string>("Reach").Optional<DateOnly>("YesOn")
            .Column<DateTime>("CreatedAt").Index("SpaceId", "AskerId", "Id").Index("SpaceId", "ConnectorId");
        migrationBuilder.OwnedTable("CircleConnector").Column<Guid>("IntroductionId").Column<Guid>("MemberId").Column<bool>("HasPassed").BelongsTo("CircleIntroduction", "IntroductionId").Index("SpaceId", "MemberId").Unique("SpaceId", "IntroductionId", "MemberId");
        migrationBuilder.OwnedTable("CircleLook").Column<Guid>("MemberId").Column<DateTime>("At").Index("SpaceId", "MemberId");
    }
}
