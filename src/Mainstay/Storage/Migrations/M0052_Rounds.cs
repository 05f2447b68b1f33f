using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0052_Rounds")]
public sealed class M0052_Rounds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Round").Column<int>("Kind").Column<string>("Title").Optional<string>("About").Column<DateOnly>("SignUpUntil").Column<int>("OfferDays").Optional<int>("EveryDays").Optional<DateOnly>("NextOn").Column<int>("State")
            .Optional<string>("Plan").Optional<string>("Draft").Column<DateTime>("CreatedAt").Optional<DateTime>("PublishedAt").Index("SpaceId", "State", "Id");
        migrationBuilder.OwnedTable("RoundSignUp").Column<Guid>("RoundId").Column<Guid>("MemberId").Column<int>("Side").Column<int>("Places").Optional<string>("Wants").Optional<string>("Offers").Optional<string>("Avoid").Optional<string>("Prefers").Optional<string>("Times")
            .Optional<string>("Organization").Column<bool>("AvoidsColleagues").Optional<string>("Note").Column<bool>("IsPaused").Column<DateTime>("At")
            .BelongsTo("Round", "RoundId").BelongsTo("Member", "MemberId").Unique("SpaceId", "RoundId", "MemberId").Index("SpaceId", "MemberId");
        migrationBuilder.OwnedTable("RoundPin").Column<Guid>("RoundId").Column<Guid>("OneId").Column<Guid>("OtherId").Column<bool>("IsApart").BelongsTo("Round", "RoundId").Unique("SpaceId", "RoundId", "OneId", "OtherId");
        migrationBuilder.OwnedTable("RoundPair").Column<Guid>("RoundId").Column<Guid>("MenteeId").Column<Guid>("MentorId").Column<int>("State").Column<double>("Score").Column<int>("Rank").Column<string>("Reasons").Column<DateTime>("OfferedAt").Column<DateTime>("DeadlineAt")
            .Optional<DateTime>("AcceptedAt").Optional<DateTime>("EndedAt").Optional<int>("MenteeFit").Optional<int>("MentorFit").Optional<DateOnly>("LastSignOn")
            .BelongsTo("Round", "RoundId").BelongsTo("Member", "MenteeId").BelongsTo("Member", "MentorId").Index("SpaceId", "RoundId", "State").Index("SpaceId", "MenteeId").Index("SpaceId", "MentorId");
        migrationBuilder.OwnedTable("RoundGroup").Column<Guid>("RoundId").Column<int>("Turn").Column<DateOnly>("On").BelongsTo("Round", "RoundId").Index("SpaceId", "RoundId", "Turn");
        migrationBuilder.OwnedTable("RoundSeat").Column<Guid>("GroupId").Column<Guid>("MemberId").BelongsTo("RoundGroup", "GroupId").BelongsTo("Member", "MemberId").Unique("SpaceId", "GroupId", "MemberId").Index("SpaceId", "MemberId");
        migrationBuilder.OwnedTable("RoundCheck").Column<Guid>("GroupId").Column<Guid>("MemberId").Column<DateOnly>("Week").Column<int>("Went").Optional<string>("Word")
            .BelongsTo("RoundGroup", "GroupId").BelongsTo("Member", "MemberId").Unique("SpaceId", "GroupId", "MemberId", "Week").Index("SpaceId", "MemberId");
    }
}
