using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0022_Outreach")]
public sealed class M0022_Outreach : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Candidate").Column<string>("Name").Optional<Guid>("PersonId").Optional<string>("Headline").Optional<string>("Organization").Optional<string>("Mail").Optional<string>("Link")
            .Column<int>("Origin").Optional<string>("OriginText").Optional<Guid>("NeedId").Optional<string>("Topic").Optional<string>("Role").Optional<string>("Note")
            .Column<int>("Stage").Column<DateOnly>("NoticedOn").Optional<DateOnly>("ContactedOn").Optional<DateOnly>("RepliedOn").Optional<DateOnly>("MetOn").Optional<DateOnly>("InOn").Optional<DateOnly>("FollowedUpOn")
            .Optional<string>("NextStep").Optional<DateOnly>("NextOn").Optional<DateOnly>("RestingSince").Optional<DateOnly>("RestUntil").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId");
        migrationBuilder.OwnedTable("Template").Column<string>("Name").Column<string>("Subject").Column<string>("Text").Column<DateTime>("CreatedAt");
        migrationBuilder.OwnedTable("Draft").Optional<Guid>("CandidateId").Optional<Guid>("PersonId").Column<string>("Subject").Column<string>("Text").Optional<DateOnly>("SentOn").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").BelongsTo("Candidate", "CandidateId").Index("SpaceId", "PersonId").Index("SpaceId", "CandidateId");
    }
}
