using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0019_Introductions")]
public sealed class M0019_Introductions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Acquaintance").Column<Guid>("FirstId").Column<Guid>("SecondId").Column<bool>("IsRefused").Optional<double>("Strength").Column<DateOnly>("SaidOn")
            .BelongsTo("Person", "FirstId").BelongsTo("Person", "SecondId").Unique("SpaceId", "FirstId", "SecondId").Index("SpaceId", "SecondId");
        migrationBuilder.OwnedTable("Introduction").Optional<Guid>("ConnectorId").Optional<Guid>("FirstId").Column<Guid>("SecondId").Column<string>("Purpose").Optional<string>("Blurb").Column<bool>("IsBlind")
            .Optional<string>("Contact").Optional<string>("Message").Column<DateOnly>("AnswerBy").Optional<DateOnly>("SentOn").Optional<DateOnly>("AcceptedOn").Optional<string>("Word").Optional<DateOnly>("AskedOn")
            .Optional<int>("FirstAnswer").Optional<DateOnly>("FirstUntil").Optional<string>("FirstReply").Optional<string>("FirstContact").Optional<int>("SecondAnswer").Optional<DateOnly>("SecondUntil").Optional<string>("SecondReply").Optional<string>("SecondContact")
            .Optional<DateOnly>("OpenedOn").Optional<DateOnly>("WroteOn").Optional<int>("FirstOutcome").Optional<int>("SecondOutcome").Optional<DateOnly>("OutcomeOn").Optional<string>("Thanks").Optional<DateOnly>("ThankedOn")
            .Optional<DateOnly>("WithdrawnOn").Optional<DateOnly>("ClosedOn").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "ConnectorId").BelongsTo("Person", "FirstId").BelongsTo("Person", "SecondId").Index("SpaceId", "ConnectorId").Index("SpaceId", "FirstId").Index("SpaceId", "SecondId");
    }
}
