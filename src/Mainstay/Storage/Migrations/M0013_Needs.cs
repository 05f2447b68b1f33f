using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0013_Needs")]
public sealed class M0013_Needs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Goal").Column<string>("Text").Optional<DateOnly>("DueOn").Optional<DateOnly>("ReachedOn").Column<DateTime>("CreatedAt");
        migrationBuilder.OwnedTable("Need").Optional<Guid>("GoalId").Column<int>("Kind").Column<string>("Topic").Column<int>("Importance").Optional<DateOnly>("NeededBy")
            .Column<bool>("IsSkill").Optional<DateOnly>("ClosedOn").Column<DateTime>("CreatedAt").BelongsTo("Goal", "GoalId").Index("SpaceId", "GoalId");
        migrationBuilder.OwnedTable("Offer").Column<string>("Text").Optional<string>("ForWhom").Column<DateTime>("CreatedAt");
        migrationBuilder.OwnedTable("Supporter").Column<Guid>("NeedId").Column<Guid>("PersonId").Column<int>("Ability").Column<DateOnly>("SaidOn")
            .Optional<DateOnly>("AgreedOn").Optional<DateOnly>("AgreedUntil").Optional<string>("Scope")
            .BelongsTo("Need", "NeedId").BelongsTo("Person", "PersonId").Unique("SpaceId", "NeedId", "PersonId").Index("SpaceId", "PersonId");
    }
}
