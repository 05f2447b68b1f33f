using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0017_Board")]
public sealed class M0017_Board : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Seat").Column<int>("Function").Optional<string>("Topic").Optional<Guid>("PersonId").Optional<Guid>("AskId")
            .Optional<DateOnly>("Since").Optional<DateOnly>("Until").Optional<string>("Scope").Optional<int>("TimesAYear").Optional<string>("Gives").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId");
        migrationBuilder.OwnedTable("Advice").Column<Guid>("PersonId").Column<DateOnly>("On").Optional<string>("Question").Column<string>("Text").Optional<string>("Decision").Optional<DateOnly>("DecidedOn")
            .Optional<string>("Result").Optional<DateOnly>("ResultOn").Optional<DateOnly>("ToldOn").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId", "On");
    }
}
