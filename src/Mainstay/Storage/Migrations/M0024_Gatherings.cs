using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0024_Gatherings")]
public sealed class M0024_Gatherings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Gathering").Column<string>("Name").Column<DateOnly>("FirstDay").Column<DateOnly>("LastDay").Optional<DateTime>("StartsAt").Optional<DateTime>("EndsAt")
            .Optional<string>("Place").Optional<string>("Address").Optional<string>("Link").Optional<string>("Topics").Optional<string>("Note").Column<int>("State")
            .Optional<string>("Goal").Optional<string>("OneAsk").Optional<string>("OneOffer").Optional<string>("Pitch").Optional<string>("Cost").Optional<double>("Hours")
            .Optional<string>("AfterMonth").Optional<string>("AfterYear").Optional<DateOnly>("QuietUntil").Optional<string>("SourceKey").Column<DateTime>("CreatedAt")
            .Index("SpaceId", "FirstDay").Index("SpaceId", "SourceKey");
        migrationBuilder.OwnedTable("Expected").Column<Guid>("GatheringId").Column<Guid>("PersonId").Column<bool>("IsChosen").Optional<string>("About")
            .BelongsTo("Gathering", "GatheringId").BelongsTo("Person", "PersonId").Unique("SpaceId", "GatheringId", "PersonId").Index("SpaceId", "PersonId");
        migrationBuilder.OwnedTable("Encounter").Column<Guid>("GatheringId").Column<Guid>("PersonId").Column<DateOnly>("On").Optional<string>("About").Optional<string>("Promised").Optional<string>("PromisedToMe")
            .Optional<Guid>("TouchId").Column<bool>("IsNew").Optional<int>("Triage").Column<DateOnly>("TriageOn").Column<DateOnly>("WriteBy").Optional<string>("NextStep").Optional<DateOnly>("WroteOn")
            .Optional<DateOnly>("SecondOn").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt")
            .BelongsTo("Gathering", "GatheringId").BelongsTo("Person", "PersonId").Index("SpaceId", "GatheringId").Index("SpaceId", "PersonId");
    }
}
