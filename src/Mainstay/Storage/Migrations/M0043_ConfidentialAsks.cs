using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0043_ConfidentialAsks")]
public sealed class M0043_ConfidentialAsks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsConfidential", "Ask", nullable: false, defaultValue: false);
        migrationBuilder.OwnedTable("ChallengeAsk").Column<Guid>("ChallengeId").Column<Guid>("ThreadId").Column<int>("As")
            .BelongsTo("Challenge", "ChallengeId").Unique("SpaceId", "ThreadId").Index("SpaceId", "ChallengeId");
        migrationBuilder.OwnedTable("ThanksDue").Column<Guid>("PersonId").Column<DateOnly>("Since")
            .BelongsTo("Person", "PersonId").Unique("SpaceId", "PersonId");
    }
}
