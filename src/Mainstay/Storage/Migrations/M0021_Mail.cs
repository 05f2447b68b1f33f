using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0021_Mail")]
public sealed class M0021_Mail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new NewTable(migrationBuilder, "Alarm").Column<Guid>("SpaceId").Column<string>("Job").Key("SpaceId", "Job").Column<DateTime>("DueAt").GoesWith("Space", "SpaceId").Index("DueAt");
        migrationBuilder.OwnedTable("Letter").Column<string>("Cause").Optional<Guid>("SubjectId").Column<int>("Way").Column<string>("To").Optional<string>("ToName").Optional<string>("FromName").Optional<string>("ReplyTo")
            .Column<string>("Subject").Column<string>("Text").Optional<string>("Html").Optional<string>("Headers").Optional<string>("MessageId").Column<DateTime>("CreatedAt").Optional<DateTime>("GoodUntil")
            .Column<bool>("ByHand").Column<int>("State").Column<DateTime>("NextAt").Column<int>("Attempts").Optional<Guid>("Claim").Optional<DateTime>("ClaimedAt").Column<DateTime>("Since").Optional<string>("Failure").Optional<string>("Answer")
            .Index("SpaceId", "State", "NextAt").Index("SpaceId", "SubjectId");
    }
}
