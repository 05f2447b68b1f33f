using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0038_Commitments")]
public sealed class M0038_Commitments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Commitment").Column<string>("Outcome").Optional<string>("Measure").Optional<string>("Counts").Column<DateOnly>("Due").Optional<string>("FirstStep").Optional<Guid>("GoalId")
            .Optional<Guid>("WitnessId").Column<int>("Witness").Optional<DateOnly>("WitnessAskedOn").Optional<DateOnly>("WitnessOn").Column<int>("CheckInOn").Column<DateOnly>("StartedOn").Optional<DateOnly>("GoesOnFrom")
            .Column<int>("State").Optional<DateOnly>("EndedOn").Optional<string>("CameOfIt").Optional<Guid>("LearningId").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "WitnessId").Index("SpaceId", "WitnessId");
        migrationBuilder.OwnedTable("CheckIn").Column<Guid>("CommitmentId").Column<DateOnly>("For").Column<int>("Answer").Optional<string>("Sentence").Optional<string>("NextStep").Column<DateOnly>("ReportedOn")
            .BelongsTo("Commitment", "CommitmentId").Unique("SpaceId", "CommitmentId", "For");
        migrationBuilder.OwnedTable("CommitmentPause").Column<Guid>("CommitmentId").Column<DateOnly>("From").Optional<DateOnly>("Until")
            .BelongsTo("Commitment", "CommitmentId").Index("SpaceId", "CommitmentId");
        migrationBuilder.OwnedTable("CommitmentChange").Column<Guid>("CommitmentId").Column<int>("Number").Column<string>("Outcome").Optional<string>("Measure").Optional<string>("Counts").Column<DateOnly>("Due")
            .Column<int>("Reason").Optional<string>("Because").Column<DateOnly>("AskedOn").Column<DateOnly>("From")
            .BelongsTo("Commitment", "CommitmentId").Unique("SpaceId", "CommitmentId", "Number");
        migrationBuilder.OwnedTable("WitnessWord").Column<Guid>("CommitmentId").Optional<Guid>("PersonId").Column<string>("Text").Column<DateOnly>("On").Column<DateTime>("WrittenAt")
            .BelongsTo("Commitment", "CommitmentId").BelongsTo("Person", "PersonId").Index("SpaceId", "CommitmentId").Index("SpaceId", "PersonId");
    }
}
