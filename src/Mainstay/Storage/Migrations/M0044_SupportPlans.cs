using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0044_SupportPlans")]
public sealed class M0044_SupportPlans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("SupportPlan").Column<Guid>("ChallengeId").Column<string>("Opening").Column<DateOnly>("EndsOn").Optional<Guid>("CoordinatorId").Column<DateTime>("CreatedAt").Optional<DateOnly>("ClosedOn")
            .BelongsTo("Challenge", "ChallengeId").Unique("SpaceId", "ChallengeId");
        migrationBuilder.OwnedTable("SupportHelper").Column<Guid>("PlanId").Column<Guid>("PersonId").Column<int>("State").Column<int>("MostADay").Column<DateOnly>("InvitedOn").Optional<DateOnly>("WrittenOn")
            .BelongsTo("SupportPlan", "PlanId").BelongsTo("Person", "PersonId").Unique("SpaceId", "PlanId", "PersonId").Index("SpaceId", "PersonId");
        migrationBuilder.OwnedTable("SupportTask").Column<Guid>("PlanId").Column<string>("What").Column<DateOnly>("On").Optional<DateOnly>("Until").Optional<Guid>("HelperId").Column<int>("State")
            .Optional<DateOnly>("ClaimedOn").Optional<DateOnly>("DoneOn").Optional<DateOnly>("PassedOn").Column<DateTime>("CreatedAt")
            .BelongsTo("SupportPlan", "PlanId").Index("SpaceId", "PlanId");
        migrationBuilder.OwnedTable("SupportUpdate").Column<Guid>("PlanId").Optional<Guid>("HelperId").Column<bool>("IsOwners").Column<string>("Text").Column<DateOnly>("On").Column<DateTime>("WrittenAt")
            .BelongsTo("SupportPlan", "PlanId").Index("SpaceId", "PlanId");
    }
}
