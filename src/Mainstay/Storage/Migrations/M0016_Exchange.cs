using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0016_Exchange")]
public sealed class M0016_Exchange : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Ask").Column<Guid>("PersonId").Optional<Guid>("NeedId").Optional<int>("Kind").Column<string>("What").Optional<string>("HowLong").Column<DateOnly>("AnswerBy")
            .Optional<string>("InReturn").Column<int>("Weight").Column<bool>("IsFirst").Optional<string>("Scope").Optional<DateOnly>("Until").Optional<string>("Message")
            .Column<int>("State").Optional<DateOnly>("SentOn").Optional<DateOnly>("AnsweredOn").Optional<DateOnly>("NotNowUntil").Optional<string>("Reply").Optional<string>("More")
            .Optional<int>("Outcome").Optional<DateOnly>("OutcomeOn").Optional<DateOnly>("ThankedOn").Optional<DateOnly>("ClosedOn").Optional<DateOnly>("QuietUntil")
            .Column<Guid>("ThreadId").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId").Index("SpaceId", "SentOn").Index("SpaceId", "ThreadId");
        migrationBuilder.OwnedTable("AskNext").Column<Guid>("ThreadId").Column<Guid>("PersonId").Column<int>("Position")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId").Index("SpaceId", "ThreadId");
        migrationBuilder.OwnedTable("Favour").Column<Guid>("PersonId").Column<int>("Way").Column<int>("Weight").Column<DateOnly>("On").Column<string>("What").Optional<int>("Kind").Optional<string>("Topic")
            .Optional<Guid>("NeedId").Optional<Guid>("AskId").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId", "On").Index("SpaceId", "On");
        migrationBuilder.OwnedTable("Wish").Column<Guid>("PersonId").Column<string>("Text").Column<DateOnly>("SaidOn").Optional<DateOnly>("ClosedOn").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId");
        migrationBuilder.OwnedTable("Opportunity").Column<Guid>("PersonId").Column<string>("What").Column<DateOnly>("On").Column<int>("State").Optional<string>("Became").Optional<DateOnly>("BecameOn")
            .Column<DateTime>("CreatedAt").BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId");
    }
}
