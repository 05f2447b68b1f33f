using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0051_CircleSessions")]
public sealed class M0051_CircleSessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("CircleSession").Column<int>("Kind").Column<string>("Title").Column<Guid>("HostId").Column<DateTime>("StartsAt").Column<int>("Minutes").Optional<int>("Days").Column<int>("State")
            .Optional<DateTime>("BegunAt").Optional<DateTime>("EndedAt").Column<int>("Phase").Optional<DateTime>("PhaseStartedAt").Optional<DateTime>("PausedAt").Optional<Guid>("TurnId").Optional<DateTime>("TurnStartedAt")
            .Optional<int>("Wish").Optional<string>("OffLimits").Column<bool>("IsStopped").Column<DateTime>("CreatedAt").Column<int>("Changes")
            .BelongsTo("Member", "HostId").Index("SpaceId", "State", "StartsAt").Index("SpaceId", "HostId");
        migrationBuilder.OwnedTable("SessionSeat").Column<Guid>("SessionId").Column<Guid>("MemberId").Column<int>("Role").Column<int>("Position").Optional<DateTime>("AgreedAt")
            .BelongsTo("CircleSession", "SessionId").GoesWithAccess("MemberId").Unique("SpaceId", "SessionId", "MemberId").Index("MemberId", "SpaceId");
        migrationBuilder.OwnedTable("SessionEntry").Column<Guid>("SessionId").Column<Guid>("AuthorId").Column<int>("Kind").Optional<Guid>("AboutId").Column<string>("Text").Optional<DateOnly>("DueOn").Optional<Guid>("WitnessId")
            .Column<int>("Became").Optional<DateOnly>("SaidOn").Column<DateTime>("At")
            .BelongsTo("CircleSession", "SessionId").Index("SpaceId", "SessionId", "Id").Index("SpaceId", "AuthorId", "Kind");
    }
}
