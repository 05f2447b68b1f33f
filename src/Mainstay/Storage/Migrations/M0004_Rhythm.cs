using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0004_Rhythm")]
public sealed class M0004_Rhythm : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Touch").Column<DateOnly>("On").Column<int>("Kind").Column<int>("Direction").Optional<int>("Minutes").Optional<string>("Note")
            .Column<DateTime>("CreatedAt").Index("SpaceId", "On");
        migrationBuilder.OwnedTable("TouchPerson").Column<Guid>("TouchId").Column<Guid>("PersonId").Column<DateOnly>("On")
            .BelongsTo("Touch", "TouchId").BelongsTo("Person", "PersonId")
            .Unique("SpaceId", "TouchId", "PersonId").Index("SpaceId", "PersonId", "On");
        migrationBuilder.OwnedTable("Tie").Column<int>("Layer").Optional<int>("CadenceDays").Optional<int>("Closeness")
            .Column<int>("Verdict").Optional<DateOnly>("VerdictOn").Column<bool>("Paused").Optional<DateOnly>("PausedUntil").Optional<DateOnly>("SnoozedUntil").Column<DateOnly>("Since")
            .Optional<DateOnly>("FirstTouchOn").Optional<DateOnly>("LastTouchOn").Optional<int>("LastTouchKind").Column<int>("ContactDays").Optional<DateOnly>("DueOn")
            .BelongsTo("Person", "Id").Index("SpaceId", "DueOn");
        migrationBuilder.OwnedTable("PackedContacts").Column<byte[]>("Packed").BelongsTo("Person", "Id");
        migrationBuilder.OwnedTable("PromisedTask").Column<string>("Text").Optional<DateOnly>("DueOn").Optional<Guid>("PersonId").Column<bool>("PromisedToMe")
            .Optional<Guid>("TouchId").Optional<DateOnly>("DoneOn").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId").Index("SpaceId", "DueOn");
        migrationBuilder.OwnedTable("Tempo").Optional<int>("WeeklyMinutes").Optional<double>("R").Optional<double>("Alpha").Optional<double>("A").Optional<double>("B")
            .Optional<DateOnly>("FittedOn").Column<double>("InterceptShift").Unique("SpaceId");
    }
}
