using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0036_Learnings")]
public sealed class M0036_Learnings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.OwnedTable("Learning").Column<string>("Text").Optional<string>("Topic").Column<DateOnly>("On").Optional<Guid>("PersonId").Optional<Guid>("TouchId").Optional<Guid>("GatheringId").Optional<Guid>("AdviceId")
            .Column<int>("Recalls").Optional<DateOnly>("NextOn").Optional<string>("Used").Optional<DateOnly>("UsedOn").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId").Index("SpaceId", "NextOn");
}
